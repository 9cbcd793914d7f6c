import { combinationOf, type Combined } from './combine.ts'
import { finite } from './expression.ts'
import type { Part, Place } from './place.ts'
import { countedOf, decidingChild, times, type Factor } from './shares.ts'
import { cases, joined, sql, type Sql } from './sql.ts'

/** What a member bears of the shortfall: `factor` times its own, and `extra`. */
export interface Portion {
  /** 'weight': as much as its share of the whole. */
  readonly factor: Factor | 'weight'
  readonly extra: Sql | null
}

/** What a dimension bears, for its children to share. */
export interface Borne {
  readonly factor: Factor
  /** Whether the factor is its share of the whole. */
  readonly isWeight: boolean
  readonly extra: Sql | null
}

/** The best a member can reach, before rounding and modifiers. */
export function bestOf(part: Part, place: Place): Combined {
  const known = found.get(part) ?? findBest(part, place)
  found.set(part, known)
  return known
}
const found = new WeakMap<Part, Combined>()

function findBest(part: Part, place: Place): Combined {
  const { member, points } = part
  if (member.kind === 'measure') return { sql: place.sheet.number(member.best), size: Math.abs(member.best) }
  const extreme = member.combine.operator === 'min' || member.combine.operator === 'max'
  const reachable = (child: Part): Combined => {
    const best = bestOf(child, place)
    const there = cases([[sql`${child.points} is not null`, best.sql]])
    return { size: best.size, sql: extreme ? place.sheet.once(there, 'number') : there }
  }
  const { sql: combined, size } = finite(
    combinationOf(member.combine, countedOf(part), place.sheet, reachable),
    place.sheet,
  )
  const best = place.define(member.path, 'best', 'number', 'explanation', sql`coalesce(${combined}, ${points})`)
  return { sql: best, size: Math.max(size, part.size) }
}

/** What each child that counts bears of a dimension's shortfall. */
export function portionsOf(
  part: Part,
  shares: ReadonlyMap<Part, Sql>,
  borne: Borne,
  place: Place,
): ReadonlyMap<Part, Portion> {
  if (part.member.kind === 'measure') return new Map()
  const counted = countedOf(part)
  const { operator } = part.member.combine
  if (operator === 'min' || operator === 'max') return atOneChild(part, borne, place)
  const { factor, isWeight, extra } = borne
  const factorOf = (child: Part, n: number): Portion['factor'] => {
    if (operator === 'product') return times(factor, besidesOf(counted, n, place), place)
    return isWeight ? 'weight' : times(factor, shares.get(child) ?? place.sheet.number(0), place)
  }
  return new Map(
    counted.map((child, n) => [
      child,
      {
        factor: factorOf(child, n),
        extra: extra === null ? null : cases([[isFirst(counted, n), extra]], place.sheet.number(0)),
      },
    ]),
  )
}

/** By what a child of a product is multiplied, step by step: the points of those before it, and the bests of those behind. */
function besidesOf(counted: readonly Part[], at: number, place: Place): Sql {
  const others = counted.flatMap((other, n) => {
    if (n === at) return []
    const value = n < at ? other.points : cases([[sql`${other.points} is not null`, bestOf(other, place).sql]])
    return [sql`coalesce(${value}, ${place.sheet.number(1)})`]
  })
  const product = others.length === 0 ? place.sheet.number(1) : sql`(${joined(others, ' * ')})`
  return cases([[sql`${counted[at]!.points} is not null`, product]], place.sheet.number(0))
}

function isFirst(counted: readonly Part[], at: number): Sql {
  const before = counted.slice(0, at).map(({ points }) => sql`${points} is null`)
  return joined([sql`${counted[at]!.points} is not null`, ...before], ' and ')
}

/** All at the deciding child, or at the first that could have reached the group's best where the deciding one could not. */
function atOneChild(part: Part, { factor, extra }: Borne, place: Place): ReadonlyMap<Part, Portion> {
  const { member, calculated } = part
  if (member.kind === 'measure') return new Map()
  const counted = countedOf(part)
  const deciding = decidingChild(part, place)
  const best = bestOf(part, place).sql
  const sign = member.scale.higherIsWorse ? '<=' : '>='
  const bests = counted.map((child) => bestOf(child, place).sql)
  const able = counted.map((_, n): [Sql, Sql] => [
    sql`${deciding} = ${String(n)} and ${bests[n]!} ${sign} ${best}`,
    place.sheet.number(n),
  ])
  const instead = counted.map(({ points }, n): [Sql, Sql] => [
    sql`${deciding} is not null and ${points} is not null and ${bests[n]!} = ${best}`,
    place.sheet.number(n),
  ])
  const define = (what: string, value: Sql): Sql => place.define(member.path, what, 'number', 'explanation', value)
  const bearer = define('bearer', cases([...able, ...instead], deciding))
  const loss = sql`(${best} - ${calculated})`
  return new Map(
    counted.map((child, n) => {
      const own = sql`(${bests[n]!} - ${child.points})`
      const here = sql`${bearer} = ${String(n)}`
      // Where its own rows are next to nothing beside the loss, the first measure below bears it.
      const shared = sql`abs(${loss}) <= abs(${own}) * ${place.sheet.number(1000)} and ${own} <> 0`
      const taken = cases(
        [[sql`${here} and ${shared}`, times(factor, sql`(${loss} / ${own})`, place)]],
        place.sheet.number(0),
      )
      const rest = times(factor, loss, place)
      const more = extra === null ? rest : sql`(${rest} + ${extra})`
      const rows: [Sql, Sql][] = [[sql`${here} and not (${shared})`, more]]
      if (extra !== null) rows.push([here, extra])
      return [child, { factor: taken, extra: cases(rows, place.sheet.number(0)) }]
    }),
  )
}
