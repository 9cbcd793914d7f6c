import type { Row } from '../model/columns.ts'
import type { Member } from '../model/group.ts'
import type { Model, Segment } from '../model/model.ts'
import type { OverrideRow } from '../model/override.ts'
import { findBand } from './bands.ts'
import { scoreDimension, unscoredDimension } from './dimension.ts'
import { evaluateExpression, holds, type Scope } from './expression.ts'
import { inputValue } from './inputs.ts'
import { invariant } from './invariant.ts'
import { scoreMeasure, unscoredMeasure } from './measure.ts'
import type { Scored, ScoredDimension } from './scored.ts'
import { chooseSegment, membersOf, type Placed } from './segments.ts'
import type { Value } from './value.ts'

export interface ScoreOptions {
  /** The scoring date in days since 1970-01-01; null: whatever needs it is missing. */
  readonly asOf: number | null
  /** Name or label of a segment that is to be used whatever the segments' conditions say. */
  readonly segment?: string
  /** People's overrides for this account, the later replacing the earlier. */
  readonly overrides?: readonly OverrideRow[]
  /** Values of `let`s that are then not computed (a test gives them). */
  readonly given?: Readonly<Record<string, Value>>
}

/** One account scored: the tree of the segment it is in, and what its expressions read. */
export interface AccountScore {
  readonly segment: Segment | null
  /** null where it is in no segment. */
  readonly root: ScoredDimension | null
  readonly noSegmentBecause: string | null
  readonly scope: Scope
}

/** What only this engine sets: scoring as if no override were there, and values tried out by measure path. */
export interface Trial {
  readonly withoutOverrides?: boolean
  readonly instead?: ReadonlyMap<string, Value>
}

/** Scores one account. Everything is computed when it is first asked for, and once. */
export function scoreAccount(model: Model, row: Row, options: ScoreOptions, trial: Trial = {}): AccountScore {
  const inputs = new Map(model.inputs.map((input) => [input.name, input]))
  const lets = new Map(model.lets.map((one) => [one.name, one.formula]))
  const uses = new Map(model.uses.map((use) => [use.name, use.model]))
  const overrides = trial.withoutOverrides === true ? [] : (options.overrides ?? [])
  const once = memo()
  // Until a segment is chosen there are no scores to read.
  let members: ReadonlyMap<string, Placed> | null = null

  const scope: Scope = {
    asOf: options.asOf,
    input: (name) => {
      const input = inputs.get(name)
      return input === undefined ? null : inputValue(input, row)
    },
    let: (name) => {
      if (options.given !== undefined && Object.hasOwn(options.given, name)) return options.given[name] ?? null
      const formula = lets.get(name)
      return formula === undefined ? null : once(`let ${name}`, () => evaluateExpression(formula.expression, scope))
    },
    points: (path, other) =>
      (other === null ? scored(path)?.points : imported(other)?.scope.points(path, null)) ?? null,
    band: (path, other) => {
      if (other !== null) return imported(other)?.scope.band(path, null) ?? null
      const band = scored(path)?.band ?? null
      return band === null ? null : rankOf(band)
    },
  }

  const chosen = chooseSegment(model, scope, options.segment)
  const segment = 'segment' in chosen ? chosen.segment : null
  members = segment === null ? null : membersOf(segment)

  /** The score of a member by its path; null where the segment has no such member. */
  function scored(path: string): Scored | null {
    const placed = members?.get(path)
    return placed === undefined ? null : once(`member ${path}`, () => scoreMember(placed.member))
  }

  function scoreMember(member: Member): Scored {
    const inactive = inactivityAbove(member)
    const own = overrides.filter((one) => one.path === member.path)
    const plain = trial.withoutOverrides === true ? withoutOverrides(member) : member
    if (plain.kind === 'dimension') {
      if (inactive !== null) return unscoredDimension(plain, inactive)
      return scoreDimension(plain, { scope, child: (child) => known(scored(child.path)), overrides: own })
    }
    if (inactive !== null) return unscoredMeasure(plain, inactive)
    const above = known(members?.get(plain.path)?.above ?? null)
    return scoreMeasure(plain, {
      scope,
      ladder: model.ladder,
      above,
      overrides: own,
      instead: trial.instead?.get(plain.path),
    })
  }

  /** A member below a dimension that is off or does not apply is so itself; asked without scoring that dimension. */
  function inactivityAbove(member: Member): 'off' | 'notApplicable' | null {
    const above = members?.get(member.path)?.above ?? null
    return above === null ? null : once(`activity ${above.path}`, () => inactivityAbove(above) ?? inactivityOf(above))
  }

  function inactivityOf(member: Member): 'off' | 'notApplicable' | null {
    if (member.off) return 'off'
    return member.appliesWhen !== null && !holds(member.appliesWhen, scope) ? 'notApplicable' : null
  }

  function imported(name: string): AccountScore | null {
    const other = uses.get(name)
    return other === undefined ? null : once(`model ${name}`, () => scoreAccount(other, row, { asOf: options.asOf }))
  }

  function rankOf(band: string): number | null {
    const ladder = findBand(model.ladder, band) === null ? (segment?.root.bands ?? []) : model.ladder
    const rank = ladder.findIndex((rung) => rung.name === band)
    return rank === -1 ? null : rank
  }

  const root = segment === null ? null : scored('')
  invariant(root?.kind !== 'measure', 'the whole is a dimension')
  return { segment, root, noSegmentBecause: 'noneBecause' in chosen ? chosen.noneBecause : null, scope }
}

/** Computes each key once and notices what needs itself, which the compiler has ruled out. */
function memo(): <T>(key: string, compute: () => T) => T {
  const done = new Map<string, unknown>()
  const under = new Set<string>()
  return <T>(key: string, compute: () => T): T => {
    if (done.has(key)) return done.get(key) as T
    invariant(!under.has(key), `nothing needs itself, and ${key} does not either`)
    under.add(key)
    const value = compute()
    under.delete(key)
    done.set(key, value)
    return value
  }
}

function withoutOverrides(member: Member): Member {
  return { ...member, modifiers: member.modifiers.filter((modifier) => modifier.kind !== 'override') }
}

function known<T>(found: T | null): T {
  invariant(found !== null, 'a member of a segment is found by its path')
  return found
}
