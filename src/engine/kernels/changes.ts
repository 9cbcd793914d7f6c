import type { Dimension, Modifier, Rounding } from '../../model/group.ts'
import { findBand } from '../bands.ts'
import { round } from '../rounding.ts'
import { vectorOf } from './expression.ts'
import type { Scope } from './scope.ts'
import { isText } from './text-vectors.ts'
import type { Texts } from './texts.ts'
import type { Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** What changes numbers after they are calculated, in the order of the fields. */
export interface Changes {
  readonly round: Rounding | null
  readonly modifiers: readonly Modifier[]
  readonly inside: { readonly low: number; readonly high: number } | null
}

/** Numbers after their changes, the calculated vector itself where nothing can change them; `band` where an override may set one. */
export interface ChangedVectors {
  readonly points: Vector
  readonly band: Vector | null
}

/** `bands` is the dimension whose ladder overrides name. */
export function changeVectors(tree: Tree, calculated: Vector, changes: Changes, bands: Dimension): ChangedVectors {
  const { round: rounding, modifiers, inside } = changes
  if (rounding === null && modifiers.length === 0 && inside === null) return { points: calculated, band: null }
  const { steps } = tree.scope.program
  const points = new Float64Array(BLOCK)
  const band = modifiers.some((one) => one.kind === 'override') ? new Float64Array(BLOCK) : null
  steps.push((n) => {
    points.set(n === BLOCK ? calculated : calculated.subarray(0, n))
    band?.fill(NaN, 0, n)
  })
  if (rounding !== null) steps.push((n) => roundPoints(points, rounding, n))
  for (const modifier of modifiers) modify(tree, points, band, modifier, bands)
  if (inside !== null) steps.push((n) => holdInside(points, inside.low, inside.high, n))
  return { points, band }
}

function roundPoints(points: Vector, by: Rounding, n: number): void {
  for (let i = 0; i < n; i++) {
    if (points[i] !== points[i]) continue
    const after = round(points[i]!, by.direction, by.places, by.guard)
    // Equal numbers are left alone, and with them a zero's sign.
    if (Number.isFinite(after) && after !== points[i]) points[i] = after
  }
}

function holdInside(points: Vector, low: number, high: number, n: number): void {
  for (let i = 0; i < n; i++) {
    const before = points[i]!
    if (before < low) points[i] = low
    else if (before > high) points[i] = high
  }
}

function modify(tree: Tree, points: Vector, band: Vector | null, modifier: Modifier, bands: Dimension): void {
  const { scope } = tree
  const applies = appliesVector(scope, modifier)
  const amount = modifier.amount === null ? null : vectorOf(scope, modifier.amount.expression)
  if (modifier.kind === 'override') {
    const given = bandGiven(tree, modifier, bands)
    scope.program.steps.push((n) => {
      for (let i = 0; i < n; i++) {
        const name = given === null ? NaN : given[i]!
        const number = amount === null ? points[i]! : amount[i]!
        const isThere = amount === null ? name === name : number === number
        if (applies[i] !== 1 || !isThere) continue
        points[i] = number
        band![i] = name
      }
    })
    return
  }
  if (amount === null) return
  const change = changedBy[modifier.kind]
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const after = change(points[i]!, amount[i]!)
      if (applies[i] === 1 && after - after === 0) points[i] = after
    }
  })
}

const changedBy: Readonly<Record<Exclude<Modifier['kind'], 'override'>, (before: number, amount: number) => number>> = {
  bonus: (before, amount) => before + amount,
  penalty: (before, amount) => before - amount,
  multiply: (before, amount) => before * amount,
  cap: (before, amount) => Math.min(before, amount),
  floor: (before, amount) => Math.max(before, amount),
}

/** 1 where the modifier's condition holds, it has not run out, and it has the reason it may need. */
function appliesVector(scope: Scope, modifier: Modifier): Uint8Array {
  const out = new Uint8Array(BLOCK).fill(1)
  const when = modifier.when === null ? null : vectorOf(scope, modifier.when.expression)
  const until = modifier.until === null ? null : vectorOf(scope, modifier.until.expression)
  const reason =
    modifier.reasonRequired && modifier.becauseFrom !== null ? vectorOf(scope, modifier.becauseFrom.expression) : null
  const hasReason = !modifier.reasonRequired || (modifier.because ?? '').trim() !== ''
  if (when === null && until === null && reason === null && hasReason) return out
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const holds = when === null || when[i] === 1
      // Without a scoring date what has a last day is not in force: no number is at least NaN.
      const inForce = until === null || until[i] !== until[i] || until[i]! >= scope.asOf
      const explained = hasReason || (reason !== null && reason[i] === reason[i])
      out[i] = holds && inForce && explained ? 1 : 0
    }
  })
  return out
}

/** Codes of the bands an override names, a column's found by name or label; null where it names none. */
function bandGiven(tree: Tree, modifier: Modifier, bands: Dimension): Vector | null {
  const { scope, names } = tree
  if (modifier.bandFrom === null) {
    return modifier.band === null ? null : new Float64Array(BLOCK).fill(names.codeOf(modifier.band))
  }
  const { expression } = modifier.bandFrom
  const from = vectorOf(scope, expression)
  const out = new Float64Array(BLOCK)
  const codeOf = (name: string | undefined): number => (name === undefined ? NaN : names.codeOf(name))
  let all: Texts = scope.texts
  scope.program.binders.push(({ texts }) => {
    all = texts
  })
  const text = isText(scope.model, expression)
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const given = from[i]!
      if (given !== given) out[i] = NaN
      else out[i] = codeOf(text ? findBand(bands.bands, all.spellings[given]!)?.name : bands.bands[given]?.name)
    }
  })
  return out
}
