import type { Dimension, Member } from '../model/group.ts'
import { settled } from './arithmetic.ts'
import { bandOf } from './banding.ts'
import { change } from './changes.ts'
import { combinationOf } from './combine.ts'
import { condition, finite } from './expression.ts'
import { numeric } from './said.ts'
import { mayChange } from './members.ts'
import { sayMeasure } from './measure.ts'
import type { Part, Place } from './place.ts'
import { shownNumber } from './rounding.ts'
import { cases, joined, sql, type Sql } from './sql.ts'

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
  const coverage = coverageOf(counted, place)
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
  const tooLittle =
    withholdBelow === null || covered === null ? null : sql`${covered} < ${place.sheet.plainNumber(withholdBelow)}`
  const stops = [withheldBelow, tooLittle].filter((one) => one !== null)

  const found = settled(finite(combinationOf(combine, counted, place.sheet), place.sheet), place.sheet)
  const changes = mayChange(dimension) || place.overrides?.reaches(path) === true
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
  const score = numeric(points, changed.size)
  if (path === '') {
    const { sql: seen, size } = shownNumber(score, dimension.scale, place.sheet)
    const text = place.sheet.dialect.fixed(seen.text, dimension.scale.decimals, size)
    define('shown', 'text', { ...seen, text }, true)
  }
  const judged = dimension.judgeShown
    ? define('shown_number', 'number', shownNumber(score, dimension.scale, place.sheet).sql)
    : points
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
function coverageOf(
  counted: readonly Part[],
  { sheet: { number } }: Place,
): { readonly sql: Sql; readonly mayLack: boolean } | null {
  const known = counted.filter((child) => child.coverage !== null)
  if (known.length === 0) return null
  const may = (child: Part): boolean => child.active !== null || child.coverageMayLack
  const present = (child: Part): Sql =>
    child.coverageMayLack ? sql`${child.coverage!} is not null` : (child.active ?? sql`true`)
  const had = known.map((child) => {
    const { integer } = child.weight
    const share = integer === 1 ? child.coverage! : sql`${number(integer)} * ${child.coverage!}`
    return may(child) ? cases([[present(child), share]], number(0)) : share
  })
  const all = known.map((child) =>
    may(child) ? cases([[present(child), number(child.weight.integer)]], number(0)) : number(child.weight.integer),
  )
  const mayLack = known.every(may)
  if (!known.some(may)) {
    const weight = known.reduce((sum, child) => sum + child.weight.integer, 0)
    return { sql: weight === 1 ? had[0]! : sql`(${joined(had, ' + ')}) / ${number(weight)}`, mayLack }
  }
  return { sql: sql`(${joined(had, ' + ')}) / nullif(${joined(all, ' + ')}, ${number(0)})`, mayLack }
}
