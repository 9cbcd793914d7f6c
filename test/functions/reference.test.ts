import { readFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { describe, expect, test } from 'vitest'
import type { AnswerCell } from '../../src/functions/call.ts'
import { referencePage } from '../../src/functions/reference.ts'
import { type FunctionEntry, registry } from '../../src/functions/registry.ts'
import { openDesk } from '../../src/host/desk/desk.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import type { BookCell } from '../../src/tables/xlsx/book.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { sampleBook } from '../../src/workbench/sample.ts'
import { callOn } from './sheet.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

test('docs/functions.md is what the registry says', async () => {
  const file = new URL('docs/functions.md', root)
  const page = await format(referencePage(registry), { ...(await resolveConfig(file)), parser: 'markdown' })
  expect(read('docs/functions.md')).toBe(page)
})

describe('the registry', () => {
  test.each(registry.map((entry) => [entry.name, entry] as const))('%s is what hosts take', (name, entry) => {
    expect(name).toMatch(/^HEALTH(\.[A-Z]+)?$/)
    expect(entry.description.length).toBeLessThanOrEqual(120)
    for (const argument of entry.arguments) expect(argument.description.length).toBeLessThanOrEqual(120)
    // Arguments that may be left out stand last.
    const optional = entry.arguments.map((argument) => argument.optional)
    expect(optional.indexOf(true)).toBe(optional.lastIndexOf(false) + 1)
    expect(new Set(entry.arguments.map((argument) => argument.name)).size).toBe(entry.arguments.length)
  })
})

describe('the examples of the reference, on the sample portfolio', () => {
  const book = sampleBook({
    accounts: read('samples/accounts.csv'),
    ledger: read('samples/ledger.csv'),
    fx: read('samples/fx.csv'),
    crm: read('samples/crm.csv'),
    history: read('samples/quarters.csv'),
    model: read('models/sourcegraph.salus'),
  })
  const sheets = book.sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(valueOf)) }))
  const workbook = memoryWorkbook({ abilities: { cards: false }, sheets, part: book.part })
  const desk = openDesk(workbook)
  const examples = registry.flatMap((entry) => entry.examples.map((one) => ({ entry, ...one })))

  test.each(examples)('$formula', async ({ entry, formula, gives }) => {
    const found = await callOn(desk, workbook, entry.name, argumentsOf(entry, formula))
    const shown = found.slice(0, gives.length).map((row) => row.slice(0, gives[0]!.length).map(textOf))
    expect(shown).toEqual(gives)
  })
})

/** The arguments of a formula of one function: addresses, texts in quotes, or nothing between commas. */
function argumentsOf({ name, arguments: known }: FunctionEntry, formula: string): readonly (string | null)[] {
  const inside = formula.slice(`=${name}(`.length, -1)
  const parts = [...inside.matchAll(/(?:^|,)\s*(?:"([^"]*)"|([^,"]*))/g)].map(
    ([, text, plain]) => text ?? plain!.trim(),
  )
  return known.map((_, at) => (parts[at] === undefined || parts[at] === '' ? null : parts[at]))
}

function valueOf(cell: BookCell | null): Cell {
  const value = cell?.value ?? null
  return typeof value === 'object' && value !== null ? value.error : value
}

/** A number with a card is the number. */
function textOf(cell: AnswerCell): string {
  if (cell === null) return ''
  if (typeof cell !== 'object') return String(cell)
  return cell.kind === 'carded' ? String(cell.value) : cell.message
}
