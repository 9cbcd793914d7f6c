import type { BridgeMonth } from '../../src/finance/bridge.ts'
import type { Cohort } from '../../src/finance/cohort.ts'
import type { Policy } from '../../src/finance/policy.ts'
import type { Rates } from '../../src/finance/rates.ts'
import { day, type Line } from './ledger-of.ts'

/**
 * The figures once more, day by day and line by line, as one would explain them: slow, and with nothing in common with
 * the columns. Amounts are converted in whole numbers without bound.
 */
export class Obvious {
  readonly lines: readonly Line[]
  readonly parents: ReadonlyMap<string, string | null>
  readonly rates: Rates
  readonly policy: Policy

  constructor(lines: readonly Line[], parents: ReadonlyMap<string, string | null>, rates: Rates, policy: Policy) {
    this.lines = lines
    this.parents = parents
    this.rates = rates
    this.policy = policy
  }

  /** Lines that count on a day, those kept over a short gap included. */
  inForce(account: string, date: number): Line[] {
    const own = this.lines.filter((line) => line.account === account)
    const kept = this.gapAround(own, date)
    return own.filter((line) => runs(line, date) || (kept !== null && endOf(line) === kept && startOf(line) < kept))
  }

  /** The first day of a gap of the account's sold lines, short enough not to count, that `date` lies in; else null. */
  gapAround(own: readonly Line[], date: number): number | null {
    const sold = (on: number) => own.some((line) => line.annual > 0 && runs(line, on))
    if (this.policy.gapDays === 0 || sold(date)) return null
    let before = date
    let after = date
    while (!sold(before - 1) && date - before <= this.policy.gapDays) before--
    while (!sold(after) && after - date <= this.policy.gapDays) after++
    return sold(before - 1) && sold(after) && after - before <= this.policy.gapDays ? before : null
  }

  unitOf(account: string): string {
    // Of a parent without lines the ledger knows no parent.
    const parent = this.lines.some((line) => line.account === account) ? (this.parents.get(account) ?? null) : null
    return parent === null ? account : this.unitOf(parent)
  }

  units(netting: 'account' | 'sku' | 'parent'): Map<string, string[]> {
    const accounts = [...new Set(this.lines.map((line) => line.account))]
    return Map.groupBy(accounts, (account) => (netting === 'parent' ? this.unitOf(account) : account))
  }

  /** Cents in the currency, of one account's lines. */
  worth(account: string, currency: string, date: number, sku?: string): number {
    return this.inForce(account, date)
      .filter((line) => line.currency === currency && (sku === undefined || line.sku === sku))
      .reduce((sum, line) => sum + Math.round(line.annual * 100), 0)
  }

  exactly(cents: number, currency: string, date: number): number {
    if (currency === this.policy.currency) return cents
    const { numerator, denominator } = this.rates.at(currency, date)!
    return halfAway(BigInt(cents) * BigInt(numerator), BigInt(denominator))
  }

  exactChange(cents: number, currency: string, from: number, to: number): number {
    if (currency === this.policy.currency) return 0
    const [one, other] = [this.rates.at(currency, from)!, this.rates.at(currency, to)!]
    const change = BigInt(other.numerator) * BigInt(one.denominator) - BigInt(one.numerator) * BigInt(other.denominator)
    return halfAway(BigInt(cents) * change, BigInt(one.denominator) * BigInt(other.denominator))
  }

  cells(accounts: readonly string[]): [account: string, currency: string][] {
    return accounts.flatMap((account) =>
      [...new Set(this.lines.filter((line) => line.account === account).map((line) => line.currency!))].map(
        (currency): [string, string] => [account, currency],
      ),
    )
  }

  skus(account: string): string[] {
    return [...new Set(this.lines.filter((line) => line.account === account).map((line) => line.sku!))]
  }

  isThere(accounts: readonly string[], date: number): boolean {
    const cells = this.cells(accounts)
    const one = new Set(cells.map(([, currency]) => currency)).size === 1
    const worth = cells.map(([account, currency]) =>
      one ? this.worth(account, currency, date) : this.exactly(this.worth(account, currency, date), currency, date),
    )
    return worth.reduce((a, b) => a + b, 0) > 0
  }

  cameBefore(accounts: readonly string[], date: number): boolean {
    for (let on = date; on >= day('2023-01-01'); on--) {
      const lines = accounts.flatMap((account) => this.inForce(account, on))
      if (lines.reduce((sum, line) => sum + Math.round(line.annual * 100), 0) > 0) return true
    }
    return false
  }

  month(netting: 'account' | 'sku' | 'parent', from: number, to: number): Omit<BridgeMonth, 'counts'> {
    const month = {
      from,
      to,
      opening: 0,
      new: 0,
      reactivation: 0,
      expansion: 0,
      contraction: 0,
      churn: 0,
      fx: 0,
      rounding: 0,
      closing: 0,
    }
    for (const accounts of this.units(netting).values()) {
      const cells = this.cells(accounts)
      const moves: number[] = []
      let [opening, closing, fx, native] = [0, 0, 0, 0]
      for (const [account, currency] of cells) {
        const [o, c] = [this.worth(account, currency, from), this.worth(account, currency, to)]
        opening += this.exactly(o, currency, from)
        closing += this.exactly(c, currency, to)
        native += c - o
        if (this.policy.rate === 'closing') fx += this.exactChange(o, currency, from, to)
        if (this.policy.rate === 'opening') fx += this.exactChange(c, currency, from, to)
        const parts = netting === 'sku' ? this.skus(account) : [undefined]
        for (const sku of parts) {
          const [before, after] = [this.worth(account, currency, from, sku), this.worth(account, currency, to, sku)]
          moves.push(this.moved(before, after, currency, from, to))
        }
      }
      const moved = moves.reduce((a, b) => a + b, 0)
      const [there, here] = [this.isThere(accounts, from), this.isThere(accounts, to)]
      month.opening += opening
      month.closing += closing
      month.fx += fx
      month.rounding += closing - opening - moved - fx
      if (!there && here) month[this.cameBefore(accounts, from) ? 'reactivation' : 'new'] += moved
      else if (there && !here) month.churn += moved
      else {
        for (const move of there && netting === 'sku' ? moves : [moved]) {
          month[move > 0 ? 'expansion' : 'contraction'] += move
        }
      }
    }
    return month
  }

  moved(before: number, after: number, currency: string, from: number, to: number): number {
    const { rate } = this.policy
    if (rate === 'reported') return this.exactly(after, currency, to) - this.exactly(before, currency, from)
    return this.exactly(after - before, currency, rate === 'closing' ? to : from)
  }

  cohort(netting: 'account' | 'sku' | 'parent', from: number, to: number): Partial<Cohort> {
    const { rate } = this.policy
    const [opens, closes] = [rate === 'closing' ? to : from, rate === 'opening' ? from : to]
    const sums = { opening: 0, retainedGross: 0, retainedNet: 0, logosOpen: 0, logosLost: 0 }
    for (const accounts of this.units(netting).values()) {
      const cells = this.cells(accounts)
      const one = new Set(cells.map(([, currency]) => currency)).size === 1
      let [opening, closing, bySku, nativeOpening, nativeClosing] = [0, 0, 0, 0, 0]
      for (const [account, currency] of cells) {
        const [o, c] = [this.worth(account, currency, from), this.worth(account, currency, to)]
        opening += this.exactly(o, currency, opens)
        closing += this.exactly(c, currency, closes)
        nativeOpening += o
        nativeClosing += c
        for (const sku of this.skus(account)) {
          bySku += Math.min(
            this.exactly(this.worth(account, currency, from, sku), currency, opens),
            this.exactly(this.worth(account, currency, to, sku), currency, closes),
          )
        }
      }
      if (!((one ? nativeOpening : opening) > 0)) continue
      sums.opening += opening
      sums.retainedNet += closing
      sums.retainedGross += netting === 'sku' ? bySku : Math.min(opening, closing)
      sums.logosOpen++
      if (!((one ? nativeClosing : closing) > 0)) sums.logosLost++
    }
    return sums
  }
}

function startOf(line: Line): number {
  return day(line.start)
}

function endOf(line: Line): number {
  return line.end === undefined ? Infinity : day(line.end)
}

function runs(line: Line, date: number): boolean {
  return startOf(line) <= date && endOf(line) > date
}

function halfAway(numerator: bigint, denominator: bigint): number {
  const size = numerator < 0n ? -numerator : numerator
  const whole = size / denominator + ((size % denominator) * 2n >= denominator ? 1n : 0n)
  return Number(numerator < 0n ? -whole : whole)
}
