import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { FORMULA_SHEET, NUMBERS_SHEET } from '../../host/desk/own-sheets.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import { HostProblem } from '../../host/workbook.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { Note, Section } from '../shell/section.tsx'

/** The accounts as sheets that score themselves, for people who have no add-in. */
export function AsFormulas({ portfolio }: { readonly portfolio: Portfolio }) {
  const { workbook } = useDesk()
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const convert = async (): Promise<void> => {
    setBusy(true)
    setSaid(null)
    try {
      const { writeFormulaSheets } = await import('../../host/desk/formula-sheets.ts')
      const block = await writeFormulaSheets(workbook, portfolio)
      await workbook.select({ ...block, bottom: block.top, right: block.left })
      setSaid(
        `On the sheets “${FORMULA_SHEET}” and “${NUMBERS_SHEET}”: change a number and all accounts are scored anew.`,
      )
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setSaid(caught.message)
    }
    setBusy(false)
  }
  return (
    <Section title="Without the add-in">
      <Note>
        Copies all accounts to sheets of plain formulas, which score in any Excel. Overrides by people are not in them.
      </Note>
      <Button size="small" disabled={isBusy} onClick={() => void convert()}>
        Convert to formulas
      </Button>
      <div role="status">{said === null ? null : <Note>{said}</Note>}</div>
    </Section>
  )
}
