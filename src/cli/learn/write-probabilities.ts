import type { Finding } from '../../findings/finding.ts'
import type { Input } from '../../model/input.ts'
import { formatOf, writeTable, type Field, type OutputColumn } from '../../tables/node.ts'
import { scoresOf } from '../../validation/learn/fit.ts'
import { historiesOf } from '../../validation/learn/latest.ts'
import type { Learned } from '../../validation/learn/learn.ts'
import { rowsOf, type Observations } from '../../validation/learn/observations.ts'
import { probabilityOf } from '../../validation/learn/probability.ts'
import { percent } from '../../validation/learn/tally-text.ts'
import { UNUSUAL, unusualOf, type Unusual } from '../../validation/learn/unusual.ts'
import { Problem } from '../problem.ts'
import { readWhole } from './read-whole.ts'

/**
 * Writes the last row of every account that is still there, as it was read, with its churn probability and whether it is
 * unusual against its own history: columns that a model takes as inputs.
 */
export async function writeProbabilities(
  path: string,
  data: { readonly path: string; readonly sheet?: string },
  learned: Learned,
  whole: Observations,
  inputs: ReadonlyMap<string, Input>,
): Promise<readonly Finding[]> {
  const format = formatOf(path)
  if (format === null) throw new Problem(`the name ${path} does not say a format: end it in .csv`)
  const table = await readWhole(data.path, [], data)
  const histories = historiesOf(whole)
  const last = histories.map((rows) => rows.at(-1)!)
  const scores = scoresOf(learned.fitted, rowsOf(whole, last))
  const chances = Array.from(scores, (score) => learned.calibration && probabilityOf(learned.calibration, score))
  const columns = whole.candidates.flatMap((one) => (one.kind === 'number' ? [one] : []))
  const furthest = unusualOf(histories, columns)
  const unusual = furthest.map((one) => (one !== null && Math.abs(one.distance) >= UNUSUAL ? one : null))
  const made: readonly (Field & { readonly column: OutputColumn })[] = [
    ...table.headers.map((name) => ({ name, kind: 'text' as const, column: kept(table, name, last) })),
    texts(
      'churn_probability',
      chances.map((chance) => chance && percent(chance.probability)),
    ),
    texts(
      'churn_low',
      chances.map((chance) => chance && percent(chance.low)),
    ),
    texts(
      'churn_high',
      chances.map((chance) => chance && percent(chance.high)),
    ),
    texts(
      'unusual',
      unusual.map((one, at) => (furthest[at] === null ? null : one === null ? 'no' : 'yes')),
    ),
    texts(
      'unusual_measure',
      unusual.map((one) => one && one.name),
    ),
    texts(
      'unusual_because',
      unusual.map((one) => one && because(one, inputs.get(one.name)!)),
    ),
  ]
  return writeTable(
    path,
    format,
    made.map(({ name, kind }) => ({ name, kind })),
    [{ length: last.length, columns: made.map(({ column }) => column) }],
  )
}

/** `mau_per_seat is 21%, usually 55%`. */
function because({ name, value, usual }: Unusual, { type }: Input): string {
  const shown = (number: number): string =>
    type === 'percent' ? percent(number) : String(Number(number.toPrecision(4)))
  return `${name} is ${shown(value)}, usually ${shown(usual)}`
}

function kept(
  { columns }: Awaited<ReturnType<typeof readWhole>>,
  header: string,
  rows: readonly number[],
): OutputColumn {
  const column = columns.inputs.get(header)
  if (column?.kind !== 'text') return { kind: 'text', values: rows.map(() => null) }
  return { kind: 'codes', codes: rows.map((row) => column.codes[row]!), dictionary: column.dictionary }
}

function texts(name: string, values: readonly (string | null)[]): Field & { readonly column: OutputColumn } {
  return { name, kind: 'text', column: { kind: 'text', values } }
}
