import { OPEN } from './ledger.ts'
import { monthsLater } from './months-later.ts'

/** One line of a contract: integer cents a year in [start, end). A ramp is a line for each of its steps. */
export interface ContractLine {
  readonly annual: number
  readonly start: number
  readonly end: number
}

export interface ContractValue {
  /** Everything the contract is worth, one-time charges with it; null where it has no end. */
  readonly tcv: number | null
  /** What recurs, by year of the whole term: of a ramp the mean of its steps. Null where it has no end or no term. */
  readonly acv: number | null
  /** From the first day of the contract to its last. */
  readonly years: number | null
}

/** Contract values of the lines of one contract and its one-time charges, in integer cents of their currency. */
export function contractValue(
  lines: readonly ContractLine[],
  oneTime = 0,
  declared: { readonly acvWithOneTime: boolean } = { acvWithOneTime: false },
): ContractValue {
  const running = lines.filter(({ start, end }) => end > start)
  if (running.length === 0 || running.some(({ end }) => end === OPEN)) return { tcv: null, acv: null, years: null }
  const recurring = running.reduce((sum, { annual, start, end }) => sum + annual * yearsBetween(start, end), 0)
  const years = yearsBetween(Math.min(...running.map(({ start }) => start)), Math.max(...running.map(({ end }) => end)))
  return {
    tcv: awayFromZero(recurring + oneTime),
    acv: awayFromZero((recurring + (declared.acvWithOneTime ? oneTime : 0)) / years),
    years,
  }
}

/** Whole months, a twelfth each, and what is left in days of a year of 365. */
export function yearsBetween(start: number, end: number): number {
  const [first, last] = [new Date(start * 86_400_000), new Date(end * 86_400_000)]
  const between = (last.getUTCFullYear() - first.getUTCFullYear()) * 12 + last.getUTCMonth() - first.getUTCMonth()
  const months = monthsLater(start, between) > end ? between - 1 : between
  return months / 12 + (end - monthsLater(start, months)) / 365
}

function awayFromZero(cents: number): number {
  return Math.sign(cents) * Math.round(Math.abs(cents)) + 0
}
