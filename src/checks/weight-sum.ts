import type { Fix } from '../findings/finding.ts'
import { decimalOf, difference, percentText, sumOf, type Decimal } from '../model/decimal.ts'
import type { Dimension, Weight } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { groupsOf } from '../model/value-domain.ts'
import { found, type Check } from './check.ts'
import { groupPlaces } from './places.ts'

/** Weights of a level total 100%, in every segment, unless the model says that they are parts of their sum. */
export const weightSum: Check = (model) =>
  groupPlaces(model).flatMap(({ member: group, segment, trail }) => {
    const total = totalOf(group)
    if (total === null || isWhole(total)) return []
    const weighed = group.children.filter((child) => !child.off)
    const [last, ...others] = weighed.toReversed()
    const shared = segment.amends === null ? null : segment.name
    return found(
      'weight-sum',
      { total: percentText(total), segment: shared },
      {
        span: last!.weight.span,
        related: others
          .toReversed()
          .flatMap(({ weight, name }) =>
            weight.span === null ? [] : [{ span: weight.span, label: `\`${name}\` weighs ${weight.text}` }],
          ),
        trail,
        fixes: fixes(model, group, total),
        question: 'what is each worth? Or write `weights as given` to use them as parts of their sum.',
      },
    )
  })

const one: Decimal = { units: 1n, exponent: 0 }

/** What the weights of a mean add up to, exactly as written; null where that is not asked. */
function totalOf(group: Dimension): Decimal | null {
  if (group.combine.operator !== 'mean' || group.weightsAsGiven) return null
  const written = group.children
    .filter((child) => !child.off)
    .map(({ weight }) => (weight.text === null ? null : decimalOf(weight.text)))
  return written.length === 0 || written.includes(null) ? null : sumOf(written.filter((weight) => weight !== null))
}

/** Within 1e-9: three times 33.3333333333% is meant as a whole. */
function isWhole(total: Decimal): boolean {
  const { units, exponent } = difference(total, one)
  return Math.abs(Number(units)) * 10 ** exponent <= 1e-9
}

/** One weight changed so that the rest may stay, where that mends every segment that shares it. */
function fixes(model: Model, group: Dimension, total: Decimal): readonly Fix[] {
  const surplus = difference(total, one)
  const others = model.segments.flatMap(({ root }) => groupsOf(root)).filter(({ path }) => path === group.path)
  const shared = (weight: Weight) =>
    others.filter((other) =>
      other.children.some((child) => !child.off && child.weight.span?.start === weight.span?.start),
    )
  return group.children
    .filter((child) => !child.off)
    .flatMap(({ name, weight }): { value: number; fix: Fix }[] => {
      const written = weight.text === null ? null : decimalOf(weight.text)
      const rest = written === null ? null : difference(written, surplus)
      if (rest === null || rest.units <= 0n || weight.span === null) return []
      if (!shared(weight).every((other) => isEqual(totalOf(other), total))) return []
      const text = percentText(rest)
      return [{ value: weight.value, fix: { title: `make \`${name}\` ${text}`, edits: [{ span: weight.span, text }] } }]
    })
    .toSorted((a, b) => b.value - a.value)
    .slice(0, 3)
    .map(({ fix }) => fix)
}

function isEqual(a: Decimal | null, b: Decimal): boolean {
  return a !== null && difference(a, b).units === 0n
}
