import { isoDate } from '../../engine/days.ts'
import { convert } from '../convert.ts'
import { type Rate, sameRate } from '../rates.ts'
import { type Closing, type OwnBalance, ownBalances } from './closing.ts'
import { type LineStories, type RestatedLine, restatedLines } from './restated-lines.ts'

/**
 * What was changed in the ledger behind an earlier report's closing: earlier closing + added + removed + changed + rates +
 * rounding = this report's opening. Integer cents of the report's currency at this report's rates, unless said otherwise.
 */
export interface Restatement {
  readonly earlier: EarlierReport
  /** The earlier closing as that report has it. */
  readonly closing: number
  readonly added: Restated
  readonly removed: Restated
  readonly changed: Restated
  /** Rates of that day that are others now, by currency. */
  readonly rates: readonly RestatedRate[]
  /** Lines are rounded by themselves here, accounts as a whole: what that leaves. */
  readonly rounding: number
  readonly opening: number
  /** By account, currency and line. */
  readonly lines: readonly RestatedLine[]
}

/** The earlier report, as far as a reader has to know it. */
export interface EarlierReport {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly engine: string
  readonly closing: Closing
  /** Lines that did not count then, with the reason. */
  readonly excluded: ReadonlyMap<string, string>
}

export interface Restated {
  readonly lines: number
  readonly amount: number
}

export interface RestatedRate {
  readonly currency: string
  readonly before: Rate
  readonly after: Rate
  /** What the earlier balances in that currency gain or lose by it. */
  readonly amount: number
}

/**
 * Compares the earlier closing with the balance of the same day as the ledger has it now. `rateOf` gives this report's
 * rates of that day; where it knows none, nothing is left in that currency, and the earlier rate serves.
 */
export function restate(
  earlier: EarlierReport,
  now: Closing,
  rateOf: (currency: string) => Rate | null,
  stories: LineStories,
): Restatement {
  const then = earlier.closing
  const rate = (currency: string): Rate => rateOf(currency) ?? then.rates.get(currency) ?? ONE
  const lines = restatedLines(then, now, rate, stories)
  const restated = (kind: RestatedLine['kind']): Restated => {
    const own = lines.filter((one) => one.kind === kind)
    // A line that moved stands there twice.
    return {
      lines: new Set(own.map(({ line }) => line)).size,
      amount: own.reduce((sum, { before, after }) => sum + after - before, 0),
    }
  }
  const balances = ownBalances(then.lines)
  const atRates = (side: readonly OwnBalance[]): number =>
    side.reduce((sum, { currency, own }) => sum + convert(own, rate(currency)), 0)
  const moved = lines.reduce((sum, { before, after }) => sum + after - before, 0)
  return {
    earlier,
    closing: then.amount,
    added: restated('added'),
    removed: restated('removed'),
    changed: restated('changed'),
    rates: restatedRates(then.rates, balances, rate),
    rounding: atRates(ownBalances(now.lines)) - atRates(balances) - moved,
    opening: now.amount,
    lines,
  }
}

/** The earlier closing and everything restated less the opening: 0, or something is missing. */
export function restatementCheck(found: Restatement): number {
  const { closing, added, removed, changed, rates, rounding, opening } = found
  const fx = rates.reduce((sum, { amount }) => sum + amount, 0)
  return closing + added.amount + removed.amount + changed.amount + fx + rounding - opening
}

/** A row of the table that leads from the earlier closing to the opening. */
export interface RestatementStep {
  readonly step: 'closing' | 'added' | 'removed' | 'changed' | 'rates' | 'rounding' | 'opening'
  readonly title: string
  /** How many lines, or rates; null where nothing is counted. */
  readonly count: number | null
  readonly amount: number
}

export function restatementSteps(found: Restatement): readonly RestatementStep[] {
  const { earlier, closing, added, removed, changed, rates, rounding, opening } = found
  const fx = rates.reduce((sum, { amount }) => sum + amount, 0)
  return [
    { step: 'closing', title: `Closing of ${isoDate(earlier.to)}, as reported`, count: null, amount: closing },
    { step: 'added', title: 'Lines added since', count: added.lines, amount: added.amount },
    { step: 'removed', title: 'Lines removed since', count: removed.lines, amount: removed.amount },
    { step: 'changed', title: 'Lines changed since', count: changed.lines, amount: changed.amount },
    { step: 'rates', title: 'Rates changed since', count: rates.length, amount: fx },
    { step: 'rounding', title: 'Rounding', count: null, amount: rounding },
    { step: 'opening', title: 'Opening of this report', count: null, amount: opening },
  ]
}

/** Whether the opening is the earlier closing, line for line and at the same rates. */
export function isUnchanged({ lines, rates }: Restatement): boolean {
  return lines.length === 0 && rates.length === 0
}

const ONE: Rate = { numerator: 1, denominator: 1 }

function restatedRates(
  rates: Closing['rates'],
  balances: readonly OwnBalance[],
  rate: (currency: string) => Rate,
): readonly RestatedRate[] {
  return [...rates].flatMap(([currency, before]) => {
    const after = rate(currency)
    if (sameRate(before, after)) return []
    const own = balances.filter((one) => one.currency === currency)
    const amount = own.reduce((sum, one) => sum + convert(one.own, after) - convert(one.own, before), 0)
    return [{ currency, before, after, amount }]
  })
}
