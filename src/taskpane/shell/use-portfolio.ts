import { useEffect, useState } from 'react'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { Refusal } from '../../host/desk/state.ts'
import { HostProblem } from '../../host/workbook.ts'
import { useDesk, useDeskState } from './desk-context.tsx'

/** All accounts scored as the model stands, or why they are not. While a newer one is computed the last one stays. */
export type PortfolioNow =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none'; readonly message: string }
  | { readonly kind: 'portfolio'; readonly portfolio: Portfolio }

const NO_LIST = 'No list of accounts was found on any sheet. Connect says which columns the model looks for.'

export function usePortfolio(which: string | null = null): PortfolioNow {
  const desk = useDesk()
  const state = useDeskState()
  const [now, setNow] = useState<PortfolioNow>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const show = (next: PortfolioNow): void => {
      if (isCurrent) setNow(next)
    }
    desk.portfolio(which).then(
      (found) => show(found === null ? { kind: 'none', message: NO_LIST } : read(found)),
      (problem: unknown) => {
        if (!(problem instanceof HostProblem)) throw problem
        show({ kind: 'none', message: problem.message })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [desk, state, which])
  return now
}

function read(found: Portfolio | Refusal): PortfolioNow {
  return 'kind' in found ? { kind: 'none', message: found.message } : { kind: 'portfolio', portfolio: found }
}
