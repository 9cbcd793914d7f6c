import { scoreAccount } from '../engine/account.ts'
import { evaluate, explain as reasons } from '../engine/evaluate.ts'
import { numberReader } from '../tables/values/number-reader.ts'
import { textReader } from '../tables/values/text-reader.ts'
import { cellText, plainText } from '../tables/cell-text.ts'
import { type Cell, isUnreadable } from '../tables/cell.ts'
import { isTextual } from '../tables/column-reader.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Columns, Row } from '../model/columns.ts'
import { rowAt } from '../model/row-at.ts'
import type { OverrideRow } from '../model/override.ts'
import { labelOf } from '../model/input.ts'
import type { AbsentInput, Binding } from './binding.ts'
import { inputsJudged } from './inputs-judged.ts'

/** One account as its cells say. */
export interface Account {
  readonly binding: Binding
  readonly cells: readonly Cell[]
  /** Where its values stand in columns with figures across accounts; null where its cells have them all. */
  readonly placed: { readonly columns: Columns; readonly index: number } | null
  /** What could not be known of its cells. */
  readonly doubts: readonly string[]
}

export function isBlank(cells: readonly Cell[]): boolean {
  for (const cell of cells) if (cell !== null && (typeof cell !== 'string' || cell.trim() !== '')) return false
  return true
}

/** The overrides of the account that a row names; null where there are none. */
export function overridesOf(binding: Binding, cells: readonly Cell[]): readonly OverrideRow[] | null {
  const { overrides } = binding.applied
  if (overrides.size === 0) return null
  const key = keyOf(binding, cells)
  return key === null ? null : (overrides.get(key) ?? null)
}

/** The key of the account that a row names; null where no column does. */
export function keyOf({ matching: { account: column } }: Binding, cells: readonly Cell[]): string | null {
  return column === null ? null : plainText(cells[column] ?? null).trim()
}

/** The account with every reason, overrides included; what would lift it is searched for only where it is asked for. */
export function explain(account: Account, { nearest }: { readonly nearest: boolean }): Explanation {
  const { binding, cells } = account
  const { model, asOf, segment } = binding.applied
  const overrides = overridesOf(binding, cells)
  const options = {
    asOf,
    account: keyOf(binding, cells),
    ...(segment !== null && { segment: segment.name }),
    ...(overrides !== null && { overrides }),
  }
  const row = rowOf(account)
  if (nearest) return evaluate(model, row, options)
  return { ...reasons(model, row, options, scoreAccount(model, row, options)), nearest: null }
}

function rowOf({ binding, cells, placed }: Account): Row {
  if (placed !== null) return rowAt(placed.columns, binding.applied.inputs, placed.index)
  const row: Record<string, Row[string]> = {}
  for (const { input, column, read } of binding.bound) {
    const value = read(cells[column])
    row[input.name] = input.type === 'yes/no' && value !== null ? value !== 0 : value
  }
  return row
}

/** A cell that was there and could not be read. */
export interface UnreadableCell {
  readonly input: string
  /** `abc` in Seats is not a number. */
  readonly sentence: string
}

export function unreadableCells({ binding, cells }: Account): readonly UnreadableCell[] {
  return binding.bound.flatMap(({ input, column }) => {
    const cell = cells[column] ?? null
    const reading = isTextual(input) ? textReader(input)(cell) : numberReader(input)(cell)
    if (!isUnreadable(reading)) return []
    const sentence = `\`${cellText(cell)}\` in ${labelOf(input)} is not ${reading.expected}`
    return [{ input: input.name, sentence }]
  })
}

/** All that is to be said of an account's data: what could not be read, known or found. */
export function notesOf(account: Account, { segment }: Pick<Explanation, 'segment'>): readonly string[] {
  const { applied, absent } = account.binding
  const own = applied.model.segments.find(({ name }) => name === segment)
  const judged = own && inputsJudged(applied.model, own)
  const without = absent.filter(({ input }) => judged?.has(input.name))
  return [
    ...unreadableCells(account).map(({ sentence }) => `${sentence}; it counts as missing`),
    ...account.doubts,
    ...(without.length === 0 ? [] : [withoutColumns(without)]),
  ]
}

function withoutColumns(absent: readonly AbsentInput[]): string {
  const names = absent
    .slice(0, NAMED)
    .map(({ input, nearest }) => `"${labelOf(input)}"${nearest === null ? '' : ` (is it "${nearest}"?)`}`)
  if (absent.length === 1) return `No column for ${names[0]}; it counts as missing`
  const more = absent.length > NAMED ? ` and ${absent.length - NAMED} more` : ''
  return `No columns for ${names.join(', ')}${more}; they count as missing`
}

/** So many inputs are named; a sheet of another kind would lack them all. */
const NAMED = 5
