import { isoDate } from '../../engine/days.ts'
import type { BridgeMonth } from '../bridge.ts'
import type { Ledger } from '../ledger.ts'
import { monthEnds } from '../month-ends.ts'
import type { Rates } from '../rates.ts'
import { balancesAt } from './balances.ts'
import { BRIDGE_FIGURES } from './bridge-rows.ts'
import { detailOf } from './detail.ts'
import { fxByCurrency } from './fx-by-currency.ts'
import type { Reconciliation } from './reconciliation.ts'

/** Figures that have lines: of the whole period, or of a month as `2024-12/churn`. */
export const DRILLED = [...BRIDGE_FIGURES.filter((figure) => figure !== 'rounding'), 'cohort'] as const

export interface DrilledFigure {
  readonly figure: (typeof DRILLED)[number]
  /** `2024-12`; null for the whole period. */
  readonly month: string | null
}

/** An account's part of a figure with the lines behind it, in the order of the report. */
export interface DrilledPart {
  /** The closing day of its month. */
  readonly month: number
  readonly account: string | null
  /** Cents of the report's currency; over all parts they are the figure. For the cohort, what was retained gross. */
  readonly amount: number
  /** Numbers of the ledger's lines, without repetition. */
  readonly lines: readonly number[]
}

export function drilledFigure(text: string): DrilledFigure | null {
  const [, month, name] = /^(?:(\d{4}-\d{2})\/)?([a-z]+)$/.exec(text) ?? []
  const figure = DRILLED.find((one) => one === name)
  if (figure === undefined || (figure === 'cohort' && month !== undefined)) return null
  return { figure, month: month ?? null }
}

/** What a figure is made of; null where the period has no such month. */
export function drill(
  report: Reconciliation,
  ledger: Ledger,
  rates: Rates,
  { figure, month }: DrilledFigure,
): readonly DrilledPart[] | null {
  const { policy, from, to } = report.header
  const months = report.bridge.filter((one) => month === null || isoDate(one.to)?.startsWith(month))
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return null
  const within = ({ to: end }: Pick<BridgeMonth, 'to'>): boolean => first.to <= end && end <= last.to
  const balance = (day: number, of: BridgeMonth): readonly DrilledPart[] =>
    balancesAt(ledger, rates, policy, day).map(({ account, amount, lines }) => ({
      month: of.to,
      account,
      amount,
      lines,
    }))

  if (figure === 'opening') return balance(first.from, first)
  if (figure === 'closing') return balance(last.to, last)
  if (figure === 'fx') return fxParts(report, ledger, rates).filter(({ month: end }) => within({ to: end }))
  const detail = detailOf(report, ledger, rates)
  if (figure === 'cohort') {
    return detail.cohort.map(({ account, retainedGross, linesBefore, linesAfter }) => ({
      month: to,
      account,
      amount: retainedGross,
      lines: union(linesBefore, linesAfter),
    }))
  }
  return detail.movements
    .filter((one) => one.category === figure && within(one) && from < one.to)
    .map(({ to: end, account, gain, loss, linesBefore, linesAfter }) => ({
      month: end,
      account,
      amount: gain + loss,
      lines: union(linesBefore, linesAfter),
    }))
}

/** Rates move balances of a currency, not accounts: its lines in force stand behind its part. */
function fxParts({ header }: Reconciliation, ledger: Ledger, rates: Rates): readonly DrilledPart[] {
  const { policy, from, to } = header
  return fxByCurrency(ledger, rates, policy, monthEnds(from, to)).map((effect) => {
    const day = Math.min(policy.rate === 'closing' ? effect.from : effect.to, policy.asOf)
    const lines = Array.from({ length: ledger.length }, (_, line) => line).filter(
      (line) =>
        ledger.currency.names[ledger.currency.codes[line]!] === effect.currency &&
        ledger.start[line]! <= day &&
        day < ledger.end[line]!,
    )
    return { month: effect.to, account: null, amount: effect.fx, lines }
  })
}

function union(before: readonly number[], after: readonly number[]): readonly number[] {
  return [...new Set([...before, ...after])].toSorted((a, b) => a - b)
}
