import { cellHolds, witnessOf, type Cell } from './cells.ts'
import { candidatesFor, constantsIn, inputsRead, readsDate, SAMPLE_DATE, valueFor } from './candidates.ts'
import type { Row } from './columns.ts'
import { conditionSpace, formulaOf, type Combination, type ConditionSpace } from './condition-space.ts'
import type { Expression } from './expression.ts'
import type { Model } from './model.ts'
import type { Possible } from './possible.ts'

/** A condition and whether it must hold. What does not hold is false or missing. */
export interface Wanted {
  readonly condition: Expression
  readonly holds: boolean
}

/** `none` is proved. `unsure`: no account was found, and none was ruled out. `too large`: it was not tried. */
export type AccountSearch =
  | { readonly kind: 'found'; readonly given: Row; readonly asOf: number | null }
  | { readonly kind: 'none' | 'unsure' | 'too large' }

/** Combinations looked at before a search is given up, and rows tried to make one of them real. */
const LIMIT = 5_000
const ROWS = 200
const TRIES = 20

/** An account for which all that is wanted comes true, or the proof that there is none. */
export function findAccount(model: Model, wanted: readonly Wanted[]): AccountSearch {
  const space = conditionSpace(
    model,
    wanted.map((part) => part.condition),
  )
  if (space.size > LIMIT) return { kind: 'too large' }
  let unsure = false
  let tries = 0
  for (const combination of space.combinations()) {
    if (!wanted.every((part) => mayBe(space.valueIn(combination, part.condition), part.holds))) continue
    unsure = true
    if (tries++ > TRIES) break
    const given = realise(model, space, combination, wanted)
    if (given !== null) return { kind: 'found', ...given }
  }
  return { kind: unsure ? 'unsure' : 'none' }
}

function mayBe(truth: Possible, holds: boolean): boolean {
  if (truth.kind !== 'truth') return true
  return holds ? truth.yes : truth.no || truth.missing
}

function surelyIs(truth: Possible, holds: boolean): boolean {
  if (truth.kind !== 'truth') return false
  return holds ? truth.yes && !truth.no && !truth.missing : !truth.yes
}

/** A row of a combination that certainly is what is wanted. */
function realise(
  model: Model,
  space: ConditionSpace,
  combination: Combination,
  wanted: readonly Wanted[],
): { given: Row; asOf: number | null } | null {
  const constants = [...new Set(wanted.flatMap((part) => constantsIn(model, part.condition)))]
  const asOf = sampleDate(space, combination)
  const dated = wanted.some((part) => readsDate(model, part.condition))
  for (const unknowns of [lettingFree(model, space, combination), onInputs(model, space, combination)]) {
    const choices = unknowns.map(({ name, cell, values }) => ({
      name,
      values: values ?? candidatesFor(model, name, cell, constants),
    }))
    for (const given of rows(choices)) {
      const met = wanted.every((part) => surelyIs(valueFor(model, given, asOf, part.condition), part.holds))
      if (met) return { given, asOf: dated ? asOf : null }
    }
  }
  return null
}

interface Unknown {
  readonly name: string
  readonly cell: Cell | null
  /** Where what to try is known already. */
  readonly values: readonly (number | string | boolean | null)[] | null
}

/** `let`s that share no input with anything else are given as they are: shorter, and as good. */
function lettingFree(model: Model, space: ConditionSpace, combination: Combination): readonly Unknown[] {
  const readers = space.variables.map((variable) => inputsRead(model, variable.expression))
  const free = (n: number) =>
    readers.every((names, other) => other === n || [...names].every((name) => !readers[n]!.has(name)))
  const lets = space.variables.flatMap((variable, n) => (variable.kind === 'let' && free(n) ? [n] : []))
  const given = lets.map((n) => ({
    name: space.variables[n]!.name!,
    cell: combination[n]!,
    values: [witnessOf(combination[n]!)],
  }))
  return [...given, ...onInputs(model, space, combination, new Set(lets))]
}

/** Everything in terms of inputs: those that are cut in their cell, those behind formulas anywhere. */
function onInputs(
  model: Model,
  space: ConditionSpace,
  combination: Combination,
  except: ReadonlySet<number> = new Set(),
): readonly Unknown[] {
  const unknowns = new Map<string, Unknown>()
  for (const [n, variable] of space.variables.entries()) {
    if (variable.kind === 'input')
      unknowns.set(variable.name!, { name: variable.name!, cell: combination[n]!, values: null })
  }
  for (const [n, variable] of space.variables.entries()) {
    const formula = except.has(n) ? null : formulaOf(model, variable)
    if (formula === null) continue
    for (const name of inputsRead(model, formula))
      if (!unknowns.has(name)) unknowns.set(name, { name, cell: null, values: null })
  }
  return [...unknowns.values()]
}

function sampleDate(space: ConditionSpace, combination: Combination): number {
  const n = space.variables.findIndex((variable) => variable.expression.kind === 'as of')
  const cell = n < 0 ? null : combination[n]!
  const witness = cell === null || cellHolds(cell, SAMPLE_DATE) ? SAMPLE_DATE : witnessOf(cell)
  return typeof witness === 'number' ? witness : SAMPLE_DATE
}

/** Rows made of one choice for each name, the first choices first, as many as are worth trying. */
function* rows(
  choices: readonly { readonly name: string; readonly values: readonly (number | string | boolean | null)[] }[],
): Iterable<Row> {
  const places = choices.map(() => 0)
  for (let n = 0; n < ROWS; n++) {
    if (choices.some((choice) => choice.values.length === 0)) return
    yield Object.fromEntries(choices.map((choice, at) => [choice.name, choice.values[places[at]!]!]))
    let at = 0
    while (at < places.length && ++places[at]! >= choices[at]!.values.length) places[at++] = 0
    if (at === places.length) return
  }
}
