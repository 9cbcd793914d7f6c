import type { Combine, Dimension, Member } from '../model/group.ts'
import { bandOf, total } from './banding.ts'
import { change } from './changes.ts'
import { condition, finite } from './expression.ts'
import { numeric, type Said } from './said.ts'
import { number, plainNumber } from './literals.ts'
import { mayChange } from './members.ts'
import { sayMeasure } from './measure.ts'
import type { Part, Place } from './place.ts'
import { shownNumber } from './rounding.ts'
import { cases, joined, NULL, sql, type Sql } from './sql.ts'

/** Says a dimension that is not off and all below it; null where nothing in it is ever active. */
export function sayDimension(dimension: Dimension, above: Sql | null, place: Place): Part | null {
  const { path, combine } = dimension
  const phase = path === '' ? 'score' : 'dimensions'
  const applies = appliesWhere(dimension, above, place)
  const children = dimension.children.flatMap((child) => sayMember(child, dimension, applies, place))
  if (children.length === 0) return null
  const define = (what: string, kind: 'number' | 'text' | 'truth', value: Sql, follows = false): Sql =>
    place.define(path, what, kind, phase, value, follows)

  const counted = children.filter((child) => child.weight.value > 0)
  const coverage = coverageOf(counted)
  const covered = coverage === null ? null : define('coverage', 'number', coverage.sql)
  const active = children.some((child) => child.active === null)
    ? null
    : define(
        'active',
        'truth',
        sql`(${joined(
          children.map((child) => child.active!),
          ' or ',
        )})`,
      )
  const below = counted.flatMap((child) => (child.withheld === null ? [] : [child.withheld]))
  const withheldBelow = below.length === 0 ? null : sql`(${joined(below, ' or ')})`
  const { withholdBelow } = dimension
  const tooLittle = withholdBelow === null || covered === null ? null : sql`${covered} < ${plainNumber(withholdBelow)}`
  const stops = [withheldBelow, tooLittle].filter((one) => one !== null)

  const found = finite(combinationOf(combine, counted), place.sheet)
  const changes = mayChange(dimension)
  const plain = !changes && stops.length === 0
  const combined = place.explains && !plain ? { ...found, sql: define('calculated', 'number', found.sql) } : found
  const calculated =
    stops.length === 0
      ? combined.sql
      : cases(
          stops.map((stop): [Sql, Sql] => [stop, sql`null`]),
          combined.sql,
        )
  const changed = change(
    numeric(calculated, combined.size),
    {
      path,
      phase,
      round: dimension.round,
      modifiers: dimension.modifiers,
      bands: dimension,
      inside: dimension.scale.clamp ? dimension.scale : null,
    },
    place,
  )
  const gate = changed.band === null ? null : active
  const points = define(
    place.numberOf(path),
    'number',
    gate === null ? changed.points : cases([[gate, changed.points]]),
    gate === null,
  )
  if (path === '') {
    const { text, uses } = shownNumber(points, dimension.scale)
    define('shown', 'text', { text: place.sheet.dialect.fixed(text, dimension.scale.decimals), uses }, true)
  }
  const judged = dimension.judgeShown ? define('shown_number', 'number', shownNumber(points, dimension.scale)) : points
  const band = bandOf(dimension.banding, judged, place)
  const set = changed.band === null ? band : sql`coalesce(${changed.band}, ${band})`
  define('band', 'text', gate === null ? set : cases([[gate, set]]), gate === null)
  return {
    member: dimension,
    children,
    weight: dimension.weight,
    points,
    calculated: plain ? points : combined.sql,
    changes,
    missing: null,
    because: null,
    active,
    coverage: covered,
    coverageMayLack: coverage?.mayLack ?? true,
    withheld:
      withheldBelow === null
        ? null
        : define('withheld', 'truth', sql`(coalesce(${withheldBelow}, false) and ${points} is null)`),
    size: changed.size,
  }
}

/** Off is as if not written. */
function sayMember(member: Member, above: Dimension, applies: Sql | null, place: Place): readonly Part[] {
  if (member.off) return []
  if (member.kind === 'measure') return [sayMeasure(member, above, appliesWhere(member, applies, place), place)]
  const part = sayDimension(member, applies, place)
  return part === null ? [] : [part]
}

/** Where a member applies, its own condition and those above it; null: always. */
export function appliesWhere(member: Member, above: Sql | null, place: Place): Sql | null {
  if (member.appliesWhen === null) return above
  const own = sql`coalesce(${condition(member.appliesWhen, place.reader)}, false)`
  const phase = member.kind === 'measure' ? 'measures' : 'dimensions'
  return place.define(member.path, 'applies', 'truth', phase, above === null ? own : sql`(${above} and ${own})`)
}

/** The share of counted weight that had data. */
function coverageOf(counted: readonly Part[]): { readonly sql: Sql; readonly mayLack: boolean } | null {
  const known = counted.filter((child) => child.coverage !== null)
  if (known.length === 0) return null
  const may = (child: Part): boolean => child.active !== null || child.coverageMayLack
  const present = (child: Part): Sql =>
    child.coverageMayLack ? sql`${child.coverage!} is not null` : (child.active ?? sql`true`)
  const had = known.map((child) => {
    const share = sql`${number(child.weight.integer)} * ${child.coverage!}`
    return may(child) ? cases([[present(child), share]], sql`0e0`) : share
  })
  const all = known.map((child) =>
    may(child) ? cases([[present(child), number(child.weight.integer)]], sql`0e0`) : number(child.weight.integer),
  )
  const mayLack = known.every(may)
  if (!known.some(may)) {
    return {
      sql: sql`(${total(had)}) / ${number(known.reduce((sum, child) => sum + child.weight.integer, 0))}`,
      mayLack,
    }
  }
  return { sql: sql`(${total(had)}) / nullif(${total(all)}, 0e0)`, mayLack }
}

/** What is combined of a part: null exactly where it has no points. */
export interface Combined {
  readonly sql: Sql
  readonly size: number
}

/** One score of those with points, in the written order: sums first, one division. Not their points are combined where `of` says so. */
export function combinationOf(
  combine: Combine,
  counted: readonly Part[],
  of: (part: Part) => Combined = ({ points, size }) => ({ sql: points, size }),
): Said {
  if (counted.length === 0) return numeric(NULL, 0)
  const values = counted.map((child) => of(child).sql)
  const sizes = counted.map((child) => of(child).size)
  const some =
    counted.length === 1 ? sql`${values[0]!} is not null` : sql`coalesce(${joined(values, ', ')}) is not null`
  const weighed = (weight: (child: Part) => number): Sql =>
    total(counted.map((child, n) => sql`coalesce(${number(weight(child))} * ${values[n]!}, 0e0)`))
  const taking = weightTaken(counted)
  switch (combine.operator) {
    case 'mean': {
      const size = counted.reduce((sum, child) => sum + child.weight.integer * of(child).size, 0)
      return numeric(sql`(${weighed((child) => child.weight.integer)})\n  / nullif(${taking}, 0e0)`, size)
    }
    case 'sum': {
      const all = counted.reduce((sum, child) => sum + child.weight.integer, 0)
      const stretched = combine.rescale ? sql` * ${rescalingOf(counted)}` : ''
      const size = counted.reduce((sum, child) => sum + Math.abs(child.weight.value) * of(child).size, 0)
      const sum = sql`${number(combine.from)} + (${weighed((child) => child.weight.value)})${stretched}`
      return numeric(cases([[some, sum]]), size * (combine.rescale ? all : 1) + Math.abs(combine.from))
    }
    case 'product': {
      const product = joined(
        values.map((one) => sql`coalesce(${one}, 1e0)`),
        ' * ',
      )
      return numeric(
        cases([[some, product]]),
        sizes.reduce((all, one) => all * Math.max(1, one), 1),
      )
    }
    case 'min':
    case 'max':
      return numeric(best(combine.operator, values), Math.max(...sizes))
  }
}

/** The weight of those with points. */
export function weightTaken(counted: readonly Part[]): Sql {
  return total(
    counted.map((child) => cases([[sql`${child.points} is not null`, number(child.weight.integer)]], sql`0e0`)),
  )
}

/** How much a rescaled sum is stretched to make up for what has no points. */
export function rescalingOf(counted: readonly Part[]): Sql {
  const active = total(
    counted.map((child) =>
      child.active === null
        ? number(child.weight.integer)
        : cases([[child.active, number(child.weight.integer)]], sql`0e0`),
    ),
  )
  return sql`((${active}) / nullif(${weightTaken(counted)}, 0e0))`
}

/** Of those that are there: each beside the best so far, since engines disagree about `least` of what is missing. */
function best(operator: 'min' | 'max', points: readonly Sql[]): Sql {
  const [first, ...rest] = points
  if (first === undefined) return NULL
  if (rest.length === 0) return first
  const sign = operator === 'min' ? '<=' : '>='
  const rows = points.map((one): [Sql, Sql] => {
    const others = points.filter((other) => other !== one).map((other) => sql`coalesce(${one} ${sign} ${other}, true)`)
    return [sql`${one} is not null and ${joined(others, ' and ')}`, one]
  })
  return cases(rows)
}
