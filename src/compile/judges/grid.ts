import type { Formula } from '../../model/expression.ts'
import type { Axis, AxisKey, GridJudge, Outcome } from '../../model/judge.ts'
import type { ExpressionTree, GridKeyTree, GridTree } from '../../parser/tree.ts'
import { quote, report } from '../context.ts'
import { compileFormula } from '../expressions.ts'
import { valuesOf } from './choices.ts'
import { rangeOf } from './ranges.ts'
import { outcomeOf, type JudgeScope } from './scope.ts'

const nothing: Outcome = { band: null, points: null, because: null, action: null }

/** A two-way table: rows by the first value, columns by the second. */
export function compileGrid(scope: JudgeScope, tree: GridTree): GridJudge {
  const across = axisOf(scope, tree.across, tree.columns)
  const down = axisOf(
    scope,
    tree.down,
    tree.rows.map((row) => row.key),
  )
  const cells = tree.rows.map((row) => {
    if (row.cells.length !== tree.columns.length) {
      report(scope.context, 'grid-shape', { expected: tree.columns.length, got: row.cells.length }, row.span, {
        question:
          row.cells.length < tree.columns.length ? 'what is the rest of it worth?' : 'which cells are too many?',
      })
    }
    return tree.columns.map((_, at): Outcome => {
      const cell = row.cells[at]
      if (cell === undefined) return nothing
      if (cell.kind === 'points') return { ...nothing, points: cell.points.value }
      return outcomeOf(scope, cell.name) ?? nothing
    })
  })
  return { kind: 'grid', down, across, cells, span: tree.span }
}

function axisOf(scope: JudgeScope, tree: ExpressionTree, keys: readonly GridKeyTree[]): Axis {
  const value = compileFormula(scope.context, tree)
  const axis = { ...scope, name: value.text, value, input: inputOf(scope, value) }
  return { value, keys: keys.map((key) => keyOf(axis, key)) }
}

function inputOf(scope: JudgeScope, value: Formula): JudgeScope['input'] {
  return value.expression.kind === 'input' ? (scope.context.inputs.get(value.expression.name) ?? null) : null
}

function keyOf(scope: JudgeScope, key: GridKeyTree): AxisKey {
  const shared = { text: quote(scope.context, key.span), span: key.span }
  if (key.kind !== 'claims') return { kind: key.kind, ...shared }
  if (scope.value?.type === 'text' || scope.value?.type === 'yes/no') {
    const values = valuesOf(scope, key.claims)
    return { kind: 'values', values, ...shared }
  }
  return { kind: 'ranges', ranges: key.claims.flatMap((claim) => rangeOf(scope, null, claim) ?? []), ...shared }
}
