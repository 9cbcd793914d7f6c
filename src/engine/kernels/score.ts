import type { Columns } from '../../model/columns.ts'

import { emptyScores } from './empty-scores.ts'
import { canExplain } from './explanation-passes.ts'
import { foreignOf } from './imported.ts'
import type { Plan } from './plan.ts'
import { run, type Binding, type Foreign, type Program } from './scope.ts'
import { scoreByTables } from './score-by-tables.ts'
import type { Detail, Scores } from './scores.ts'
import { formulaSinks, sinksOf, type Sink } from './sinks.ts'
import { forget } from './texts.ts'
import { BLOCK } from './vector.ts'

export interface ScoreOptions {
  /** 'scores' unless said otherwise. */
  readonly columns?: Detail
  /** Which way to take where there are two; they give the same. Chosen by the length of the table unless said. */
  readonly path?: 'tables' | 'general'
  /** Scores of the same plan, length and detail, to be written over where that can be done; what is returned holds the result. */
  readonly into?: Scores
}

/** Scores every row of a table: the same numbers, to the last digit, as one account at a time. */
export function score(plan: Plan, columns: Columns, options: ScoreOptions = {}): Scores {
  const { texts } = plan.parts
  const spelled = texts.spellings.length
  const binding = bindingOf(plan, columns)
  const out = fastScores(plan, binding, options) ?? generalScores(plan, binding, options.columns ?? 'scores')
  forget(texts, spelled)
  return out
}

/** What programs of a plan read of a table: its columns, and the scores that imported models give its rows. */
export function bindingOf({ parts: { texts, imported } }: Plan, columns: Columns): Binding {
  const scored = ([name, other]: [string, Plan]): [string, Foreign] => [
    name,
    foreignOf(other, score(other, columns, { columns: 'explanation' })),
  ]
  return { columns, texts, imported: new Map([...imported].map(scored)) }
}

/** By lookup, where the model is simple enough and one segment has all rows; null where it is not. */
function fastScores(plan: Plan, binding: Binding, { path, into, columns: detail }: ScoreOptions): Scores | null {
  const { columns } = binding
  const { all } = plan.parts.selection
  if (path === 'general' || all === null || all < 0) return null
  // Tables pay once there are more rows than words in them.
  if (path !== 'tables' && columns.length < BLOCK) return null
  const tables = plan.parts.tables(all)
  const { root } = plan.model.segments[all]!
  if (tables === null || (detail === 'explanation' && !canExplain(tables, root))) return null
  const out = into?.length === columns.length ? into : emptyScores(plan, columns.length, detail ?? 'scores')
  if (!scoreByTables(tables, root, columns, out)) return null
  out.segment.fill(all)
  if (out.account !== null) {
    // Nothing so simple has an override.
    out.account.scoreBefore.set(out.score)
    out.account.bandBefore.set(out.band)
    const formulas = plan.parts.formulas(all)
    runBlocks(formulas.program, binding, formulaSinks(plan, formulas, out.account), null, columns.length)
  }
  return out
}

function generalScores(plan: Plan, binding: Binding, detail: Detail): Scores {
  const { columns } = binding
  const { selection, program } = plan.parts
  const out = emptyScores(plan, columns.length, detail)
  if (selection.all !== null) out.segment.fill(selection.all)
  else selection.choose(binding, out.segment)
  for (const index of plan.model.segments.keys()) {
    const rows = selection.all === null ? rowsOf(out.segment, index) : null
    const length = rows === null ? (selection.all === index ? columns.length : 0) : rows.length
    if (length === 0) continue
    const segment = program(index, detail)
    runBlocks(segment.program, binding, sinksOf(plan, segment, out), rows, length)
  }
  return out
}

/** Runs a program over rows, block by block: those listed, or the first `length`. */
function runBlocks(
  program: Program,
  binding: Binding,
  sinks: readonly Sink[],
  rows: Int32Array | null,
  length: number,
): void {
  if (sinks.length === 0) return
  for (const bind of program.binders) bind(binding)
  const block = new Int32Array(BLOCK)
  for (let start = 0; start < length; start += BLOCK) {
    const n = Math.min(BLOCK, length - start)
    for (let i = 0; i < n; i++) block[i] = rows === null ? start + i : rows[start + i]!
    run(program, block, n)
    for (const sink of sinks) sink(block, n)
  }
}

function rowsOf(segment: Int16Array, index: number): Int32Array {
  let count = 0
  for (let i = 0; i < segment.length; i++) count += Number(segment[i] === index)
  const rows = new Int32Array(count)
  let at = 0
  for (let i = 0; i < segment.length && at < count; i++) if (segment[i] === index) rows[at++] = i
  return rows
}
