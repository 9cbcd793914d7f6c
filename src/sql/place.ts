import type { Member } from '../model/group.ts'
import type { Band } from '../model/judge.ts'
import type { SaidOverrides } from './overridden.ts'
import type { Reader } from './said.ts'
import type { Kind, Phase, Sheet } from './sheet.ts'
import type { Sql } from './sql.ts'

/** Where the members of one segment are said. A column of a path is one for all segments, each with its own value. */
export interface Place {
  readonly sheet: Sheet
  readonly reader: Reader
  /** The measures' ladder. */
  readonly ladder: readonly Band[]
  /** What the number of a member is called: a path may be a measure in one segment and a dimension in another. */
  readonly numberOf: (path: string) => string
  /** What people have set; null where nobody is asked. */
  readonly overrides: SaidOverrides | null
  /** Whether it is also said why: each outcome then keeps its reason. */
  readonly explains: boolean
  /** Defines `path|what` for this segment and gives the column. `follows`: it is null wherever all that it reads is. */
  readonly define: (path: string, what: string, kind: Kind, phase: Phase, value: Sql, follows?: boolean) => Sql
}

/** A measure or dimension in one segment, as the dimension above reads it. */
export interface Part {
  readonly member: Member
  /** Those that are not off. */
  readonly children: readonly Part[]
  /** Of the weight: `integer` in means and coverage, `value` as a factor. */
  readonly weight: { readonly value: number; readonly integer: number }
  /** Null without points. */
  readonly points: Sql
  /** Before rounding and modifiers. */
  readonly calculated: Sql
  /** Whether rounding, modifiers or the ends of a scale may make something else of what was calculated. */
  readonly changes: boolean
  /** Of a measure: where its value is missing; null of a dimension. */
  readonly missing: Sql | null
  /** The reason its judge gives; null where no outcome has one. */
  readonly because: Sql | null
  /** True where it counts; null: always. */
  readonly active: Sql | null
  /** Its coverage where it is active; null: it never has one. */
  readonly coverage: Sql | null
  /** Whether the coverage may be null though it is active. */
  readonly coverageMayLack: boolean
  /** Where it withholds the score above; null: never. */
  readonly withheld: Sql | null
  /** No points of it are larger. */
  readonly size: number
}

/** What a band of the measures' ladder is worth. */
export function pointsOfBand({ ladder }: Place, name: string | null): number {
  return ladder.find((band) => band.name === name)?.points ?? 0
}
