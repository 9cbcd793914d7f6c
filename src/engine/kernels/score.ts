import type { Columns } from '../../model/columns.ts'
import { emptyScores } from './empty-scores.ts'
import { foreignOf } from './imported.ts'
import type { Plan } from './plan.ts'
import { run, type Binding, type Program } from './scope.ts'
import type { Detail, Scores } from './scores.ts'
import { scoreByTables } from './score-by-tables.ts'
import { sinksOf } from './sinks.ts'
import { forget } from './texts.ts'
import { BLOCK } from './vector.ts'

export interface ScoreOptions {
  /** 'scores' unless said otherwise. */
  readonly columns?: Detail
  /** Which way to take where there are two; they give the same. Chosen by the length of the table unless said. */
  readonly path?: 'tables' | 'general'
  /** Scores of the same plan and length, to be written over where that can be done; what is returned holds the result. */
  readonly into?: Scores
}

/** Scores every row of a table: the same numbers, to the last digit, as one account at a time. */
export function score(plan: Plan, columns: Columns, options: ScoreOptions = {}): Scores {
  const { model, parts } = plan
  const detail = options.columns ?? 'scores'
  const fast = detail === 'scores' && options.path !== 'general' ? scoreFast(plan, columns, options) : null
  if (fast !== null) return fast
  const out = emptyScores(plan, columns.length, detail)
  const spelled = parts.texts.spellings.length
  const imported = new Map(
    [...parts.imported].map(([name, other]) => [
      name,
      foreignOf(other, score(other, columns, { columns: 'explanation' })),
    ]),
  )
  const binding: Binding = { columns, texts: parts.texts, imported }
  const { selection } = parts
  if (selection.all !== null) out.segment.fill(selection.all)
  else selection.choose(binding, out.segment)
  for (const index of model.segments.keys()) {
    const rows = selection.all === null ? rowsOf(out.segment, index) : null
    const length = rows === null ? (selection.all === index ? columns.length : 0) : rows.length
    if (length === 0) continue
    const segment = parts.program(index, detail)
    bind(segment.program, binding)
    const sinks = sinksOf(plan, segment, out)
    const block = new Int32Array(BLOCK)
    for (let start = 0; start < length; start += BLOCK) {
      const n = Math.min(BLOCK, length - start)
      for (let i = 0; i < n; i++) block[i] = rows === null ? start + i : rows[start + i]!
      run(segment.program, block, n)
      for (const sink of sinks) sink(block, n)
    }
  }
  forget(parts.texts, spelled)
  return out
}

/** By lookup, where the model is simple enough and one segment has all rows; null where it is not. */
function scoreFast(plan: Plan, columns: Columns, { path, into }: ScoreOptions): Scores | null {
  const { all } = plan.parts.selection
  // Tables pay once there are more rows than words in them.
  if (all === null || all < 0 || (path !== 'tables' && columns.length < BLOCK)) return null
  const tables = plan.parts.tables(all)
  if (tables === null) return null
  const out = into?.length === columns.length ? into : emptyScores(plan, columns.length, 'scores')
  if (!scoreByTables(tables, columns, out)) return null
  out.segment.fill(all)
  return out
}

function bind(program: Program, binding: Binding): void {
  for (const bindTo of program.binders) bindTo(binding)
}

function rowsOf(segment: Int16Array, index: number): Int32Array {
  let count = 0
  for (let i = 0; i < segment.length; i++) count += Number(segment[i] === index)
  const rows = new Int32Array(count)
  let at = 0
  for (let i = 0; i < segment.length && at < count; i++) if (segment[i] === index) rows[at++] = i
  return rows
}
