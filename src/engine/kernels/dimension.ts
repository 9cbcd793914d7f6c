import type { Dimension } from '../../model/group.ts'
import { changeVectors } from './changes.ts'
import { combineVectors } from './combine.ts'
import { bandVector } from './score-bands.ts'
import { MISSING, modifiersOf, NOT_APPLICABLE, SCORED, type MemberVectors, type Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** A dimension, or the whole: its children combined, withheld where too little is known, rounded, modified, banded. */
export function dimensionVectors(tree: Tree, dimension: Dimension): MemberVectors {
  const { steps } = tree.scope.program
  const inactive = tree.inactivity(dimension)
  const children = dimension.children.map((child) => tree.of(child.path)!)
  const counted = children.filter((child) => child.member.weight.value > 0)
  const calculated = combineVectors(tree, dimension.combine, counted)
  const coverage = coverageVector(tree, counted)
  const below = withheldBelow(tree, counted)
  const state = new Uint8Array(BLOCK)
  steps.push((n) => activity(state, inactive, children, n))
  steps.push((n) => clearInactive(state, calculated, n))
  const held = heldVector(tree, dimension, calculated, coverage, below)
  const changes = {
    round: dimension.round,
    modifiers: modifiersOf(tree, dimension),
    inside: dimension.scale.clamp ? dimension.scale : null,
  }
  const changed = changeVectors(tree, held, changes, dimension)
  const { points } = changed
  steps.push((n) => finish(state, points, changed.band, coverage, below, n))
  const ofPoints = bandVector(tree, dimension, points, dimension.judgeShown)
  return {
    member: dimension,
    state,
    calculated,
    points,
    band: changed.band === null ? ofPoints : firstBand(tree, changed.band, ofPoints),
    coverage,
    withheld: below,
    children,
  }
}

/** Not applicable where it, or all below it, is so or off. */
function activity(state: Uint8Array, inactive: Uint8Array | null, children: readonly MemberVectors[], n: number): void {
  state.fill(NOT_APPLICABLE, 0, n)
  for (const child of children) {
    for (let i = 0; i < n; i++) state[i] = state[i]! * +(child.state[i]! >= NOT_APPLICABLE)
  }
  if (inactive !== null) for (let i = 0; i < n; i++) state[i] = inactive[i] === SCORED ? state[i]! : inactive[i]!
}

function clearInactive(state: Uint8Array, calculated: Vector, n: number): void {
  for (let i = 0; i < n; i++) if (state[i]! >= NOT_APPLICABLE) calculated[i] = NaN
}

/** What was calculated, save where too little is known for a score. */
function heldVector(
  tree: Tree,
  { withholdBelow: limit }: Dimension,
  calculated: Vector,
  coverage: Vector,
  below: Uint8Array | null,
): Vector {
  if (limit === null && below === null) return calculated
  const out = new Float64Array(BLOCK)
  tree.scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const isWithheld = (limit !== null && coverage[i]! < limit) || (below !== null && below[i] === 1)
      out[i] = isWithheld ? NaN : calculated[i]!
    }
  })
  return out
}

/** What is not computed has nothing at all, whatever its modifiers say. */
function finish(
  state: Uint8Array,
  points: Vector,
  band: Vector | null,
  coverage: Vector,
  below: Uint8Array | null,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    if (state[i]! >= NOT_APPLICABLE) {
      points[i] = NaN
      coverage[i] = NaN
      if (band !== null) band[i] = NaN
      if (below !== null) below[i] = 0
    } else {
      state[i] = points[i] === points[i] ? SCORED : MISSING
      if (below !== null && points[i] === points[i]) below[i] = 0
    }
  }
}

function coverageVector(tree: Tree, counted: readonly MemberVectors[]): Vector {
  const total = new Float64Array(BLOCK)
  const weights = new Float64Array(BLOCK)
  tree.scope.program.steps.push((n) => {
    total.fill(0, 0, n)
    weights.fill(0, 0, n)
    for (const { coverage, member } of counted) {
      const weight = member.weight.integer
      for (let i = 0; i < n; i++) {
        const known = coverage[i] === coverage[i]
        total[i]! += known ? weight * coverage[i]! : 0
        weights[i]! += known ? weight : 0
      }
    }
    for (let i = 0; i < n; i++) total[i] = total[i]! / weights[i]!
  })
  return total
}

function withheldBelow(tree: Tree, counted: readonly MemberVectors[]): Uint8Array | null {
  const able = counted.flatMap((child) => (child.withheld === null ? [] : [child.withheld]))
  if (able.length === 0) return null
  const out = new Uint8Array(BLOCK)
  tree.scope.program.steps.push((n) => {
    out.fill(0, 0, n)
    for (const withheld of able) for (let i = 0; i < n; i++) out[i]! |= withheld[i]!
  })
  return out
}

function firstBand(tree: Tree, given: Vector, otherwise: Vector): Vector {
  const out = new Float64Array(BLOCK).fill(NaN)
  tree.scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) out[i] = given[i] === given[i] ? given[i]! : otherwise[i]!
  })
  return out
}
