import type { Dimension, Member } from '../model/group.ts'
import { bandOfScore } from './banding.ts'
import { change } from './changes.ts'
import { condition } from './expression.ts'
import { sayMeasure } from './measure.ts'
import type { Place, Said } from './place.ts'
import { rounded } from './rounding.ts'
import { all, any, BLANK, call, cases, number, type Text } from './text.ts'
import { total } from './spread.ts'
import { weightOf } from './weights.ts'

/** Says a dimension that is not off and all below it; null where nothing in it is ever active. `above`: the dimension it is part of. */
export function sayDimension(dimension: Dimension, above: Dimension | null, where: Text, place: Place): Said | null {
  const { path, label } = dimension
  const whole = path === ''
  const applies = appliesWhere(dimension, where, place)
  const children = dimension.children.flatMap((child) => sayMember(child, dimension, applies, place))
  if (children.length === 0) return null
  const define = (what: string, value: Text): Text => place.define(path, what, value)

  const counted = children.filter((child) => child.weight.value > 0)
  const coverage = coverageOf(counted, place)
  const covered = coverage === null ? null : coveredBy(coverage, dimension, place)
  const active0 = any(children.map((child) => child.active))
  const active = active0 === 'TRUE' ? active0 : define('active', active0)
  const withheldBelow = any(counted.map((child) => child.withheld))
  const calculated = cases(
    [[any([withheldBelow, tooLittle(dimension, covered, place)]), BLANK]],
    combinationOf(dimension, counted, place),
  )
  const changed = change(
    calculated,
    {
      path,
      round: dimension.round,
      modifiers: dimension.modifiers,
      bands: dimension,
      inside: dimension.scale.clamp ? dimension.scale : null,
    },
    place,
  )
  const gate = changed.band === null ? 'TRUE' : active
  const points = place.define(
    path,
    'number',
    cases([[gate, changed.points]]),
    whole ? { label: 'Score (unrounded)', part: 'headline' } : { label: `${label} score`, part: 'dimensions' },
  )
  const follows = changed.band === null ? { follows: true as const } : {}
  const { decimals, guard } = dimension.scale
  const seen = `IFERROR(${rounded(points, 'nearest', decimals, number(guard))},"")`
  const format = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  const shown = whole
    ? place.define(path, 'shown', seen, { label: 'Score', part: 'headline', format, follows: true })
    : null
  const judged = dimension.judgeShown ? (shown ?? define('shown', seen)) : points
  const band = bandOfScore(dimension, judged, place)
  const kept = changed.band === null ? band : cases([[`${changed.band}<>""`, changed.band]], band)
  place.define(
    path,
    'band',
    cases([[gate, kept]]),
    whole
      ? { label: 'Band', part: 'headline', ...follows }
      : { label: `${label} band`, part: 'dimensions', ...follows },
  )
  const withheld =
    withheldBelow === 'FALSE' ? withheldBelow : define('withheld', all([withheldBelow, `NOT(ISNUMBER(${points}))`]))
  return {
    weight: above === null ? { ...dimension.weight, cell: '1' } : weightOf(dimension, above, place),
    points,
    active,
    coverage: covered,
    coverageMayLack: coverage?.mayLack ?? true,
    coverageIsTest: false,
    withheld,
  }
}

const COVERAGE = { label: 'Coverage', part: 'headline', format: '0%' } as const

/** Off is as if not written. */
function sayMember(member: Member, above: Dimension, applies: Text, place: Place): readonly Said[] {
  if (member.off) return []
  if (member.kind === 'measure') return [sayMeasure(member, above, appliesWhere(member, applies, place), place)]
  const part = sayDimension(member, above, applies, place)
  return part === null ? [] : [part]
}

/** Where a member applies, its own condition and those above it. */
function appliesWhere(member: Member, above: Text, place: Place): Text {
  if (member.appliesWhen === null) return above
  const own = condition(member.appliesWhen, place.reader, { numbers: place.numbers, of: member.path })
  const both = all([above, own])
  return both === 'TRUE' ? both : place.define(member.path, 'applies', both)
}

function tooLittle({ withholdBelow, path }: Dimension, covered: Text | null, place: Place): Text {
  if (withholdBelow === null || covered === null) return 'FALSE'
  const label = 'no score below this coverage'
  const limit = place.numbers.say(
    place.numberOf(path, label, { label, value: withholdBelow, format: '0.##%', guard: null }),
  )
  return `${covered}<${limit}-1E-12`
}

/** The share as a cell, or as a part of the share above where nothing else asks for it. */
function coveredBy({ share, mayLack }: Coverage, { path, withholdBelow }: Dimension, place: Place): Text {
  if (path === '') return place.define(path, 'coverage', `IFERROR(${share},"")`, COVERAGE)
  if (!mayLack && withholdBelow === null) return place.grid.small(`(${share})`)
  return place.define(path, 'coverage', `IFERROR(${share},"")`)
}

/** The share of counted weight that had data; an error where nothing counts. */
function coverageOf(counted: readonly Said[], place: Place): Coverage | null {
  const known = counted.filter((child) => child.coverage !== null)
  if (known.length === 0) return null
  const may = (child: Said): boolean => child.active !== 'TRUE' || child.coverageMayLack
  const present = (child: Said): Text => (child.coverageMayLack ? `ISNUMBER(${child.coverage!})` : child.active)
  const had = known.map((child) => {
    const { cell } = child.weight
    const isTest = child.coverageIsTest
    if (!may(child)) return isTest ? `IF(${child.coverage!},${cell},0)` : `${cell}*${child.coverage!}`
    if (child.coverageMayLack) return `IF(${present(child)},${cell}*${child.coverage!},0)`
    return isTest
      ? `IF(${all([child.active, child.coverage!])},${cell},0)`
      : `IF(${child.active},${cell}*${child.coverage!},0)`
  })
  const every = known.map((child) => (may(child) ? `IF(${present(child)},${child.weight.cell},0)` : child.weight.cell))
  return { share: `(${total(had, place)})/(${total(every, place)})`, mayLack: known.every(may) }
}

interface Coverage {
  readonly share: Text
  readonly mayLack: boolean
}

/** The sum of what some members have of those with points, each times its weight, and the sum of their weights. */
function weighedOf(counted: readonly Said[], place: Place): { readonly sum: Text; readonly weights: Text } {
  const sum = (of: (child: Said) => Text): Text => total(counted.map(of), place)
  return {
    sum: sum(({ weight, points }) => `IF(ISNUMBER(${points}),${weight.cell}*${points},0)`),
    weights: sum(({ weight, points }) => `IF(ISNUMBER(${points}),${weight.cell},0)`),
  }
}

/** The mean by weight. That all have points is the usual case, and told at once. */
function meanOf(counted: readonly Said[], place: Place): Text {
  const { sum, weights } = weighedOf(counted, place)
  const [first] = counted
  if (counted.length === 1)
    return `IF(ISNUMBER(${first!.points}),${first!.weight.cell}*${first!.points}/${first!.weight.cell},"")`
  const some = `(${sum})/(${weights})`
  if (counted.length > FEW) return some
  const every = `(${counted.map(({ weight, points }) => `${weight.cell}*${points}`).join('+')})/(${counted.map(({ weight }) => weight.cell).join('+')})`
  return `IF(COUNT(${counted.map(({ points }) => points).join(',')})=${counted.length},${every},${some})`
}
const FEW = 8

/** One score of those with points, in the written order: sums first, one division. */
function combinationOf({ combine, path }: Dimension, counted: readonly Said[], place: Place): Text {
  if (counted.length === 0) return BLANK
  const points = counted.map((child) => child.points)
  const some = points.length === 1 ? `ISNUMBER(${points[0]!})` : `${call('COUNT', points)}>0`
  switch (combine.operator) {
    case 'mean':
      return `IFERROR(${meanOf(counted, place)},"")`
    case 'sum': {
      const from = place.numbers.say(
        place.numberOf(path, 'from', { label: 'starts from', value: combine.from, format: null, guard: null }),
      )
      const integer = (child: Said): Text => number(child.weight.integer)
      const whole = total(
        counted.map((child) => (child.active === 'TRUE' ? integer(child) : `${integer(child)}*${child.active}`)),
        place,
      )
      const there = total(
        counted.map((child) => `${integer(child)}*ISNUMBER(${child.points})`),
        place,
      )
      const stretched = combine.rescale ? `*((${whole})/(${there}))` : ''
      return `IF(${some},IFERROR(${from}+(${weighedOf(counted, place).sum})${stretched},""),"")`
    }
    case 'product':
      return `IF(${some},IFERROR(${points.map((one) => `IF(ISNUMBER(${one}),${one},1)`).join('*')},""),"")`
    case 'min':
    case 'max':
      return `IF(${some},${call(combine.operator === 'min' ? 'MIN' : 'MAX', points)},"")`
  }
}
