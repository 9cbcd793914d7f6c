import type { Columns } from '../../model/columns.ts'
import type { Expression } from '../../model/expression.ts'
import { vectorOf } from './expression.ts'
import { foreignVector } from './foreign.ts'
import type { Plan } from './plan.ts'
import { bindingOf } from './score.ts'
import { run, type Program, type Scope } from './scope.ts'
import { isText } from './text-vectors.ts'
import { forget } from './texts.ts'
import { BLOCK } from './vector.ts'

/**
 * Formulas that read no score of their own model, for every row of a table, whether a segment has it or not. NaN is
 * missing; a condition is 1 or 0; of a text a number that the same text has in all rows.
 */
export function formulaColumns(plan: Plan, formulas: readonly Expression[], columns: Columns): readonly Float64Array[] {
  const { model, asOf, parts } = plan
  const { texts } = parts
  const spelled = texts.spellings.length
  const program: Program = { steps: [], binders: [], frame: { rows: new Int32Array(BLOCK), n: 0 } }
  const scope: Scope = {
    model,
    asOf: asOf ?? NaN,
    texts,
    program,
    vectors: new Map(),
    member: () => null,
    foreign: (kind, path, name) => foreignVector(scope, kind, path, name),
  }
  const vectors = formulas.map((one) => ({ of: vectorOf(scope, one), text: isText(model, one) }))
  const binding = bindingOf(plan, columns)
  for (const bind of program.binders) bind(binding)
  const out = formulas.map(() => new Float64Array(columns.length))
  const rows = new Int32Array(BLOCK)
  for (let start = 0; start < columns.length; start += BLOCK) {
    const n = Math.min(BLOCK, columns.length - start)
    for (let i = 0; i < n; i++) rows[i] = start + i
    run(program, rows, n)
    for (const [at, { of, text }] of vectors.entries()) {
      const column = out[at]!
      for (let i = 0; i < n; i++) column[start + i] = text ? (texts.folded[of[i]!] ?? NaN) : of[i]!
    }
  }
  forget(texts, spelled)
  return out
}

/** The segment of every row, as the model numbers them; -1 where it is in none. */
export function segmentColumn(plan: Plan, columns: Columns): Int16Array {
  const { selection, texts } = plan.parts
  const out = new Int16Array(columns.length)
  if (selection.all !== null) return out.fill(selection.all)
  const spelled = texts.spellings.length
  selection.choose(bindingOf(plan, columns), out)
  forget(texts, spelled)
  return out
}
