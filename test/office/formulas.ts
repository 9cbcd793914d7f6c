import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { evaluate } from '../../src/engine/evaluate.ts'
import { formulaBook, type FormulaBook, type SheetCell } from '../../src/formula/index.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Columns } from '../../src/model/columns.ts'
import type { DimensionExplanation, Explanation } from '../../src/model/explanation.ts'
import type { Input } from '../../src/model/input.ts'
import type { Model } from '../../src/model/model.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { writeBook } from '../../src/tables/xlsx/write-book.ts'
import { CSV, type LibreOffice } from './libre-office.ts'

/** Accounts for a workbook, with what the engine reads of them. */
export interface Accounts {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (SheetCell | null)[])[]
  readonly columns: ReadonlyMap<string, number>
  readonly bound: Columns
}

export interface Asked {
  readonly asOf: number | null
  readonly segment?: string
  readonly style?: 'cells' | 'let'
}

export function bookFor(model: Model, accounts: Accounts, asked: Asked): FormulaBook {
  return formulaBook(model, {
    accounts,
    columnOf: (input: Input) => accounts.columns.get(input.name) ?? null,
    asOf: asked.asOf,
    ...(asked.segment !== undefined && { segment: asked.segment }),
    style: asked.style ?? 'cells',
    sheets: { model: 'Model', accounts: 'Accounts' },
  })
}

/** Writes a workbook without any result in it and has LibreOffice compute it: rows of the accounts' sheet. */
export async function computed(book: FormulaBook, office: LibreOffice, name: string): Promise<readonly string[][]> {
  // Numbers in full: a format would have them shown as percentages.
  const plain = (cell: SheetCell | null): SheetCell | null => {
    if (cell?.formula === undefined) return cell
    return { value: null, formula: cell.formula, ...(cell.group === undefined ? {} : { group: cell.group }) }
  }
  const sheets = book.sheets!.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(plain)), tables: [] }))
  const path = join(office.folder, `${name}.xlsx`)
  await writeFile(path, await writeBook({ sheets, part: null, calculate: true }, { own: [], namespace: '' }))
  await office.convert(path, CSV)
  const given = book.sheets![0]!.rows[0]!.length - book.columns.length
  const rows = (await office.rowsOf(`${name}.csv`)).slice(1)
  return rows.map((row) => row.map((cell, at) => (at < given ? cell : withoutPercent(cell))))
}

/** What a percentage is computed from lends its format to the result. */
function withoutPercent(cell: string): string {
  return /^-?\d[\d.]*(?:E[-+]?\d+)?%$/.test(cell) ? String(Number(cell.slice(0, -1)) / 100) : cell
}

export interface Differences {
  rows: number
  values: number
  readonly found: string[]
}

/** What a workbook shows beside what the engine gives, account by account. */
export function differences(
  model: Model,
  { header, bound }: Accounts,
  asked: Asked,
  book: FormulaBook,
  rows: readonly (readonly string[])[],
  into: Differences = { rows: 0, values: 0, found: [] },
): Differences {
  const inputs = allInputs(model)
  for (const [index, row] of rows.entries()) {
    const { asOf, segment } = asked
    const expected = evaluate(model, rowAt(bound, inputs, index), { asOf, ...(segment !== undefined && { segment }) })
    const wanted = valuesOf(model, expected)
    into.rows++
    for (const [n, { key }] of book.columns.entries()) {
      if (!wanted.has(key)) continue
      into.values++
      const value = wanted.get(key)!
      const shown = row[header.length + n] ?? ''
      if (!isSame(shown, value, key)) into.found.push(`row ${index} ${key}: ${shown} for ${String(value)}`)
    }
  }
  return into
}

function isSame(shown: string, value: unknown, key: string): boolean {
  if (value === null) return shown === ''
  if (typeof value === 'boolean') return shown === (value ? 'TRUE' : 'FALSE')
  if (key === '|shown') return shown !== '' && Number(shown) === Number(value)
  if (typeof value !== 'number') return shown === value
  return shown !== '' && Math.abs(Number(shown) - value) <= 1e-9 * Math.max(1, Math.abs(value))
}

/** By the key of the column. */
function valuesOf(model: Model, expected: Explanation): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>([
    ['|segment', expected.segment],
    ['|number', expected.score],
    ['|shown', expected.shown],
    ['|band', expected.band],
    ['|coverage', expected.coverage],
  ])
  const paths = new Set<string>()
  const walk = (member: Model['segments'][number]['root']['children'][number]): void => {
    paths.add(member.path)
    if (member.kind === 'dimension') member.children.forEach(walk)
  }
  for (const { root } of model.segments) root.children.forEach(walk)
  for (const path of paths) values.set(`${path}|number`, null).set(`${path}|band`, null)
  const visit = (
    above: string,
    { dimensions, measures }: Pick<DimensionExplanation, 'dimensions' | 'measures'>,
  ): void => {
    for (const one of measures)
      values.set(`${above}${one.name}|number`, one.points).set(`${above}${one.name}|band`, one.band)
    for (const one of dimensions) {
      values.set(`${above}${one.name}|number`, one.score).set(`${above}${one.name}|band`, one.band)
      visit(`${above}${one.name}.`, one)
    }
  }
  visit('', expected)
  for (const { kind, label } of model.indicators) {
    values.set(
      `${kind} |${label}`,
      expected.indicators.some((one) => one.kind === kind && one.label === label),
    )
  }
  return values
}
