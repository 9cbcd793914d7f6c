import { cellsOf, type Cell } from './cells.ts'
import type { Domain } from './domain.ts'
import type { Expression } from './expression.ts'
import { constantOf, partsOf } from './expression-parts.ts'
import type { Model } from './model.ts'
import { mayLieIn, possibleIn, type Possible } from './possible.ts'
import { possibleValues, type Known } from './possible-values.ts'
import { domainOfExpression, inputRead, knownOf, letNamed } from './value-domain.ts'

/** Something conditions read, cut where they compare it. */
export interface Variable {
  /** An input, a `let`, or an expression compared with a constant, which then stands for itself. */
  readonly kind: 'input' | 'let' | 'expression'
  /** Of an input or `let`. */
  readonly name: string | null
  readonly expression: Expression
  readonly domain: Domain
  readonly cells: readonly Cell[]
}

/** One cell for each variable. */
export type Combination = readonly Cell[]

/** All accounts as some conditions can tell them apart. */
export interface ConditionSpace {
  readonly variables: readonly Variable[]
  /** How many combinations there are, impossible ones included. */
  readonly size: number
  /** Every combination that the formulas of the variables allow. */
  combinations(): Iterable<Combination>
  /** What one of the expressions can be for the accounts of a combination. */
  valueIn(combination: Combination, expression: Expression): Possible
}

/** Cuts whatever the expressions read at every constant they compare it with. */
export function conditionSpace(model: Model, expressions: readonly Expression[]): ConditionSpace {
  const reading = { model, slots: new Map<Expression, number>(), found: new Map<string, Found>() }
  for (const expression of expressions) read(reading, expression)
  const variables = [...reading.found.values()].map(({ cuts, ...variable }): Variable => ({
    ...variable,
    cells: cellsOf(variable.domain, cuts),
  }))
  // Where the parts of a computed variable are variables too, only some of their cells go together.
  const computed = variables.flatMap((variable, n) => {
    const formula = formulaOf(model, variable)
    return formula !== null && link(reading, formula) ? [{ n, formula }] : []
  })
  const declared = knownOf(model)
  const knownIn = (combination: Combination): Known => {
    const known: Known = (expression) => {
      const slot = reading.slots.get(expression)
      if (slot !== undefined) return possibleIn(combination[slot]!, variables[slot]!.domain)
      const named = expression.kind === 'let' ? letNamed(model, expression.name) : undefined
      return named === undefined ? declared(expression) : possibleValues(named.formula.expression, known)
    }
    return known
  }
  return {
    variables,
    size: variables.reduce((size, variable) => size * variable.cells.length, 1),
    *combinations() {
      for (const combination of product(variables.map((variable) => variable.cells))) {
        const known = knownIn(combination)
        if (computed.every(({ n, formula }) => mayLieIn(possibleValues(formula, known), combination[n]!)))
          yield combination
      }
    },
    valueIn: (combination, expression) => possibleValues(expression, knownIn(combination)),
  }
}

/** The formula behind a computed variable: of a `let`, or an expression in its own right; null for an input. */
export function formulaOf(model: Model, { kind, expression }: Variable): Expression | null {
  if (kind === 'let') return letNamed(model, (expression as Expression & { kind: 'let' }).name)!.formula.expression
  // A copy, so that it is computed from its parts and not read as the variable that it is.
  return kind === 'expression' && partsOf(expression).length > 0 ? { ...expression } : null
}

type Found = Omit<Variable, 'cells'> & { readonly cuts: (number | string | boolean)[] }
interface Reading {
  readonly model: Model
  /** Which variable an expression is, by its place in `found`. */
  readonly slots: Map<Expression, number>
  readonly found: Map<string, Found>
}

/** Finds the variables of an expression and the constants they meet. */
function read(reading: Reading, expression: Expression): void {
  const expanded = expand(reading.model, expression)
  if (expanded !== expression) return read(reading, expanded)
  if (isVariable(expression)) {
    variableFor(reading, expression)
    return
  }
  const [subject, constants] = meeting(expression)
  if (subject === null) partsOf(expression).forEach((part) => read(reading, part))
  else cut(reading, subject, constants)
}

function cut(reading: Reading, subject: Expression, constants: readonly (number | string | boolean)[]): void {
  const expanded = expand(reading.model, subject)
  // What is chosen from other things has no cuts of its own.
  if (['if', 'coalesce', 'count'].includes(expanded.kind)) read(reading, expanded)
  else variableFor(reading, expanded).cuts.push(...constants)
}

/** What an expression compares with constants; null where it compares two things that vary, or nothing. */
function meeting(expression: Expression): readonly [Expression | null, readonly (number | string | boolean)[]] {
  if (expression.kind !== 'compare' && expression.kind !== 'one of') return [null, []]
  const sides = partsOf(expression)
  const varying = sides.filter((side) => constantOf(side) === null)
  const constants = sides.map(constantOf).filter((constant) => constant !== null)
  return varying.length === 1 ? [varying[0]!, constants] : [null, []]
}

function variableFor(reading: Reading, expression: Expression): Found {
  const { found, model } = reading
  const key = keyOf(model, expression)
  const input = inputRead(model, expression)
  const kind = input !== null ? 'input' : expression.kind === 'let' ? 'let' : 'expression'
  const name = input?.name ?? (expression.kind === 'let' ? expression.name : null)
  const variable = found.get(key) ?? { kind, name, expression, domain: domainOfExpression(model, expression), cuts: [] }
  found.set(key, variable)
  reading.slots.set(expression, [...found.keys()].indexOf(key))
  return variable
}

/** Lets the parts of a formula be read as the variables they are; false where none is one. */
function link(reading: Reading, formula: Expression): boolean {
  let linked = false
  for (const part of partsOf(formula)) {
    const slot = [...reading.found.keys()].indexOf(keyOf(reading.model, part))
    if (slot >= 0) reading.slots.set(part, slot)
    const inside = part.kind === 'let' ? letNamed(reading.model, part.name)!.formula.expression : part
    linked = slot >= 0 || link(reading, inside) || linked
  }
  return linked
}

function keyOf(model: Model, expression: Expression): string {
  const input = inputRead(model, expression)
  return input === null ? JSON.stringify(expression) : JSON.stringify({ kind: 'input', name: input.name })
}

/** A `let` that is a condition, or a choice between texts, is read as what it says; one that is a number is a variable. */
function expand(model: Model, expression: Expression): Expression {
  const named = expression.kind === 'let' ? letNamed(model, expression.name) : undefined
  if (named === undefined || inputRead(model, expression) !== null) return expression
  const figure = named.formula.type === 'number' || named.formula.type === 'date'
  return figure ? expression : expand(model, named.formula.expression)
}

function isVariable(expression: Expression): boolean {
  return ['input', 'let', 'as of', 'points of', 'score of', 'band of'].includes(expression.kind)
}

function* product(choices: readonly (readonly Cell[])[], chosen: readonly Cell[] = []): Iterable<Combination> {
  const here = choices[chosen.length]
  if (here === undefined) yield chosen
  else for (const cell of here) yield* product(choices, [...chosen, cell])
}
