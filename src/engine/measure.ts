import type { Dimension, Measure, MissingRule, Stale } from '../model/group.ts'
import type { Band } from '../model/judge.ts'
import type { OverrideRow } from '../model/override.ts'
import { bandOfPoints } from './bands.ts'
import { evaluateExpression, holds, type Scope } from './expression.ts'
import { judge } from './judges/judge.ts'
import { applyChanges } from './modifiers.ts'
import type { ScoredMeasure } from './scored.ts'
import type { Value } from './value.ts'
import { MISSING, pointsOfBand, pointsVerdict, type Verdict } from './verdict.ts'

/** What a measure is scored in. */
export interface MeasureContext {
  readonly scope: Scope
  /** The measures' ladder. */
  readonly ladder: readonly Band[]
  /** The dimension above: its bands judge points that have none. */
  readonly above: Dimension
  readonly overrides: readonly OverrideRow[]
  /** Judged in place of its own value, where a change is tried out. */
  readonly instead: Value | undefined
}

/** Scores one measure that is neither off nor below something that is. */
export function scoreMeasure(measure: Measure, context: MeasureContext): ScoredMeasure {
  const { scope, above } = context
  if (measure.off) return unscoredMeasure(measure, 'off')
  if (measure.appliesWhen !== null && !holds(measure.appliesWhen, scope)) {
    return unscoredMeasure(measure, 'notApplicable')
  }
  const stale = measure.stale !== null && isStale(measure.stale, scope)
  const noData = stale && measure.stale?.treat === 'missing'
  const value = noData ? null : valueOf(measure, context)
  const verdict = noData ? MISSING : judge(measure, value, context.ladder, scope)
  if (verdict.kind === 'unscored') {
    return {
      ...unscoredMeasure(measure, 'notApplicable'),
      value,
      because: verdict.because,
      threshold: verdict.threshold,
    }
  }
  const missing = verdict.kind === 'missing'
  const decided = missing ? missingVerdict(measure.missing) : verdict
  const calculated = decided.kind === 'outcome' ? (decided.points ?? pointsOfBand(context.ladder, decided.band)) : null
  const changes = { round: measure.round, modifiers: measure.modifiers, overrides: context.overrides, inside: null }
  const changed = applyChanges(calculated, changes, above, scope)
  const judged = decided.kind === 'outcome' && changed.points === calculated ? decided.band : null
  return {
    kind: 'measure',
    member: measure,
    state: noData ? 'stale' : missing ? 'missing' : stale ? 'stale' : 'scored',
    value,
    calculated,
    points: changed.points,
    band: changed.band ?? judged ?? (changed.points === null ? null : bandOfPoints(above, changed.points)),
    best: measure.best,
    coverage: missing ? 0 : 1,
    withheld:
      missing && measure.missing.kind === 'withhold' && changed.points === null
        ? `${measure.label} is ${noData ? 'stale' : 'missing'}`
        : null,
    steps: changed.steps,
    because: decided.kind === 'outcome' ? decided.because : null,
    action: decided.kind === 'outcome' ? decided.action : null,
    threshold: decided.kind === 'outcome' ? decided.threshold : null,
  }
}

/** A measure that is not computed. */
export function unscoredMeasure(measure: Measure, state: 'off' | 'notApplicable'): ScoredMeasure {
  return {
    kind: 'measure',
    member: measure,
    state,
    value: null,
    calculated: null,
    points: null,
    band: null,
    best: null,
    coverage: null,
    withheld: null,
    steps: [],
    because: null,
    action: null,
    threshold: null,
  }
}

function valueOf(measure: Measure, context: MeasureContext): Value {
  if (context.instead !== undefined) return context.instead
  if (measure.value === null) return null
  const value = evaluateExpression(measure.value.expression, context.scope)
  const isRank = measure.value.type === 'band' && typeof value === 'number'
  return isRank ? (context.ladder[value]?.name ?? null) : value
}

/** A date that is missing, or that cannot be compared for want of a scoring date, is stale. */
function isStale(stale: Stale, scope: Scope): boolean {
  const date = scope.input(stale.by)
  return typeof date !== 'number' || scope.asOf === null || scope.asOf - date > stale.after
}

function missingVerdict(rule: MissingRule): Verdict {
  switch (rule.kind) {
    case 'skip':
    case 'withhold':
      return MISSING
    case 'points':
      return pointsVerdict(rule.points, `missing = ${rule.points} points`)
    case 'band':
      return {
        kind: 'outcome',
        band: rule.band,
        points: rule.points,
        because: null,
        action: null,
        threshold: `missing = ${rule.band}`,
      }
  }
}
