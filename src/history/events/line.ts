import { evaluateExpression, type Scope } from '../../engine/expression.ts'
import { scoreAccount } from '../../engine/account.ts'
import type { Value } from '../../engine/value.ts'
import type { Expression } from '../../model/expression.ts'
import type { Row } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'

/** What an expression over the columns of a log yields on one line of it. */
export function valueOnLine(expression: Expression, line: Row, asOf: number): Value {
  return evaluateExpression(expression, { ...nothing, asOf, input: (name) => line[name] ?? null })
}

/** What an expression of a model yielded for an account on an earlier day. Only what it reads is computed. */
export function valueOnDay(model: Model, expression: Expression, row: Row, day: number): Value {
  return evaluateExpression(expression, scoreAccount(model, row, { asOf: day }).scope)
}

const nothing: Scope = { asOf: null, input: () => null, let: () => null, points: () => null, band: () => null }
