import { addCohort, type Cohort, cohortOf, type CohortSums, emptyCohort, heldBy } from './cohort.ts'
import { type Inside, insidePeriod } from './inside.ts'
import type { Ledger } from './ledger.ts'
import type { Netting, Policy } from './policy.ts'
import { rateTable } from './rate-table.ts'
import type { Rates } from './rates.ts'
import { saysPrice } from './reasons.ts'
import { type Share, share } from './share.ts'
import { byText } from './text-order.ts'
import { type Book, type Days, eachUnit, openBook, type Unit } from './walk.ts'

/** What became of the accounts that were there at one date, seen at another. */
export interface Retention {
  readonly netting: Netting
  readonly from: number
  readonly to: number
  readonly cohort: Cohort
  readonly rates: RetentionRates
  /** By name, those without a group last; their cohorts add up to the whole. Empty where no groups were asked for. */
  readonly groups: readonly RetentionGroup[]
  /** Accounts with lines at the opening date that are not worth more than nothing: in no cohort. */
  readonly exceptions: readonly OpeningException[]
  readonly inside: readonly Inside[]
}

export interface RetentionRates {
  readonly grr: Share
  readonly nrr: Share
  /** As though no price had moved; without a value where the ledger does not say what prices did. */
  readonly nrrWithoutPrice: Share
  readonly logos: Share
  /** Of what came to the end of its term, what was renewed. */
  readonly renewal: Share
  /** A variant that some publish: only accounts lost altogether count as a loss. */
  readonly grrChurnOnly: Share
}

export interface RetentionGroup {
  /** Null for accounts without one, and for parents whose accounts are in several. */
  readonly group: string | null
  readonly cohort: Cohort
  readonly rates: RetentionRates
}

export interface OpeningException {
  readonly account: string
  /** Integer cents of the policy's currency, zero or below. */
  readonly opening: number
  /** Ids of the lines in force. */
  readonly lines: readonly string[]
}

/** The group of an account at the opening date: its segment, its band, its model. */
export type GroupOf = (account: string) => string | null

export function retention(
  ledger: Ledger,
  rates: Rates,
  policy: Policy,
  from: number,
  to: number,
  netting: Netting = 'account',
  groupOf?: GroupOf,
): Retention {
  const book = openBook(ledger, policy, netting)
  const exchange = { table: rateTable(ledger, rates, policy, [from, to]), rate: policy.rate }
  const days: Days = { from: Math.min(from, policy.asOf), to: Math.min(to, policy.asOf) }
  const withPrice = saysPrice(ledger)
  const total = emptyCohort()
  const groups = new Map<string | null, CohortSums>()
  const exceptions: OpeningException[] = []
  const inside: Inside[] = []
  for (const unit of eachUnit(book, [from, to])) {
    const held = heldBy(unit, exchange, netting)
    inside.push(...insidePeriod(unit, book, days))
    if (!held.openAtOpening) {
      const lines = linesAt(unit, book, days.from)
      if (lines.length > 0) exceptions.push({ account: unit.name, opening: held.opening, lines })
      continue
    }
    const own = cohortOf(held, unit, book, exchange, days, withPrice)
    addCohort(total, own)
    if (groupOf === undefined) continue
    const group = groupOfUnit(unit, book, groupOf)
    const sums = groups.get(group) ?? emptyCohort()
    groups.set(group, sums)
    addCohort(sums, own)
  }
  return {
    netting,
    from,
    to,
    cohort: total,
    rates: retentionRates(total, withPrice),
    groups: [...groups]
      .map(([group, cohort]) => ({ group, cohort, rates: retentionRates(cohort, withPrice) }))
      .toSorted((a, b) => Number(a.group === null) - Number(b.group === null) || byText(a.group!, b.group!)),
    exceptions: exceptions.toSorted((a, b) => byText(a.account, b.account)),
    inside: inside.toSorted((a, b) => byText(a.account, b.account) || a.from - b.from),
  }
}

/** `withPrice`: whether the cohort's lines say what prices did. */
export function retentionRates(cohort: Cohort, withPrice: boolean): RetentionRates {
  const { opening, retainedGross, retainedNet, churn, price, available, renewed, logosOpen, logosLost } = cohort
  const nobody = 'no accounts at the opening date'
  return {
    grr: share(retainedGross, opening, nobody),
    nrr: share(retainedNet, opening, nobody),
    nrrWithoutPrice: withPrice
      ? share(retainedNet - price, opening, nobody)
      : { numerator: retainedNet, denominator: opening, value: null, because: 'the ledger says nothing of prices' },
    logos: share(logosOpen - logosLost, logosOpen, nobody),
    renewal: share(renewed, available, 'nothing came to the end of its term'),
    grrChurnOnly: share(opening + churn, opening, nobody),
  }
}

function groupOfUnit({ cells }: Unit, { ledger }: Book, groupOf: GroupOf): string | null {
  const groups = new Set(cells.map(({ account }) => groupOf(ledger.account.names[account]!)))
  return groups.size === 1 ? [...groups][0]! : null
}

function linesAt({ lines }: Unit, { ledger, ends }: Book, day: number): string[] {
  return [...lines]
    .filter((line) => ledger.start[line]! <= day && ends[line]! > day)
    .map((line) => ledger.ids[line]!)
    .toSorted(byText)
}
