import type { Dimension, Member } from '../model/group.ts'
import { appliesWhere } from './dimension.ts'
import { bestOf, portionsOf, type Borne, type Portion } from './losses.ts'
import type { Part, Place } from './place.ts'
import { shareOfEach, times, type Factor } from './shares.ts'
import { cases, joined, sql, type Sql } from './sql.ts'
import { offWhere, stateOf } from './states.ts'

/**
 * Says, for one segment, what became of every member, off or not: its state, the share of the whole it carries, what it
 * brings in and what it costs. The losses, and those of all changes, add up to the shortfall.
 */
export function explainWhole(root: Dimension, whole: Part | null, { place, changing }: Explaining): void {
  const scored = whole === null ? sql`false` : sql`${whole.points} is not null`
  const signed = (lost: Sql): Sql => (root.scale.higherIsWorse ? sql`(${place.sheet.number(0)} - ${lost})` : lost)
  if (whole !== null) {
    const short = signed(sql`(${bestOf(whole, place).sql} - ${whole.points})`)
    place.define('', 'shortfall', 'number', 'explanation', short)
  }
  const above: Above = { applies: null, off: null, weight: 1, bears: WHOLE, product: false }
  explainMember(root, whole, above, { place, changing, signed, scored })
}

export interface Explaining {
  readonly place: Place
  /** Paths of what is changed after it is calculated, in this segment or another. */
  readonly changing: ReadonlySet<string>
}

interface Walk extends Explaining {
  /** A loss as it is told: more is worse, whatever the score's direction. */
  readonly signed: (lost: Sql) => Sql
  /** Where there is a score. */
  readonly scored: Sql
}

/** What a member has from above. */
interface Above {
  readonly applies: Sql | null
  /** The state of all that is below something off; null where nothing is. */
  readonly off: Sql | null
  /** Its share of the whole. */
  readonly weight: Factor
  readonly bears: Portion
  /** Below a product nothing brings in a number of its own. */
  readonly product: boolean
}

const WHOLE: Portion = { factor: 'weight', extra: null }
const NOTHING: Portion = { factor: 0, extra: null }

function explainMember(member: Member, part: Part | null, above: Above, walk: Walk): void {
  const { place } = walk
  const { path } = member
  const isWhole = path === ''
  const define = (what: string, kind: 'number' | 'text', value: Sql): Sql =>
    place.define(path, what, kind, 'explanation', value)
  const off = above.off ?? (member.off ? offWhere(above.applies, place) : null)
  const applies = off === null ? appliesWhere(member, above.applies, place) : above.applies
  if (!isWhole) define('state', 'text', off ?? stateOf(member, part, applies, place))
  const weight = isWhole ? above.weight : define('effective_weight', 'number', plain(above.weight, place))
  if (!isWhole && part !== null && !above.product) {
    define('contribution', 'number', sql`${part.points} * ${plain(weight, place)}`)
  }
  const borne = part === null ? null : sayLosses(part, above.bears, weight, walk)
  if (member.kind === 'measure') return

  const below = new Map<Member, Part>(part?.children.map((child) => [child.member, child]))
  const shares = part === null ? null : shareOfEach(part, place)
  const portions = part === null || shares === null || borne === null ? null : portionsOf(part, shares, borne, place)
  const product = above.product || member.combine.operator === 'product'
  for (const child of member.children) {
    const found = below.get(child) ?? null
    const share = found === null ? undefined : shares?.get(found)
    const of: Above = {
      applies,
      off,
      weight: share === undefined ? 0 : times(weight, share, place),
      bears: (found === null ? undefined : portions?.get(found)) ?? NOTHING,
      product,
    }
    explainMember(child, found, of, walk)
  }
}

/** Defines what a member loses and what its changes do; gives what it bears, in columns for those below it to read. */
function sayLosses(part: Part, bears: Portion, weight: Factor, walk: Walk): Borne {
  const { place, signed, scored } = walk
  const { member, points, calculated } = part
  const define = (what: string, value: Sql): Sql => place.define(member.path, what, 'number', 'explanation', value)
  const isMeasure = member.kind === 'measure'
  const isWeight = bears.factor === 'weight'
  const given = bears.factor === 'weight' ? weight : bears.factor
  const factor = typeof given === 'number' || isMeasure || isWeight ? given : define('factor', given)
  const extra = bears.extra === null || isMeasure ? bears.extra : define('extra', bears.extra)

  const best = bestOf(part, place).sql
  // An override may give points where nothing was calculated.
  const start = part.changes ? sql`coalesce(${calculated}, ${best})` : calculated
  const where = member.path === '' ? scored : sql`${scored} and ${points} is not null`
  const own = times(factor, sql`(${best} - ${isMeasure ? start : points})`, place)
  if (member.path !== '') define('lost', cases([[where, signed(extra === null ? own : sql`(${own} + ${extra})`)]]))
  if (walk.changing.has(member.path)) {
    const taken = part.changes ? times(factor, sql`(${start} - ${points})`, place) : place.sheet.number(0)
    const alone = extra === null || isMeasure ? null : cases([[nothingBelow(part), extra]], place.sheet.number(0))
    define('changes_lost', cases([[where, signed(alone === null ? taken : sql`(${taken} + ${alone})`)]]))
  }
  return { factor, isWeight, extra }
}

/** Where a dimension has its number from an override alone. */
function nothingBelow({ children }: Part): Sql {
  const points = children.filter((child) => child.weight.value > 0).map((child) => sql`${child.points} is null`)
  return points.length === 0 ? sql`true` : joined(points, ' and ')
}

function plain(factor: Factor, { sheet }: Place): Sql {
  return typeof factor === 'number' ? sheet.number(factor) : factor
}
