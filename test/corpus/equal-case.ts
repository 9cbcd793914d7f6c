import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Columns } from '../../src/model/columns.ts'
import type { Model } from '../../src/model/model.ts'
import { bindCells } from '../../src/tables/bind.ts'
import { open } from '../models/open.ts'

const folder = join(import.meta.dirname, 'equal')

/** The folders of `test/corpus/equal`. */
export const equalCases: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

/** Days since 1970-01-01 of the date for which the corpus is scored. */
export const asOf = Date.UTC(2025, 5, 30) / 86_400_000

/** What a back end gives for one row under the headings of expected.csv; null is a blank cell. */
export type Figures = (row: number, column: string) => number | string | null

export interface EqualCase {
  readonly model: Model
  readonly columns: Columns
  /** Where a back end gives something else than was derived, as text. */
  readonly differences: (figures: Figures) => readonly string[]
}

export function equalCase(name: string): EqualCase {
  const own = join(folder, name, 'model.salus')
  const { model, findings } = open(existsSync(own) ? own : join(folder, '../../../models', `${name}.salus`))
  const broken = findings.filter((found) => found.level === 'error').map((found) => found.slug)
  if (broken.length > 0) throw new Error(`${name} does not compile: ${broken.join(', ')}`)
  const { columns } = bindCells(cells(join(folder, name, 'rows.csv')), allInputs(model))
  const [header = [], ...expected] = cells(join(folder, name, 'expected.csv'))
  if (columns.length !== expected.length) throw new Error(`${name} has ${columns.length} rows for ${expected.length}`)
  const { low, high } = model.segments[0]!.root.scale
  const within = 1e-9 * (high - low)
  return {
    model,
    columns,
    differences: (figures) =>
      expected.flatMap((line, row) =>
        header.flatMap((column, at) => {
          const wanted = line[at]!
          const got = at === 0 ? wanted : figures(row, column)
          return isSame(got, wanted, within) ? [] : [`${line[0]} ${column}: ${got}, not ${wanted}`]
        }),
      ),
  }
}

function isSame(got: number | string | null, wanted: string, within: number): boolean {
  if (typeof got === 'number') return wanted !== '' && Math.abs(got - Number(wanted)) <= within
  return (got ?? '') === wanted
}

function cells(file: string): string[][] {
  return Papa.parse<string[]>(readFileSync(file, 'utf8'), { skipEmptyLines: true }).data
}
