import type { Plan } from '../../engine/kernels/plan.ts'
import type { Finding } from '../../findings/finding.ts'
import type { Input } from '../../model/input.ts'
import type { Model, Segment } from '../../model/model.ts'
import type { OverrideRow } from '../../model/override.ts'
import type { SalusDocument } from '../document/document.ts'

/** What is known of the workbook: one object that stays the same until something changes. */
export interface DeskState {
  readonly status: 'loading' | 'ready'
  /** As stored; null where the workbook holds none, or one that cannot be read. */
  readonly document: SalusDocument | null
  /** Why the stored document cannot be read, in a sentence. */
  readonly problem: string | null
  /** In the document's order, the workbook's own model first. */
  readonly models: readonly DeskModel[]
  /** The scoring date in days since 1970-01-01. */
  readonly asOf: number
  /** Counts up whenever a score may have become another: models, columns, overrides, the date or the accounts changed. */
  readonly epoch: number
}

/** A model of the document, compiled. */
export interface DeskModel {
  readonly file: string
  readonly text: string
  readonly model: Model
  readonly findings: readonly Finding[]
  /** All texts it was compiled from, by file. */
  readonly texts: ReadonlyMap<string, string>
  /** Without findings of level error: it may score. */
  readonly sound: boolean
}

/** A model and a segment made ready to score. */
export interface Applied {
  readonly kind: 'applied'
  readonly source: DeskModel
  readonly model: Model
  /** Of the model and those it uses. */
  readonly inputs: readonly Input[]
  readonly plan: Plan
  readonly asOf: number
  /** The segment that was asked for; null where the model's conditions choose. */
  readonly segment: Segment | null
  /** By account: those in force on the scoring date. */
  readonly overrides: ReadonlyMap<string, readonly OverrideRow[]>
}

/** What cannot be had, in one sentence that says what to do. */
export interface Refusal {
  readonly kind: 'refusal'
  /** `absent`: there is no such thing (`#N/A`). `wrong`: the request is (`#VALUE!`). */
  readonly because: 'absent' | 'wrong'
  readonly message: string
}

export function refuse(because: Refusal['because'], message: string): Refusal {
  return { kind: 'refusal', because, message }
}
