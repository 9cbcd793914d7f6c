import type {
  Combine,
  Dimension,
  Measure,
  Member,
  MissingRule,
  Modifier,
  Rounding,
  Scale,
} from '../../src/model/group.ts'
import type { Banding, Outcome } from '../../src/model/judge.ts'
import { anyCondition, anyNumber, rawInput, type Known } from './arbitraryExpression.ts'
import { anyJudge } from './arbitraryJudge.ts'
import { amount, group, measure, modifier, outcome, weight } from './build.ts'
import { ascending, between, DATES, many, NUMBERS, oneIn, pick } from './draw.ts'

/** A whole score: dimensions nest up to three deep; what stands later may refer to what stands before. */
export function anyWhole(known: Known): Dimension {
  const seen: string[] = []
  const dimension = anyDimension({ ...known, seen }, 'm', '', 3)
  const off = oneIn(known.draw, 40)
  const appliesWhen = oneIn(known.draw, 5) ? dimension.appliesWhen : null
  return { ...dimension, path: '', off, appliesWhen, scale: { ...dimension.scale, clamp: true } }
}

/** `known.seen` grows by each member as it is finished: only then may others refer to it. */
function anyDimension(known: Known, name: string, path: string, depth: number): Dimension {
  const { draw } = known
  const isWhole = path === ''
  const combine = anyCombine(known)
  // Drawn before the children: they need it, so it may not refer to them.
  const appliesWhen = anyApplies(known)
  const children = many(draw, 1, isWhole ? 4 : 3, (index): Member => {
    const below = `${depth}${String.fromCharCode(97 + index)}`
    const childName = `m${below}`
    const childPath = isWhole ? childName : `${path}.${childName}`
    const child =
      depth > 1 && oneIn(draw, 3)
        ? anyDimension(known, childName, childPath, depth - 1)
        : anyMeasure(known, childName, childPath)
    ;(known.seen as string[]).push(childPath)
    return child
  })
  const scale = anyScale(known)
  return group(name, children, {
    path,
    ...anyMember(known),
    appliesWhen,
    combine,
    scale,
    bands: known.rungs,
    banding: anyScoreBanding(known, scale),
    judgeShown: oneIn(draw, 4),
    withholdBelow: oneIn(draw, 5) ? pick(draw, [0.2, 0.5, 0.6, 1]) : null,
  })
}

function anyMeasure(known: Known, name: string, path: string): Measure {
  const { draw } = known
  const { value, judge } = anyJudge(known)
  return measure(name, judge, {
    path,
    ...anyMember(known),
    appliesWhen: anyApplies(known),
    value,
    missing: anyMissingRule(known),
    stale: oneIn(draw, 5)
      ? { after: pick(draw, [0, 1, 60]), by: 'date', treat: pick(draw, ['flag', 'missing']) }
      : null,
    best: Math.max(...known.rungs.map((rung) => rung.points)),
  })
}

function anyMember(known: Known): Pick<Measure, 'weight' | 'off' | 'round' | 'modifiers'> {
  const { draw } = known
  return {
    weight: weight(pick(draw, [0, 0.1, 0.15, 0.3, 0.55, 1, 1, 2.5])),
    off: oneIn(draw, 12),
    round: oneIn(draw, 6) ? anyRounding(known) : null,
    modifiers: oneIn(draw, 3) ? many(draw, 1, 3, () => anyModifier(known)) : [],
  }
}

function anyApplies(known: Known): Member['appliesWhen'] {
  return oneIn(known.draw, 8) ? anyCondition(known, 1) : null
}

function anyCombine({ draw }: Known): Combine {
  const operator = pick(draw, ['mean', 'mean', 'mean', 'sum', 'min', 'max', 'product'] as const)
  return operator === 'sum'
    ? { operator, from: pick(draw, [0, 0, 10, -2.5]), rescale: oneIn(draw, 2) }
    : { operator, from: 0, rescale: false }
}

function anyScale({ draw }: Known): Scale {
  const high = pick(draw, [10, 10, 100, 1000])
  return {
    low: 0,
    high,
    decimals: between(draw, 0, 2),
    higherIsWorse: oneIn(draw, 4),
    clamp: oneIn(draw, 4),
    guard: high * 1e-9,
  }
}

function anyScoreBanding({ draw, rungs }: Known, scale: Scale): Banding {
  const edges = rungs.slice(1).map((_, k) => scale.low + ((scale.high - scale.low) * (k + 1)) / rungs.length)
  const written = ascending(draw, NUMBERS, rungs.length - 1, rungs.length - 1)
  const chosen = written.length === edges.length && oneIn(draw, 3) ? written : edges
  const names = rungs.map((rung) => rung.name)
  return {
    cuts: chosen.map((at) => ({
      at,
      owner: scale.higherIsWorse ? 'below' : 'above',
      guard: scale.guard,
      text: `${at}`,
    })),
    outcomes: (scale.higherIsWorse ? names.toReversed() : names).map((name): Outcome => outcome(name)),
  }
}

function anyMissingRule({ draw, rungs }: Known): MissingRule {
  return pick<MissingRule>(draw, [
    { kind: 'skip' },
    { kind: 'skip' },
    { kind: 'skip' },
    { kind: 'band', band: pick(draw, rungs).name, points: oneIn(draw, 2) ? pick(draw, NUMBERS) : null },
    { kind: 'points', points: pick(draw, NUMBERS) },
    oneIn(draw, 3) ? { kind: 'withhold' } : { kind: 'skip' },
  ])
}

function anyRounding({ draw }: Known): Rounding {
  return { direction: pick(draw, ['nearest', 'up', 'down']), places: pick(draw, [0, 1, 2]), guard: 1e-8 }
}

function anyModifier(known: Known): Modifier {
  const { draw } = known
  const kind = pick(draw, ['bonus', 'penalty', 'multiply', 'cap', 'floor', 'override'] as const)
  const bandOnly = kind === 'override' && oneIn(draw, 3)
  return modifier(kind, {
    amount: bandOnly ? null : oneIn(draw, 2) ? amount(pick(draw, NUMBERS)) : anyNumber(known, 1),
    band: bandOnly || (kind === 'override' && oneIn(draw, 2)) ? pick(draw, known.rungs).name : null,
    bandFrom: kind === 'override' && oneIn(draw, 5) ? rawInput('note', 'text') : null,
    when: oneIn(draw, 3) ? null : anyCondition(known, 1),
    because: oneIn(draw, 2) ? 'written' : null,
    becauseFrom: oneIn(draw, 4) ? rawInput('note', 'text') : null,
    until: oneIn(draw, 4)
      ? pick(draw, [rawInput('date', 'date'), { ...amount(pick(draw, DATES)), type: 'date' as const }])
      : null,
    reasonRequired: oneIn(draw, 4),
  })
}
