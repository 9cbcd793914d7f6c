import { useEffect, useState } from 'react'
import { impact, type Impact } from '../../authoring/impact/impact.ts'
import { fillAcross } from '../../engine/across/fill.ts'
import { connectedOn } from '../../host/desk/connection.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { DeskModel } from '../../host/desk/state.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { bindCells } from '../../tables/bind.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { usePortfolio } from '../shell/use-portfolio.ts'
import type { DraftState } from './use-draft.ts'

/** So many of the accounts that move are listed. */
const LISTED = 50
/** Milliseconds after a text was read before the accounts are scored by it. */
const PAUSE = 200

/** What publishing would do to the accounts of the sheet. */
export type ImpactNow =
  | { readonly kind: 'none'; readonly message: string }
  | { readonly kind: 'working' }
  | { readonly kind: 'impact'; readonly impact: Impact; readonly portfolio: Portfolio; readonly of: string }

/** Scores the accounts by the published text and by the draft, in the pauses of typing. */
export function useImpact(draft: DraftState): ImpactNow {
  const { document, asOf, models } = useDeskState()
  const portfolio = usePortfolio()
  const [now, setNow] = useState<ImpactNow>({ kind: 'working' })
  useEffect(() => {
    const after = affected(draft)
    const problem = problemOf(draft, after, models.length === 0)
    if (problem !== null) {
      setNow({ kind: 'none', message: problem })
      return
    }
    if (portfolio.kind !== 'portfolio') {
      setNow(portfolio.kind === 'loading' ? { kind: 'working' } : { kind: 'none', message: portfolio.message })
      return
    }
    const waiting = setTimeout(() => {
      const { applied, list } = portfolio.portfolio
      const connected = connectedOn(document, list.region.block.sheet)
      const cells = [list.header, ...list.cells]
      const { columns: read } = bindCells(cells, allInputs(after!.model), { connected })
      const { columns } = fillAcross(after!.model, read, { asOf })
      const before = { model: applied.model, columns: list.columns }
      const said = impact(before, { model: after!.model, columns }, { asOf, listed: LISTED })
      setNow({ kind: 'impact', impact: said, portfolio: portfolio.portfolio, of: draft.examined })
    }, PAUSE)
    return () => clearTimeout(waiting)
  }, [draft.models, portfolio, document, asOf, models.length])
  return now
}

/** The workbook's own model, which scores the accounts: the draft may be of one that it imports. */
function affected({ models, model }: DraftState): DeskModel | null {
  return models[0] ?? model
}

function problemOf(draft: DraftState, after: DeskModel | null, isFirst: boolean): string | null {
  if (draft.model === null || after === null) return 'Reading the model.'
  if (!draft.isChanged) return 'Nothing to publish: this is what is published.'
  if (!draft.model.sound || !after.sound) return 'Once the errors are mended, this line says which accounts would move.'
  return isFirst ? 'Publishing scores the accounts for the first time.' : null
}
