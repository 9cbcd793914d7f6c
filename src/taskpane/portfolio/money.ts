import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { Field, Fields } from '../../host/filter/field.ts'
import { foldHeader } from '../../tables/match.ts'

/** What accounts are worth: a column of amounts, and in which currency each is. Amounts of different currencies are never added. */
export interface Money {
  readonly field: Field
  readonly label: string
  /** NaN where an account has no amount. */
  readonly values: Float64Array
  /** Those in use, most accounts first; one, unnamed, where nothing says which. */
  readonly currencies: readonly Currency[]
  /** By account, the place in `currencies`; -1 where it has no amount or no currency. */
  readonly of: Int16Array
}

export interface Currency {
  /** As the list writes it; empty where it does not. */
  readonly code: string
  readonly accounts: number
}

const NAMES = [
  'acv',
  'arr',
  'annualcontractvalue',
  'annualvalue',
  'contractvalue',
  'contractacv',
  'mrr',
  'annualrevenue',
  'revenue',
]

/** The columns that could be amounts, those called so first. */
export function moneyFields(fields: Fields): readonly Field[] {
  const columns = [...fields.values()].filter(({ group, kind }) => group === 'Columns' && kind === 'number')
  const place = ({ label }: Field): number => {
    const at = NAMES.indexOf(foldHeader(label))
    return at === -1 ? NAMES.length : at
  }
  return columns.toSorted((a, b) => place(a) - place(b))
}

/** A header that says its currency itself: `ACV in USD`, `ARR (EUR)`. */
const CODE = /(?:\bin |\()([A-Z]{3})\)?$/

/** The amounts of a portfolio: of the column that was chosen, else of the one called ACV or the like; null where none is. */
export function moneyOf({ applied, scores }: Portfolio, fields: Fields, chosen: string | null): Money | null {
  const candidates = moneyFields(fields)
  const declared = applied.inputs.filter(({ type }) => type === 'money').flatMap(({ labels }) => labels)
  const field =
    candidates.find(({ id }) => id === chosen) ??
    candidates.find(({ label }) => declared.includes(label)) ??
    candidates.find(({ label }) => NAMES.includes(foldHeader(label)))
  const column = field?.column()
  if (field === undefined || column?.kind !== 'number') return null
  const { values } = column
  const codes = currencyCodes(fields)
  const said = CODE.exec(field.label)?.[1] ?? null
  const fixed = said ?? applied.inputs.find(({ labels }) => labels.includes(field.label))?.currency ?? ''
  const counts = new Map<string, number>()
  const codeOf = (index: number): string | null => (codes === null || said !== null ? fixed : codes(index))
  for (let index = 0; index < scores.length; index++) {
    const code = codeOf(index)
    if (!Number.isNaN(values[index]!) && code !== null) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const currencies = [...counts]
    .map(([code, accounts]) => ({ code, accounts }))
    .toSorted((a, b) => b.accounts - a.accounts)
  const places = new Map(currencies.map(({ code }, at) => [code, at]))
  const of = Int16Array.from({ length: scores.length }, (_, index) => {
    const code = codeOf(index)
    return code === null || Number.isNaN(values[index]!) ? -1 : places.get(code)!
  })
  return { field, label: field.label, values, currencies, of }
}

/** How to read an account's currency; null where no column says. */
function currencyCodes(fields: Fields): ((index: number) => string | null) | null {
  const field = [...fields.values()].find(
    ({ group, label }) => group === 'Columns' && /currency(code)?$/.test(foldHeader(label)),
  )
  const column = field?.column()
  if (column?.kind !== 'text') return null
  const codes = column.dictionary.map((text) => text.trim().toUpperCase())
  return (index) => codes[column.codes[index]!] ?? null
}

const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

/** `USD 12.3M`. */
export function sayAmount(amount: number, { code }: Pick<Currency, 'code'>): string {
  return `${code} ${compact.format(amount)}`.trim()
}

/** `1,204`. */
export function sayCount(count: number): string {
  return count.toLocaleString('en')
}

/** `1 account`, `1,204 accounts`. */
export function sayAccounts(count: number): string {
  return `${sayCount(count)} ${count === 1 ? 'account' : 'accounts'}`
}
