import { allNumbers, numbers } from '../../model/domain.ts'
import type { Formula } from '../../model/expression.ts'
import type { Dimension, Measure, Member, Modifier, Rounding, Scale, Stale, Weight } from '../../model/group.ts'
import type { Judge } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import { writtenNumber } from '../../model/written.ts'
import { changedBands, changedCells } from './cells.ts'
import type { Change } from './changes.ts'
import { formulaKey, meaningKey } from './meaning.ts'

/** A change of one segment; segments that changed alike are joined later. */
export type LocalChange = Change extends infer C ? (C extends unknown ? Omit<C, 'segments'> : never) : never

/** A model and a group within it. */
export interface GroupSide {
  readonly model: Model
  readonly group: Dimension
}

/** What two versions of a group score differently, in it and below it. Both are switched on. */
export function groupChanges(before: GroupSide, after: GroupSide): readonly LocalChange[] {
  return [...ownChanges(before, after), ...childChanges(before, after)]
}

function childChanges(before: GroupSide, after: GroupSide): readonly LocalChange[] {
  const old = new Map(before.group.children.map((child) => [child.name, child]))
  const now = new Map(after.group.children.map((child) => [child.name, child]))
  const removed = [...old.values()].flatMap((child) =>
    now.has(child.name) || child.off ? [] : [presence('removed', child)],
  )
  const reweighed = weightsChanged(before.group, after.group)
  const others = [...now.values()].flatMap((child): readonly LocalChange[] => {
    const was = old.get(child.name)
    if (was === undefined) return child.off ? [] : [presence('added', child)]
    if (was.kind !== child.kind) return [presence('removed', was), presence('added', child)]
    if (was.off && child.off) return []
    if (was.off !== child.off) return [{ kind: 'switched', path: child.path, on: was.off }]
    const weight = reweighed ? weightChange(was, child) : []
    return [...weight, ...memberChanges(before.model, was, after.model, child)]
  })
  return [...removed, ...others]
}

function memberChanges(oldModel: Model, old: Member, nowModel: Model, now: Member): readonly LocalChange[] {
  if (old.kind === 'dimension' && now.kind === 'dimension')
    return groupChanges({ model: oldModel, group: old }, { model: nowModel, group: now })
  if (old.kind === 'measure' && now.kind === 'measure') return measureChanges(oldModel, old, nowModel, now)
  return []
}

function presence(kind: 'added' | 'removed', member: Member): LocalChange {
  return { kind, what: member.kind, name: member.label, path: member.path }
}

/** Under a mean only the proportions count, and 30 : 70 is 3 : 7. */
function weightsChanged(before: Dimension, after: Dimension): boolean {
  if (before.combine.operator === 'sum' || after.combine.operator === 'sum') return true
  const proportions = (group: Dimension): string => {
    const live = group.children.filter((child) => !child.off)
    const divisor = live.reduce((all, child) => gcd(all, child.weight.integer), 0) || 1
    return JSON.stringify(live.map((child) => [child.name, child.weight.integer / divisor]).toSorted())
  }
  return proportions(before) !== proportions(after)
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

function weightChange(old: Member, now: Member): readonly LocalChange[] {
  return old.weight.value === now.weight.value
    ? []
    : [{ kind: 'weight', path: now.path, before: weightText(old.weight), after: weightText(now.weight) }]
}

function weightText({ value, text }: Weight): string {
  return text ?? writtenNumber(value, 'percent')
}

function measureChanges(oldModel: Model, old: Measure, nowModel: Model, now: Measure): readonly LocalChange[] {
  const { path } = now
  const value = formulaChange('value', path, oldModel, old.value, nowModel, now.value)
  const cells = changedCells({ model: oldModel, measure: old }, { model: nowModel, measure: now })
  const judged: readonly LocalChange[] =
    cells === null
      ? [
          ...keyChange('judge', path, meaningKey(oldModel, resolved(old.judge, oldModel)), meaningKey(nowModel, resolved(now.judge, nowModel)), judgeText(old.judge), judgeText(now.judge)),
          ...keyChange('missing', path, JSON.stringify(old.missing), JSON.stringify(now.missing), old.missing.kind, now.missing.kind),
        ]
      : cells.length === 0
        ? []
        : [{ kind: 'cells', path, cells }]
  const stale = keyChange('stale', path, JSON.stringify(old.stale), JSON.stringify(now.stale), staleText(old.stale), staleText(now.stale))
  return [...value, ...judged, ...stale, ...commonChanges(oldModel, old, nowModel, now)]
} // prettier-ignore

/** A judge with the ladder's points in it, so that a change of these is a change of the judge. */
function resolved(judge: Judge, model: Model): unknown {
  return { judge, ladder: model.ladder.map(({ name, points }) => ({ name, points })) }
}

function ownChanges(before: GroupSide, after: GroupSide): readonly LocalChange[] {
  const [old, now] = [before.group, after.group]
  const { path } = now
  const combine = (group: Dimension): string =>
    `${group.combine.operator}${group.combine.from === 0 ? '' : ` from ${group.combine.from}`}${group.combine.rescale ? ' rescaled' : ''}`
  const names = (group: Dimension): string => group.bands.map((band) => band.name).join(', ')
  const domain = now.scale.clamp ? numbers(now.scale.low, now.scale.high, false) : allNumbers
  const bands = changedBands(old.banding, now.banding, domain)
  const floor = (group: Dimension): string | null =>
    group.withholdBelow === null ? null : `${writtenNumber(group.withholdBelow, 'percent')} coverage`
  return [
    ...textChange('combine', path, combine(old), combine(now)),
    ...textChange('scale', path, scaleText(old.scale), scaleText(now.scale)),
    ...textChange('decimals shown', path, String(old.scale.decimals), String(now.scale.decimals)),
    ...textChange('band names', path, names(old), names(now)),
    ...(bands.length === 0 ? [] : [{ kind: 'bands', path, cells: bands } satisfies LocalChange]),
    ...textChange('bands judge', path, old.judgeShown ? 'shown' : 'exact', now.judgeShown ? 'shown' : 'exact'),
    ...textChange('withhold below', path, floor(old), floor(now)),
    ...commonChanges(before.model, old, after.model, now),
  ]
}

function scaleText({ low, high, higherIsWorse, clamp }: Scale): string {
  return `${low} to ${high}${higherIsWorse ? ', higher is worse' : ''}${clamp ? '' : ', not held inside'}`
}

function commonChanges(oldModel: Model, old: Member, nowModel: Model, now: Member): readonly LocalChange[] {
  return [
    ...formulaChange('applies when', now.path, oldModel, old.appliesWhen, nowModel, now.appliesWhen),
    ...textChange('round', now.path, roundText(old.round), roundText(now.round)),
    ...keyChange('modifiers', now.path, meaningKey(oldModel, old.modifiers), meaningKey(nowModel, now.modifiers), modifiersText(old.modifiers), modifiersText(now.modifiers)),
  ]
} // prettier-ignore

function formulaChange(
  what: string,
  path: string,
  oldModel: Model,
  old: Formula | null,
  nowModel: Model,
  now: Formula | null,
): readonly LocalChange[] {
  return keyChange(
    what,
    path,
    formulaKey(oldModel, old),
    formulaKey(nowModel, now),
    old?.text ?? null,
    now?.text ?? null,
  )
}

function textChange(what: string, path: string, before: string | null, after: string | null): readonly LocalChange[] {
  return before === after ? [] : [{ kind: 'setting', what, path, before, after }]
}

function keyChange(
  what: string,
  path: string,
  oldKey: string,
  nowKey: string,
  before: string | null,
  after: string | null,
): readonly LocalChange[] {
  return oldKey === nowKey ? [] : [{ kind: 'setting', what, path, before, after }]
}

function roundText(round: Rounding | null): string | null {
  return round === null ? null : `${round.direction} to ${round.places} decimals`
}

function staleText(stale: Stale | null): string | null {
  if (stale === null) return null
  return `after ${stale.after} days by ${stale.by}${stale.treat === 'missing' ? ' as missing' : ''}`
}

function modifiersText(modifiers: readonly Modifier[]): string | null {
  if (modifiers.length === 0) return null
  return modifiers
    .map(
      ({ kind, amount, band, when }) =>
        `${kind} ${band ?? amount?.text ?? ''}${when === null ? '' : ` when ${when.text}`}`,
    )
    .join('; ')
}

function judgeText(judge: Judge): string {
  switch (judge.kind) {
    case 'cases':
      return judge.cases
        .map(({ when, result }) => `when ${when.text} then ${result.kind === 'band' ? result.band : result.kind === 'points' ? result.formula.text : 'unscored'}`)
        .join('; ')
    case 'grid':
      return `grid ${judge.down.value.text} by ${judge.across.value.text}`
    case 'points':
      return `points ${judge.formula.text}`
    default:
      return judge.kind
  }
} // prettier-ignore
