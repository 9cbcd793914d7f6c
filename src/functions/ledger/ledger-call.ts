import { type Refusal, refuse } from '../../host/desk/state.ts'
import { nearMiss } from '../../host/desk/which.ts'
import type { Ledger } from '../../finance/ledger.ts'
import type { Netting, Policy } from '../../finance/policy.ts'
import { missingRates } from '../../finance/rate-table.ts'
import type { Rates } from '../../finance/rates.ts'
import { dayOf, isUntold, NO_DAY } from '../../finance/read/days.ts'
import { isoDay } from '../../tables/values/day.ts'
import type { Call } from '../call.ts'
import { textArgument } from '../prepare.ts'
import { type ReadCache, readLedgerOnce, readRatesOnce } from './read-once.ts'

/** What a call about a ledger asks for, all of it checked. */
export interface LedgerCall {
  readonly kind: 'ledger call'
  readonly ledger: Ledger
  readonly rates: Rates
  readonly policy: Policy
  readonly from: number
  readonly to: number
  readonly netting: Netting
}

/** Places of the arguments, the same in every function of a ledger. */
const PLACES = { ledger: 0, from: 1, to: 2, currency: 3, rates: 4, by: 5, recurring: 6 } as const

/** What counts as recurring where the call does not say. */
const RECURRING: readonly string[] = ['recurring']

/** Reads the arguments of a call; `datesOf` gives the days at which the ledger is to be valued. */
export function ledgerCall(
  cache: ReadCache,
  call: Call,
  datesOf: (from: number, to: number) => readonly number[],
): LedgerCall | Refusal {
  const from = dateArgument(call, PLACES.from, 'from')
  if (typeof from === 'object') return from
  const to = dateArgument(call, PLACES.to, 'to')
  if (typeof to === 'object') return to
  if (to <= from) return refuse('wrong', `from has to be before to, but ${isoDay(from)} is not before ${isoDay(to)}`)
  const netting = nettingArgument(call)
  if (typeof netting === 'object') return netting

  const cells = call.arguments[PLACES.ledger] ?? []
  if (cells.length < 2) {
    return refuse('wrong', 'give the contract lines with their header row on top, for example Ledger!A1:J500')
  }
  const recurring = wordsOf(textArgument(call, PLACES.recurring)) ?? RECURRING
  const firstRowNumber = (call.addresses[PLACES.ledger]?.top ?? 0) + 2
  const currency = textArgument(call, PLACES.currency)?.toUpperCase() ?? null
  const read = readLedgerOnce(cache, cells, { currency, recurring, firstRowNumber })
  if (read.kind === 'refusal') return read
  const { ledger } = read
  if (netting === 'parent' && ledger.parents.every((parent) => parent === null)) {
    return refuse('wrong', 'the ledger has no column of parents, such as parent_account_id')
  }

  const rates = readRatesOnce(cache, call.arguments[PLACES.rates] ?? null, read.currency)
  if (rates.kind === 'refusal') return rates
  const policy: Policy = { asOf: to, currency: read.currency, recurring, rate: 'closing', gapDays: 0 }
  const [missing] = missingRates(ledger, rates.rates, policy, datesOf(from, to))
  if (missing !== undefined) {
    const where = call.arguments[PLACES.rates] ? 'the rates have none' : 'give the range of rates'
    const what = `a rate from ${missing.currency} to ${read.currency} on ${isoDay(missing.date)} is needed`
    return refuse('wrong', `${what}: ${where}`)
  }
  return { kind: 'ledger call', ledger, rates: rates.rates, policy, from, to, netting }
}

function dateArgument(call: Call, at: number, name: string): number | Refusal {
  const text = textArgument(call, at)
  if (text === null) return refuse('wrong', `give the date ${name}, for example "2024-12-31" or a cell with a date`)
  const day = dayOf(text)
  if (day !== NO_DAY && !isUntold(day)) return day
  return refuse('wrong', `"${text.slice(0, 40)}" is not clear as a date: write 2024-12-31, or give a cell with a date`)
}

const NETTINGS: Readonly<Record<string, Netting>> = {
  account: 'account',
  accounts: 'account',
  customer: 'account',
  sku: 'sku',
  skus: 'sku',
  product: 'sku',
  parent: 'parent',
  parents: 'parent',
}

function nettingArgument(call: Call): Netting | Refusal {
  const text = textArgument(call, PLACES.by)
  if (text === null) return 'account'
  const word = text.toLowerCase()
  const known = Object.hasOwn(NETTINGS, word) ? NETTINGS[word] : undefined
  if (known !== undefined) return known
  const near = nearMiss(text, ['account', 'sku', 'parent'])
  const suggestion = near === null ? '' : ` Is it "${near}"?`
  return refuse('wrong', `gains and losses are netted by account, sku or parent, not by "${text}".${suggestion}`)
}

function wordsOf(text: string | null): readonly string[] | null {
  const words = (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  return words.length === 0 ? null : words
}
