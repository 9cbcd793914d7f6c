import type { BridgeMonth } from '../../finance/bridge.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import { Note } from '../shell/section.tsx'
import { isoDay } from '../../tables/values/day.ts'
import { bridgeSheet } from './bridge-sheet.ts'
import { ChartSection } from './chart-section.tsx'
import { FiguresTable } from '../shell/figures-table.tsx'
import { sayCents } from './say.ts'
import { type Step, Waterfall } from './waterfall.tsx'

const MOVEMENTS = [
  { key: 'new', label: 'New' },
  { key: 'reactivation', label: 'Reactivation' },
  { key: 'expansion', label: 'Expansion' },
  { key: 'contraction', label: 'Contraction' },
  { key: 'churn', label: 'Churn' },
  { key: 'fx', label: 'FX' },
  { key: 'rounding', label: 'Rounding' },
] as const satisfies readonly { readonly key: keyof BridgeMonth; readonly label: string }[]

/** How ARR went from the opening to the closing: as a waterfall over the whole period, as a table month by month. */
export function BridgeSection({ outcomes }: { readonly outcomes: Outcomes }) {
  const { report, books } = outcomes
  const months = report.bridge
  const sums = MOVEMENTS.map(({ key, label }) => ({
    key,
    label,
    amount: months.reduce((sum, month) => sum + month[key], 0),
  }))
  const opening = months[0]?.opening ?? 0
  const closing = months.at(-1)?.closing ?? 0
  const steps: readonly Step[] = [
    { label: 'Opening', amount: opening, kind: 'balance' },
    ...sums
      .filter(({ amount, key }) => amount !== 0 && key !== 'rounding')
      .map(({ label, amount }): Step => ({ label, amount, kind: 'movement' })),
    { label: 'Closing', amount: closing, kind: 'balance' },
  ]
  const check = opening + sums.reduce((sum, { amount }) => sum + amount, 0) - closing
  return (
    <ChartSection
      title="ARR bridge"
      chart={<Waterfall title={`ARR bridge in ${books.policy.currency}`} steps={steps} />}
      table={
        <FiguresTable
          title="ARR bridge"
          heads={['Opening', ...MOVEMENTS.map(({ label }) => label), 'Closing', 'Check']}
          rows={[
            ...months.map((month) => ({
              key: String(month.to),
              name: isoDay(month.to),
              cells: [
                sayCents(month.opening),
                ...MOVEMENTS.map(({ key }) => sayCents(month[key])),
                sayCents(month.closing),
                sayCents(checkOf(month)),
              ],
            })),
            {
              key: 'all',
              name: 'Whole period',
              strong: true,
              cells: [
                sayCents(opening),
                ...sums.map(({ amount }) => sayCents(amount)),
                sayCents(closing),
                sayCents(check),
              ],
            },
          ]}
        />
      }
      sheet={() => bridgeSheet(books)}
    >
      <Note>
        {books.policy.currency}, netted by account; {checkText(months, check)} The bars of both balances are cut short,
        so that movements can be seen.
      </Note>
    </ChartSection>
  )
}

function checkOf(month: BridgeMonth): number {
  return month.opening + MOVEMENTS.reduce((sum, { key }) => sum + month[key], 0) - month.closing
}

function checkText(months: readonly BridgeMonth[], check: number): string {
  const isClosed =
    check === 0 &&
    months.every((month, at) => checkOf(month) === 0 && (at === 0 || months[at - 1]!.closing === month.opening))
  return isClosed ? 'every month closes to the cent.' : 'it does NOT close: see the check column of the table.'
}
