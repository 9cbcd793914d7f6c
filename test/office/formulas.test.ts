import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readGivenCells } from '../../src/cli/given-cells.ts'
import { compile } from '../../src/compile/index.ts'
import type { FormulaBook } from '../../src/formula/index.ts'
import { compileFile } from '../../src/cli/load-model.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Input } from '../../src/model/input.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { type Cell, rowsFor } from '../sql/cells.ts'
import { type Accounts, bookFor, computed, differences } from './formulas.ts'
import { type LibreOffice, openComputing, WITH_OFFICE } from './libre-office.ts'

const root = resolve(import.meta.dirname, '../..')
const AS_OF = 20269
const ROWS = 400
const models = readdirSync(join(root, 'models')).filter((file) => file.endsWith('.salus'))

describe.runIf(WITH_OFFICE)('a workbook that scores itself', () => {
  let office: LibreOffice
  beforeAll(async () => {
    office = await openComputing()
  })
  afterAll(() => office.close())

  test.each(models)('%s: LibreOffice and the engine agree on every account of the sample', async (file) => {
    const { model } = compileFile(join(root, 'models', file))
    const asked = { asOf: AS_OF }
    const { given } = await readGivenCells(model, { data: join(root, 'samples/accounts.csv') }, asked)
    const book = bookFor(model, given, asked)
    expect(book.findings).toEqual([])
    const found = differences(
      model,
      given,
      asked,
      book,
      await computed(book, office, file.replace('.salus', '-sample')),
    )
    expect(found.found.slice(0, 5)).toEqual([])
    expect(found.rows).toBe(given.bound.length)
  })

  test.each(models)('%s: and on accounts that meet its edges', async (file) => {
    const { model } = compileFile(join(root, 'models', file))
    const inputs = allInputs(model)
    const cells = rowsFor(model, ROWS, 20261122)
    const accounts = accountsOf(inputs, cells)
    const asked = { asOf: AS_OF }
    const book = bookFor(model, accounts, asked)
    expect(book.findings).toEqual([])
    const found = differences(
      model,
      accounts,
      asked,
      book,
      await computed(book, office, file.replace('.salus', '-edges')),
    )
    expect(found.found.slice(0, 5)).toEqual([])
    expect(found.rows).toBe(ROWS)
  })

  test('answers that stand for no data are missing, however they are typed', async () => {
    const { model } = compile(
      `model m
inputs { account text key  a yes/no missing when "No"  b yes/no missing when 0 }
dimension d { measure a poor = no, healthy = yes  measure b poor = no, healthy = yes }`,
      'm.salus',
    )
    const typed: readonly Cell[] = [true, false, 1, 0, 'yes', 'No ', ' no', 'n', '1', '0', '-', 'maybe', null]
    const accounts = accountsOf(
      allInputs(model),
      typed.flatMap((a, n) => typed.map((b, k) => [`${n}-${k}`, a, b])),
    )
    const book = bookFor(model, accounts, { asOf: AS_OF })
    expect(book.findings).toEqual([])
    const found = differences(model, accounts, { asOf: AS_OF }, book, await computed(book, office, 'answers'))
    expect(found).toMatchObject({ rows: typed.length ** 2, found: [] })
  })

  test('numbers changed on the sheet and in the model file give the same scores again', async () => {
    const path = join(root, 'models/sourcegraph.salus')
    const { model } = compileFile(path)
    const text = readFileSync(path, 'utf8')
      .replace('measure mau_per_seat  poor < 50% <= concerning', 'measure mau_per_seat  poor < 62.5% <= concerning')
      .replace('measure versions_behind  healthy <= 2 <', 'measure versions_behind  healthy <= 1 <')
      .replace('dimension pulse "Account Pulse" weight 30%', 'dimension pulse "Account Pulse" weight 10%')
      .replace('dimension utilization "Utilization" weight 55%', 'dimension utilization "Utilization" weight 75%')
    const { model: wanted } = compile(text, path)
    const edits = [
      { part: 'Utilization › ', number: 'concerning at or above', from: 0.5, to: 0.625 },
      { part: 'Technical Health › Versions', number: 'concerning above', from: 2, to: 1 },
      { part: 'Account Pulse', number: 'weight', from: 0.3, to: 0.1 },
      { part: 'Utilization', number: 'weight', from: 0.55, to: 0.75 },
    ]
    const asked = { asOf: AS_OF }
    const { given } = await readGivenCells(model, { data: join(root, 'samples/accounts.csv') }, asked)
    const book = edits.reduce(edited, bookFor(model, given, asked))
    const rows = await computed(book, office, 'changed')
    expect(differences(wanted, given, asked, book, rows).found.slice(0, 5)).toEqual([])
    // The change is one: these are no longer the scores of before.
    expect(differences(model, given, asked, book, rows).found.length).toBeGreaterThan(100)
  })
})

interface Edit {
  readonly part: string
  readonly number: string
  readonly from: number
  readonly to: number
}

/** What a person does who finds a number under its heading and types another, wherever the segments have it. */
function edited(book: FormulaBook, { part, number, from, to }: Edit): FormulaBook {
  let heading = ''
  let found = 0
  const sheets = book.sheets!.map((sheet) => {
    if (sheet.name !== 'Model') return sheet
    const rows = sheet.rows.map((row) => {
      if (row.length === 1) heading = String(row[0]?.value ?? '')
      if (!heading.startsWith(part) || row[1]?.value !== number) return row
      return row.map((cell) => {
        if (cell?.entry !== true || cell.value !== from) return cell
        found++
        return { ...cell, value: to }
      })
    })
    return { ...sheet, rows }
  })
  expect(found).toBeGreaterThan(0)
  return { ...book, sheets }
}

/** Cells as a person types them into a workbook, beside what the tables make of them. */
function accountsOf(inputs: readonly Input[], cells: readonly (readonly Cell[])[]): Accounts {
  const { columns: bound } = bindCells([inputs.map((input) => input.name), ...cells.map((row) => [...row])], inputs)
  const rows = cells.map((row, at) =>
    row.map((cell, n) => {
      const { name, type } = inputs[n]!
      const column = bound.inputs.get(name)
      const value = column?.kind === 'number' ? column.values[at]! : NaN
      if (cell === null) return null
      if (type === 'percent' || type === 'date') {
        if (Number.isNaN(value)) return { value: String(cell) }
        return type === 'date' ? { value: value + 25_569, format: 'yyyy-mm-dd' } : { value, format: '0.##%' }
      }
      return { value: cell }
    }),
  )
  return {
    header: inputs.map((input) => input.name),
    rows,
    columns: new Map(inputs.map(({ name }, n) => [name, n])),
    bound,
  }
}
