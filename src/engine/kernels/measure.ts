import type { Dimension, Measure, Stale } from '../../model/group.ts'
import { pointsOfBand } from '../verdict.ts'
import { changeVectors } from './changes.ts'
import { vectorOf } from './expression.ts'
import { judgeVectors, type Judging } from './judge.ts'
import { JUDGED, lookUp, UNJUDGED, UNSCORED, type Judged, type OutcomeTable } from './outcomes.ts'
import { bandVector } from './score-bands.ts'
import type { Scope } from './scope.ts'
import { MISSING, modifiersOf, NOT_APPLICABLE, SCORED, STALE, type MemberVectors, type Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** One measure: judged, its missing rule applied, rounded and modified. */
export function measureVectors(tree: Tree, measure: Measure, above: Dimension): MemberVectors {
  const { scope } = tree
  const inactive = tree.inactivity(measure)
  const judging = measure.off ? null : judgeVectors(scope, measure, tree.names, tree.given.codes?.get(measure.path))
  const stale = measure.stale === null || measure.off ? null : staleVector(scope, measure.stale)
  const out = {
    state: new Uint8Array(BLOCK),
    calculated: new Float64Array(BLOCK).fill(NaN),
    band: new Float64Array(BLOCK).fill(NaN),
    coverage: new Float64Array(BLOCK).fill(NaN),
  }
  if (judging === null) {
    scope.program.steps.push((n) => out.state.set(inactive!.subarray(0, n)))
    return { member: measure, ...out, points: out.calculated, withheld: null, children: [] }
  }
  const decided = decidedTable(tree, measure)
  if (judging.kind === 'codes' && inactive === null && stale === null) decideByCode(scope, judging, decided, out)
  else decide(scope, judgedOf(scope, judging), decided, inactive, stale, measure.stale?.treat === 'missing', out)

  const modifiers = modifiersOf(tree, measure)
  const changed = changeVectors(tree, out.calculated, { round: measure.round, modifiers, inside: null }, above)
  if (changed.band !== null) scope.program.steps.push((n) => clearInactive(out.state, changed.points, changed.band!, n))
  const isNamed =
    judging.kind === 'codes' && namesEveryBand(judging.table, decided) && changed.points === out.calculated
  const band = isNamed ? out.band : finalBand(tree, above, out, changed)
  const withheld = measure.missing.kind === 'withhold' ? withheldVector(scope, out.coverage, changed.points) : null
  return { member: measure, ...out, band, points: changed.points, withheld, children: [] }
}

/** Whether points never come without a band, so that none is to be found for them. */
function namesEveryBand({ points, band }: OutcomeTable, rule: Rule): boolean {
  const hasBand = (one: number, code: number): boolean => Number.isNaN(one) || !Number.isNaN(band[code]!)
  return points.every(hasBand) && (Number.isNaN(rule.points) || !Number.isNaN(rule.band))
}

/** What is off or not applicable is not computed: an override gives it nothing. */
function clearInactive(state: Uint8Array, points: Vector, band: Vector, n: number): void {
  for (let i = 0; i < n; i++) {
    if (state[i]! < NOT_APPLICABLE) continue
    points[i] = NaN
    band[i] = NaN
  }
}

interface Decided {
  readonly state: Uint8Array
  readonly calculated: Vector
  readonly band: Vector
  readonly coverage: Vector
}

/** What the verdicts come to by themselves: points and band of a missing value follow the rule. */
interface Rule {
  readonly points: number
  readonly band: number
}

function decidedTable(tree: Tree, measure: Measure): Rule {
  const { missing } = measure
  switch (missing.kind) {
    case 'skip':
    case 'withhold':
      return { points: NaN, band: NaN }
    case 'points':
      return { points: missing.points, band: NaN }
    case 'band':
      return {
        points: missing.points ?? pointsOfBand(tree.scope.model.ladder, missing.band),
        band: tree.names.codeOf(missing.band),
      }
  }
}

/** The plain case, without a branch: everything follows from the code. */
function decideByCode(scope: Scope, judging: Judging & { kind: 'codes' }, rule: Rule, out: Decided): void {
  const { codes, table } = judging
  const by = (of: { judged: (code: number) => number; missing: number; unscored: number }) =>
    Float64Array.from(table.verdict, (verdict, code) =>
      verdict === JUDGED ? of.judged(code) : verdict === UNJUDGED ? of.missing : of.unscored,
    )
  const points = by({ judged: (code) => table.points[code]!, missing: rule.points, unscored: NaN })
  const band = by({ judged: (code) => table.band[code]!, missing: rule.band, unscored: NaN })
  const coverage = by({ judged: () => 1, missing: 0, unscored: NaN })
  const state = Uint8Array.from(by({ judged: () => SCORED, missing: MISSING, unscored: NOT_APPLICABLE }))
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const code = codes[i]!
      out.calculated[i] = points[code]!
      out.band[i] = band[code]!
      out.coverage[i] = coverage[code]!
      out.state[i] = state[code]!
    }
  })
}

function judgedOf(scope: Scope, judging: Judging): Judged {
  if (judging.kind === 'verdicts') return judging.judged
  const { codes, table } = judging
  const judged = {
    points: new Float64Array(BLOCK),
    band: new Float64Array(BLOCK),
    verdict: new Uint8Array(BLOCK),
  }
  scope.program.steps.push((n) => lookUp(table, codes, judged, n))
  return judged
}

function decide(
  scope: Scope,
  judged: Judged,
  rule: Rule,
  inactive: Uint8Array | null,
  stale: Uint8Array | null,
  staleIsMissing: boolean,
  out: Decided,
): void {
  const give = (i: number, state: number, points: number, band: number, coverage: number): void => {
    out.state[i] = state
    out.calculated[i] = points
    out.band[i] = band
    out.coverage[i] = coverage
  }
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const isStale = stale !== null && stale[i] === 1
      const noData = isStale && staleIsMissing
      const verdict = noData ? UNJUDGED : judged.verdict[i]
      if (inactive !== null && inactive[i] !== SCORED) give(i, inactive[i]!, NaN, NaN, NaN)
      else if (verdict === UNSCORED) give(i, NOT_APPLICABLE, NaN, NaN, NaN)
      else if (verdict === UNJUDGED) give(i, noData ? STALE : MISSING, rule.points, rule.band, 0)
      else give(i, isStale ? STALE : SCORED, judged.points[i]!, judged.band[i]!, 1)
    }
  })
}

/** A date that is missing, or that cannot be compared for want of a scoring date, is stale. */
function staleVector(scope: Scope, stale: Stale): Uint8Array {
  const date = vectorOf(scope, { kind: 'input', name: stale.by })
  const out = new Uint8Array(BLOCK)
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) out[i] = scope.asOf - date[i]! <= stale.after ? 0 : 1
  })
  return out
}

/** The band an override set, else the judge's where the points are still its own, else that of the points. */
function finalBand(
  tree: Tree,
  above: Dimension,
  decided: Decided,
  changed: { readonly points: Vector; readonly band: Vector | null },
): Vector {
  const ofPoints = bandVector(tree, above, changed.points, false)
  const unchanged = changed.points === decided.calculated
  const out = new Float64Array(BLOCK).fill(NaN)
  tree.scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const given = changed.band === null ? NaN : changed.band[i]!
      const own = unchanged || changed.points[i] === decided.calculated[i]
      if (given === given) out[i] = given
      else out[i] = own && decided.band[i] === decided.band[i] ? decided.band[i]! : ofPoints[i]!
    }
  })
  return out
}

function withheldVector(scope: Scope, coverage: Vector, points: Vector): Uint8Array {
  const out = new Uint8Array(BLOCK)
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) out[i] = coverage[i] === 0 && points[i] !== points[i] ? 1 : 0
  })
  return out
}
