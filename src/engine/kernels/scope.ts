import type { Columns } from '../../model/columns.ts'
import type { Expression } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import type { Texts } from './texts.ts'
import type { Step, Vector } from './vector.ts'

/** What a program reads while it runs: set before each table, and before each block of rows. */
export interface Frame {
  /** Rows of the table that the block holds, in order. */
  rows: Int32Array
  n: number
}

/** Steps in an order in which each needs only those before it, and what ties them to a table. */
export interface Program {
  readonly steps: Step[]
  readonly binders: ((binding: Binding) => void)[]
  readonly frame: Frame
}

export interface Binding {
  readonly columns: Columns
  readonly texts: Texts
  /** Scores of the same rows by imported models, by the name used for them. */
  readonly imported: ReadonlyMap<string, Foreign>
}

/** Another model's scores of the rows of a table. */
export interface Foreign {
  readonly segment: Int16Array
  /** null for a path that the model has nowhere. */
  readonly columnsOf: (path: string) => { readonly points: Float64Array; readonly band: Int16Array } | null
  /** The rank of a band code in a segment; NaN for none. */
  readonly rankOf: (segment: number, band: number) => number
}

/** What names mean while a formula is turned into steps. Vectors are made once and shared. */
export interface Scope {
  readonly model: Model
  /** NaN where there is no scoring date. */
  readonly asOf: number
  readonly texts: Texts
  readonly program: Program
  readonly vectors: Map<string, Vector>
  /** Points or score, and the rank of the band, of a member of the tree; null where there is no tree yet, or no such member. */
  readonly member: (path: string) => { readonly points: Vector; readonly rank: () => Vector } | null
  readonly foreign: (kind: ForeignKind, path: string, model: string) => Vector
}
export type ForeignKind = Extract<Expression, { path: string }>['kind']

export function run(program: Program, rows: Int32Array, n: number): void {
  program.frame.rows = rows
  program.frame.n = n
  for (const step of program.steps) step(n)
}
