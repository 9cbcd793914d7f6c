import { cellHolds, cellsOf, witnessOf, type Cell } from './cells.ts'
import type { Row } from './columns.ts'
import type { Domain } from './domain.ts'
import { domainOfInput } from './domain.ts'
import type { Expression } from './expression.ts'
import { constantOf, partsOf } from './expression-parts.ts'
import type { Model } from './model.ts'
import { exactly, possibleIn, type Possible } from './possible.ts'
import { possibleValues, type Known } from './possible-values.ts'
import { letNamed } from './value-domain.ts'

/** The scoring date of made-up rows: 1 January 2025, in days since 1970-01-01. */
export const SAMPLE_DATE = 20_089

/** What an expression yields for one row: exact, save where it reads scores. */
export function valueFor(model: Model, row: Row, asOf: number, expression: Expression): Possible {
  const known: Known = (part) => {
    if (part.kind === 'as of') return exactly(asOf)
    if (part.kind === 'input') {
      const input = model.inputs.find((candidate) => candidate.name === part.name)
      return input === undefined ? null : possibleIn(cellOf(row[part.name] ?? null), domainOfInput(input))
    }
    if (part.kind !== 'let') return null
    const named = letNamed(model, part.name)
    if (named === undefined) return null
    const given = row[part.name]
    return given === undefined
      ? possibleValues(named.formula.expression, known)
      : possibleIn(cellOf(given), cellDomain(given))
  }
  return possibleValues(expression, known)
}

/** The cell that holds one value only. */
function cellOf(value: number | string | boolean | null): Cell {
  if (value === null) return { kind: 'missing' }
  return typeof value === 'number' ? { kind: 'point', at: value } : { kind: 'value', value }
}

function cellDomain(value: number | string | boolean | null): Domain {
  if (typeof value === 'boolean') return { kind: 'values', values: [true, false], open: false }
  if (typeof value === 'string') return { kind: 'values', values: [], open: true }
  return { kind: 'number', low: null, lowIncluded: false, high: null, highIncluded: false, whole: false }
}

/** The inputs an expression reads, through its `let`s. */
export function inputsRead(model: Model, expression: Expression): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (part: Expression): void => {
    if (part.kind === 'input') names.add(part.name)
    if (part.kind === 'let') {
      const named = letNamed(model, part.name)
      if (named !== undefined) visit(named.formula.expression)
    }
    partsOf(part).forEach(visit)
  }
  visit(expression)
  return names
}

/** Values of an input worth trying: those that stand for its cells first, then figures near the constants that are compared. */
export function candidatesFor(
  model: Model,
  name: string,
  cell: Cell | null,
  constants: readonly number[],
): readonly (number | string | boolean | null)[] {
  const input = model.inputs.find((candidate) => candidate.name === name)
  if (input === undefined || cell?.kind === 'missing') return [null]
  const domain = domainOfInput(input)
  const allowed = cellsOf(domain, []).slice(0, -1)
  const first = cell === null ? allowed.map(witnessOf) : [witnessOf(cell)]
  const near = constants.flatMap((constant) => [
    constant,
    constant - 1,
    constant + 1,
    constant / 2,
    constant * 2,
    constant * 10,
  ])
  const figures =
    input.type === 'date'
      ? [SAMPLE_DATE, ...[1, 30, ...near].flatMap((days) => [SAMPLE_DATE - days, SAMPLE_DATE + days, days])].map(
          Math.round,
        )
      : [1, 0, 10, 100, ...near, -1, 1000]
  const pool = domain.kind === 'number' ? [...(input.type === 'date' ? [] : first), ...figures] : first
  const inside = pool.filter((value) => allowed.some((part) => cellHolds(part, value)))
  return [...new Set(inside)].filter((value) => cell === null || cellHolds(cell, value))
}

/** Numbers written anywhere in an expression or the `let`s it reads. */
export function constantsIn(model: Model, expression: Expression): readonly number[] {
  const constant = constantOf(expression)
  if (typeof constant === 'number') return [constant]
  const named = expression.kind === 'let' ? letNamed(model, expression.name) : undefined
  const inside = named === undefined ? partsOf(expression) : [named.formula.expression]
  return inside.flatMap((part) => constantsIn(model, part))
}

/** Whether an expression, or a `let` it reads, asks for the scoring date. */
export function readsDate(model: Model, expression: Expression): boolean {
  if (expression.kind === 'as of') return true
  const named = expression.kind === 'let' ? letNamed(model, expression.name) : undefined
  const parts = named === undefined ? partsOf(expression) : [named.formula.expression]
  return parts.some((part) => readsDate(model, part))
}
