import type { Portfolio } from '../../host/desk/portfolio.ts'
import { rungsOf } from '../../host/filter/rungs.ts'
import type { Band } from '../../model/judge.ts'
import type { Money } from './money.ts'

/** So many accounts, by band and by what they are worth. */
export interface Tally {
  readonly accounts: number
  /** Of those, how many have a score. */
  readonly scored: number
  /** The mean of the scores; null where there are none. */
  readonly mean: number | null
  /** By rung of the ladder, worst first, and last those without a band. */
  readonly counts: readonly number[]
  /** The same in money, by currency. */
  readonly sums: readonly (readonly number[])[]
  /** By currency: the mean of the scores, weighted by the amounts; null where nothing has both. */
  readonly weighted: readonly (number | null)[]
  /** How many have no amount, or one without a currency. */
  readonly unvalued: number
}

export interface Group {
  readonly name: string
  readonly label: string
  readonly tally: Tally
}

/** The accounts at `places` by `groupOf`: a code, or -1 for those that are in none. Groups without an account are left out. */
export function tallyBy(
  portfolio: Portfolio,
  money: Money | null,
  places: Int32Array,
  groups: readonly { readonly name: string; readonly label: string }[],
  groupOf: (index: number) => number,
): readonly Group[] {
  const gathering = groups.map(() => gather(portfolio, money))
  for (const index of places) gathering[groupOf(index)]?.add(index)
  return groups.flatMap(({ name, label }, at) => {
    const tally = gathering[at]!.finish()
    return tally.accounts === 0 ? [] : [{ name, label, tally }]
  })
}

export function tallyOf(portfolio: Portfolio, money: Money | null, places: Int32Array): Tally {
  const { add, finish } = gather(portfolio, money)
  for (const index of places) add(index)
  return finish()
}

/** The rungs that the counts of a tally stand for. */
export function ladderOf({ applied }: Portfolio): readonly Band[] {
  const { segments } = applied.model
  return rungsOf(applied.model).filter(({ name }) =>
    segments.some(({ root }) => root.bands.some((one) => one.name === name)),
  )
}

function gather(portfolio: Portfolio, money: Money | null) {
  const { scores, applied } = portfolio
  const rungs = ladderOf(portfolio)
  const rungOf = applied.plan.bands.map((name) => rungs.findIndex((rung) => rung.name === name))
  const counts = Array.from({ length: rungs.length + 1 }, () => 0)
  const sums = (money?.currencies ?? []).map(() => counts.map(() => 0))
  const weights = sums.map(() => ({ sum: 0, of: 0 }))
  let accounts = 0
  let scored = 0
  let total = 0
  let unvalued = 0
  return {
    add: (index: number): void => {
      const rung = rungOf[scores.band[index]!] ?? -1
      const at = rung === -1 ? rungs.length : rung
      const score = scores.score[index]!
      accounts++
      counts[at]!++
      if (!Number.isNaN(score)) {
        scored++
        total += score
      }
      if (money === null) return
      const currency = money.of[index]!
      if (currency === -1) {
        unvalued++
        return
      }
      const amount = money.values[index]!
      sums[currency]![at]! += amount
      if (Number.isNaN(score)) return
      weights[currency]!.sum += score * amount
      weights[currency]!.of += amount
    },
    finish: (): Tally => ({
      accounts,
      scored,
      mean: scored === 0 ? null : total / scored,
      counts,
      sums,
      weighted: weights.map(({ sum, of }) => (of > 0 ? sum / of : null)),
      unvalued,
    }),
  }
}
