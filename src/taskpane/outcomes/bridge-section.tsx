import { invariant } from '../../engine/invariant.ts'
import type { BridgeMonth } from '../../finance/bridge.ts'
import {
  BRIDGE_FIGURES,
  BRIDGE_TITLES,
  type BridgeAmounts,
  bridgeCheck,
  bridgeTotal,
} from '../../finance/reconcile/bridge-rows.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import { Note } from '../shell/section.tsx'
import { isoDay } from '../../tables/values/day.ts'
import { bridgeSheet } from './bridge-sheet.ts'
import { ChartSection } from './chart-section.tsx'
import { FiguresTable } from '../shell/figures-table.tsx'
import { sayCents } from './say.ts'
import { type Step, Waterfall } from './waterfall.tsx'

/** How ARR went from the opening to the closing: as a waterfall over the whole period, as a table month by month. */
export function BridgeSection({ outcomes }: { readonly outcomes: Outcomes }) {
  const { report, books } = outcomes
  const months = report.bridge
  const total = bridgeTotal(months)
  invariant(total !== null, 'a period begins before it ends, so it has a month')
  return (
    <ChartSection
      title="ARR bridge"
      chart={<Waterfall title={`ARR bridge in ${books.policy.currency}`} steps={stepsOf(total)} />}
      table={
        <FiguresTable
          title="ARR bridge"
          heads={[...Object.values(BRIDGE_TITLES), 'Check']}
          rows={[
            ...months.map((month) => ({
              key: String(month.to),
              name: isoDay(month.to),
              cells: cellsOf(month),
            })),
            { key: 'all', name: 'Whole period', strong: true, cells: cellsOf(total) },
          ]}
        />
      }
      sheet={() => bridgeSheet(books)}
    >
      <Note>
        {books.policy.currency}, netted by account; {checkText(months, bridgeCheck(total))} The bars of both balances
        are cut short, so that movements can be seen.
      </Note>
    </ChartSection>
  )
}

function stepsOf(total: BridgeAmounts): readonly Step[] {
  return BRIDGE_FIGURES.flatMap((figure): readonly Step[] => {
    const step = { label: BRIDGE_TITLES[figure], amount: total[figure] }
    if (figure === 'opening' || figure === 'closing') return [{ ...step, kind: 'balance' }]
    return figure === 'rounding' || step.amount === 0 ? [] : [{ ...step, kind: 'movement' }]
  })
}

function cellsOf(amounts: BridgeAmounts): readonly string[] {
  return [...BRIDGE_FIGURES.map((figure) => amounts[figure]), bridgeCheck(amounts)].map(sayCents)
}

function checkText(months: readonly BridgeMonth[], check: number): string {
  const isClosed =
    check === 0 &&
    months.every((month, at) => bridgeCheck(month) === 0 && (at === 0 || months[at - 1]!.closing === month.opening))
  return isClosed ? 'every month closes to the cent.' : 'it does NOT close: see the check column of the table.'
}
