import { movements, type AccountMovement } from '../bridge.ts'
import { heldBy } from '../cohort.ts'
import type { Ledger } from '../ledger.ts'
import { monthEnds } from '../month-ends.ts'
import { rateTable } from '../rate-table.ts'
import type { Rates } from '../rates.ts'
import { eachUnit, openBook } from '../walk.ts'
import { balancesAt, type Balance } from './balances.ts'
import type { Reconciliation } from './reconciliation.ts'

/** What the figures of a report are made of, account by account, down to the numbers of the ledger's lines. */
export interface Detail {
  readonly movements: readonly MovementDetail[]
  readonly opening: readonly Balance[]
  readonly closing: readonly Balance[]
  /** Largest loss first. */
  readonly cohort: readonly CohortMember[]
}

export interface MovementDetail extends AccountMovement {
  readonly linesBefore: readonly number[]
  readonly linesAfter: readonly number[]
}

/** An account that was there at the opening, both balances at the rate that the policy compares at. */
export interface CohortMember {
  readonly account: string
  readonly opening: number
  readonly closing: number
  readonly retainedGross: number
  readonly linesBefore: readonly number[]
  readonly linesAfter: readonly number[]
}

export function detailOf({ header }: Reconciliation, ledger: Ledger, rates: Rates): Detail {
  const { policy, from, to } = header
  const book = openBook(ledger, policy, 'account')
  const lines = new Map<string, Int32Array>()
  const exchange = { table: rateTable(ledger, rates, policy, [from, to]), rate: policy.rate }
  const cohort: CohortMember[] = []
  const runningOn = (own: Int32Array, date: number): readonly number[] => {
    const day = Math.min(date, policy.asOf)
    return [...own].filter((line) => ledger.start[line]! <= day && day < book.ends[line]!)
  }
  for (const unit of eachUnit(book, [from, to])) {
    const own = unit.lines.slice()
    lines.set(unit.name, own)
    const held = heldBy(unit, exchange, 'account')
    if (!held.openAtOpening) continue
    cohort.push({
      account: unit.name,
      opening: held.opening,
      closing: held.closing,
      retainedGross: held.gross,
      linesBefore: runningOn(own, from),
      linesAfter: runningOn(own, to),
    })
  }
  return {
    movements: movements(ledger, rates, policy, monthEnds(from, to)).map((one) => ({
      ...one,
      linesBefore: runningOn(lines.get(one.account)!, one.from),
      linesAfter: runningOn(lines.get(one.account)!, one.to),
    })),
    opening: balancesAt(ledger, rates, policy, from),
    closing: balancesAt(ledger, rates, policy, to),
    cohort: cohort.toSorted(
      (a, b) => a.retainedGross - a.opening - (b.retainedGross - b.opening) || (a.account < b.account ? -1 : 1),
    ),
  }
}
