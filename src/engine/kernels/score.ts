import type { Columns } from '../../model/columns.ts'
import { emptyScores } from './empty-scores.ts'
import { foreignOf } from './imported.ts'
import type { Plan } from './plan.ts'
import { run, type Binding, type Program } from './scope.ts'
import type { Detail, Scores } from './scores.ts'
import { sinksOf } from './sinks.ts'
import { forget } from './texts.ts'
import { BLOCK } from './vector.ts'

export interface ScoreOptions {
  /** 'scores' unless said otherwise. */
  readonly columns?: Detail
}

/** Scores every row of a table: the same numbers, to the last digit, as one account at a time. */
export function score(plan: Plan, columns: Columns, options: ScoreOptions = {}): Scores {
  const { model, parts } = plan
  const detail = options.columns ?? 'scores'
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
