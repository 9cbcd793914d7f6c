import type { DimensionExplanation, Explanation, MeasureExplanation } from '../../src/model/explanation.ts'
import type { Member } from '../../src/model/group.ts'
import type { Model } from '../../src/model/model.ts'

/** `size`: of what it is the sum. */
export type Value = readonly [what: string, value: unknown, size?: number]
type Values = Value[]

/** What the columns that say why must hold, in their order. */
export function explainedValues(model: Model, expected: Explanation, overridden: boolean): Values {
  const found = new Map<string, DimensionExplanation | MeasureExplanation>()
  const visit = (above: string, group: Pick<DimensionExplanation, 'dimensions' | 'measures'>): void => {
    for (const one of group.measures) found.set(above + one.name, one)
    for (const one of group.dimensions) {
      found.set(above + one.name, one)
      visit(`${above}${one.name}.`, one)
    }
  }
  visit('', expected)
  const changes = (path: string, counts: boolean): Value => {
    const each = expected.modifiers.filter((one) => one.of === path).map((one) => one.lost)
    const what = `loss by changes of ${path === '' ? 'the whole' : path}`
    const size = Math.max(0, ...each.map(Math.abs))
    return [what, counts ? each.reduce((sum, one) => sum + one, 0) : null, size]
  }
  const ofPath = ([path, members]: readonly [string, readonly Member[]]): Values => {
    const one = found.get(path) ?? null
    const lost = one?.lost ?? null
    const because = one !== null && 'because' in one ? one.because : null
    return [
      [`state of ${path}`, one?.state ?? null],
      [`effective weight of ${path}`, one?.effectiveWeight ?? null],
      [`contribution of ${path}`, one?.contribution ?? null],
      [`loss of ${path}`, lost],
      ...(overridden || members.some(isChanging) ? [changes(path, lost !== null)] : []),
      ...(members.some(hasReasons) ? [[`because of ${path}`, because] as const] : []),
    ]
  }
  return [
    ['score before', expected.scoreBefore],
    ['band before', expected.bandBefore],
    ['shortfall', expected.shortfall],
    changes('', expected.score !== null),
    ...[...membersByPath(model)].flatMap(ofPath),
  ]
}

function isChanging(member: Member): boolean {
  return member.round !== null || member.modifiers.length > 0 || (member.kind === 'dimension' && member.scale.clamp)
}

function membersByPath(model: Model): ReadonlyMap<string, Member[]> {
  const byPath = new Map<string, Member[]>()
  const visit = (member: Member): void => {
    if (member.path !== '') byPath.set(member.path, [...(byPath.get(member.path) ?? []), member])
    if (member.kind === 'dimension') member.children.forEach(visit)
  }
  for (const { root } of model.segments) visit(root)
  return byPath
}

function hasReasons(member: Member): boolean {
  return member.kind === 'measure' && /"because":"/.test(JSON.stringify(member.judge))
}
