import { type Plan, plan as planOf } from '../engine/kernels/plan.ts'
import { score } from '../engine/kernels/score.ts'
import { membersOf } from '../engine/segments.ts'
import { valueShown } from '../engine/valueShown.ts'
import type { Column, Columns } from '../model/columns.ts'
import { allInputs } from '../model/all-inputs.ts'
import type { Formula } from '../model/expression.ts'
import type { Input } from '../model/input.ts'
import type { Result } from '../model/model.ts'
import type { TextRows } from './history.ts'

/** What each measure judged in each row, as people write it, by path. `segment` are the codes of the rows' segments. */
export function judgedValues(plan: Plan, columns: Columns, segment: Int16Array): ReadonlyMap<string, TextRows> {
  const judged = judgedIn(plan)
  const computed = computedColumns(plan, columns, judged)
  const inputs = allInputs(plan.model)
  const shown = judged.map(({ formula }, at) => shownAs(columnOf(formula, columns) ?? computed[at]!, formula, inputs))
  const texts = new Map<string, TextRows>()
  for (const path of new Set(judged.map((one) => one.path))) {
    const bySegment = plan.model.segments.map((_, code) =>
      judged.findIndex((one) => one.path === path && one.segments.includes(code)),
    )
    texts.set(path, merged(bySegment, shown, segment))
  }
  return texts
}

/** A formula that a measure judges, with the segments in which it does. */
interface Judged {
  readonly path: string
  readonly formula: Formula
  readonly segments: number[]
}

function judgedIn({ model }: Plan): readonly Judged[] {
  const all: Judged[] = []
  for (const [code, segment] of model.segments.entries()) {
    for (const [path, { member }] of membersOf(segment)) {
      if (member.kind !== 'measure' || member.value === null) continue
      const formula = member.value
      const text = JSON.stringify(formula.expression)
      const same = all.find((one) => one.path === path && JSON.stringify(one.formula.expression) === text)
      if (same === undefined) all.push({ path, formula, segments: [code] })
      else same.segments.push(code)
    }
  }
  return all
}

/** An input that is judged as it is. */
function columnOf({ expression }: Formula, columns: Columns): Column | null {
  return expression.kind === 'input' ? (columns.inputs.get(expression.name) ?? null) : null
}

/** Formulas are computed as results are: the same model, with each of them as a named result. */
function computedColumns({ model, asOf }: Plan, columns: Columns, judged: readonly Judged[]): readonly Column[] {
  const blank: Column = { kind: 'number', values: new Float64Array(columns.length).fill(NaN), unreadable: [] }
  const formulas = judged.flatMap(({ formula }, at) => (formula.expression.kind === 'input' ? [] : [{ formula, at }]))
  const found: Column[] = judged.map(() => blank)
  if (formulas.length === 0) return found
  const results = formulas.map(({ formula, at }): Result => {
    return { name: `judged ${at}`, label: '', formula, doc: null, span: null }
  })
  const { account } = score(planOf({ ...model, results }, { asOf }), columns, { columns: 'account' })
  for (const [k, { at }] of formulas.entries()) found[at] = account!.results[k]!
  return found
}

function shownAs(column: Column, formula: Formula, inputs: readonly Input[]): TextRows {
  if (column.kind === 'text') return column
  const dictionary: string[] = []
  const known = new Map<number, number>()
  const isAnswer = formula.type === 'yes/no'
  const codes = Int32Array.from(column.values, (value) => {
    if (Number.isNaN(value)) return -1
    const before = known.get(value)
    if (before !== undefined) return before
    const text = valueShown(isAnswer ? value !== 0 : value, formula, inputs)
    const code = text === null ? -1 : dictionary.push(text) - 1
    known.set(value, code)
    return code
  })
  return { codes, dictionary }
}

/** Row by row from the column of the row's segment. */
function merged(bySegment: readonly number[], shown: readonly TextRows[], segment: Int16Array): TextRows {
  const used = [...new Set(bySegment)].filter((at) => at >= 0)
  const starts = new Map<number, number>()
  const dictionary: string[] = []
  for (const at of used) {
    starts.set(at, dictionary.length)
    for (const text of shown[at]!.dictionary) dictionary.push(text)
  }
  const codes = Int32Array.from(segment, (of, row) => {
    const at = bySegment[of] ?? -1
    const code = at < 0 ? -1 : shown[at]!.codes[row]!
    return code < 0 ? -1 : code + starts.get(at)!
  })
  return { codes, dictionary }
}
