import { type Refusal, refuse } from '../../host/desk/state.ts'
import type { ExclusionReason, Ledger } from '../../finance/ledger.ts'
import { OPEN } from '../../finance/ledger.ts'
import type { Rates } from '../../finance/rates.ts'
import { readLedgerCells } from '../../finance/read/ledger.ts'
import { readRatesCells } from '../../finance/read/rates.ts'
import { sentence } from '../../findings/report.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'

type Cells = readonly (readonly Cell[])[]

/** A ledger as a function needs it, and the currency of the figures. */
export interface LedgerRead {
  readonly kind: 'ledger'
  readonly ledger: Ledger
  readonly currency: string
}

export interface RatesRead {
  readonly kind: 'rates'
  readonly rates: Rates
}

/**
 * What was read of ranges lately. Many cells ask about one ledger, and a host hands over its cells anew each time: they
 * are compared with those of last time, which is a hundred times as quick as reading them.
 */
export interface ReadCache {
  readonly ledgers: Remembered<LedgerRead | Refusal>[]
  readonly rates: Remembered<RatesRead | Refusal>[]
}

interface Remembered<T> {
  readonly cells: Cells
  readonly key: string
  readonly value: T
}

/** So many ranges are remembered: a workbook has a ledger or two. */
const KEPT = 4

export function readCache(): ReadCache {
  return { ledgers: [], rates: [] }
}

export interface LedgerWanted {
  /** Null: that of the lines, where they are all in one. */
  readonly currency: string | null
  readonly recurring: readonly string[]
  /** The row of the sheet under the header. */
  readonly firstRowNumber: number
}

export function readLedgerOnce(cache: ReadCache, cells: Cells, wanted: LedgerWanted): LedgerRead | Refusal {
  const key = JSON.stringify([wanted.currency, wanted.recurring, wanted.firstRowNumber])
  return once(cache.ledgers, cells, key, () => readLedger(cells, wanted))
}

/** Rates of a range with headers; without one, those of a ledger that needs none. */
export function readRatesOnce(cache: ReadCache, cells: Cells | null, currency: string): RatesRead | Refusal {
  if (cells === null) return { kind: 'rates', rates: noRates(currency) }
  return once(cache.rates, cells, currency, () => {
    const { rates, findings } = readRatesCells(cells, currency)
    const problem = findings.find(({ level }) => level === 'error')
    return problem === undefined ? { kind: 'rates', rates } : refuse('wrong', `in the rates: ${sentence(problem)}`)
  })
}

function once<T>(kept: Remembered<T>[], cells: Cells, key: string, read: () => T): T {
  const known = kept.findIndex((one) => one.key === key && sameCells(one.cells, cells))
  if (known >= 0) {
    const [found] = kept.splice(known, 1)
    kept.unshift(found!)
    return found!.value
  }
  const value = read()
  kept.unshift({ cells, key, value })
  kept.length = Math.min(kept.length, KEPT)
  return value
}

function sameCells(a: Cells, b: Cells): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  return a.every((row, r) => {
    const other = b[r]!
    return row.length === other.length && row.every((cell, c) => sameCell(cell, other[c]!))
  })
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  return a.kind === b.kind && plainText(a) === plainText(b)
}

/**
 * Lines that cannot be placed or valued: a figure without them would be another, so none is given. Lines that never run,
 * are read twice, are totals or do not recur are left out by right.
 */
const SPOIL: ReadonlySet<ExclusionReason> = new Set<ExclusionReason>([
  'no-account',
  'no-start',
  'amount-unreadable',
  'date-unreadable',
  'currency-unknown',
  'no-rate',
])

function readLedger(cells: Cells, wanted: LedgerWanted): LedgerRead | Refusal {
  const { recurring, firstRowNumber } = wanted
  // Rates are asked for when the days are known at which they are needed.
  const reading = readLedgerCells(cells, {
    asOf: OPEN - 1,
    from: OPEN - 1,
    currency: wanted.currency ?? '',
    rates: { currency: wanted.currency ?? '', at: () => ({ numerator: 1, denominator: 1 }) },
    recurring,
    firstRowNumber,
    blanksAsZero: true,
  })
  const { ledger, findings } = reading
  const problem = findings.find(({ level }) => level === 'error')
  if (problem !== undefined) return refuse('wrong', `in the ledger: ${sentence(problem)}`)
  const spoilt = ledger.excluded.filter(({ reason }) => SPOIL.has(reason))
  const [first] = spoilt
  if (first !== undefined) {
    const more = spoilt.length === 1 ? '' : `, and ${spoilt.length - 1} more lines`
    return refuse('wrong', `a line of the ledger does not count, row ${first.row}: ${first.because}${more}`)
  }
  if (ledger.length === 0) return refuse('wrong', nothingCounts(ledger, recurring))
  const used = [...new Set(ledger.currency.codes)].map((code) => ledger.currency.names[code]!)
  const currency = wanted.currency ?? (used.length === 1 ? used[0]! : null)
  if (currency === null) {
    return refuse('wrong', `the ledger is in ${used.toSorted().join(', ')}: name the currency of the figures`)
  }
  return { kind: 'ledger', ledger, currency }
}

function nothingCounts({ excluded }: Ledger, recurring: readonly string[]): string {
  if (excluded.length === 0) return 'the ledger has no lines under its headers'
  const words = recurring.map((word) => `"${word}"`).join(', ')
  const other = excluded.every(({ reason }) => reason === 'not-recurring')
  return other
    ? `no line of the ledger is of the kind ${words}; name the kinds of charge that recur`
    : `no line of the ledger counts: ${excluded[0]!.because}`
}

function noRates(currency: string): Rates {
  return { currency, at: (from) => (from === currency ? { numerator: 1, denominator: 1 } : null) }
}
