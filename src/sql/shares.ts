import { rescalingOf, weightTaken } from './combine.ts'
import type { Part, Place } from './place.ts'
import { cases, sql, type Sql } from './sql.ts'

/** The share of a dimension's own score that each child that counts carries; 0 where the child has no points. */
export function shareOfEach(part: Part, place: Place): ReadonlyMap<Part, Sql> {
  const counted = countedOf(part)
  if (part.member.kind === 'measure' || counted.length === 0) return new Map()
  const { path, combine } = part.member
  const { number } = place.sheet
  const define = (what: string, value: Sql): Sql => place.define(path, what, 'number', 'explanation', value)
  const each = (share: (child: Part) => Sql): ReadonlyMap<Part, Sql> =>
    new Map(counted.map((child) => [child, cases([[sql`${child.points} is not null`, share(child)]], number(0))]))
  switch (combine.operator) {
    case 'mean': {
      if (counted.length === 1) return each(() => number(1))
      const taken = define('weight_taken', weightTaken(counted, place.sheet))
      return each((child) => sql`${number(child.weight.integer)} / ${taken}`)
    }
    case 'sum': {
      const rescaling = combine.rescale ? define('rescaling', rescalingOf(counted, place.sheet)) : null
      return each(({ weight }) =>
        rescaling === null ? number(weight.value) : sql`(${number(weight.value)} * ${rescaling})`,
      )
    }
    case 'product':
      return each(() => number(1))
    case 'min':
    case 'max': {
      const deciding = decidingChild(part, place)
      return new Map(
        counted.map((child, n) => [child, cases([[sql`${deciding} = ${String(n)}`, number(1)]], number(0))]),
      )
    }
  }
}

/** Which of those that count, from 0, gives a min or max its value: the first that has it. */
export function decidingChild(part: Part, place: Place): Sql {
  const rows = countedOf(part).map(({ points }, n): [Sql, Sql] => [
    sql`${points} = ${part.calculated}`,
    place.sheet.number(n),
  ])
  return place.define(part.member.path, 'deciding', 'number', 'explanation', cases(rows))
}

/** The children with a weight. */
export function countedOf({ children }: Part): readonly Part[] {
  return children.filter((child) => child.weight.value > 0)
}

/** A number, or one that is the same in every row. */
export type Factor = Sql | 0 | 1

export function times(factor: Factor, value: Sql, { sheet }: Place): Sql {
  if (factor === 0) return sheet.number(0)
  return factor === 1 ? value : sql`${factor} * ${value}`
}
