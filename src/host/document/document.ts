import type { OverrideRow } from '../../model/override.ts'

/** The version of the stored form. A reader refuses a newer one and migrates an older one. */
export const DOCUMENT_SCHEMA = 1

/** All that Salus keeps in a workbook: one part, written whole. */
export interface SalusDocument {
  readonly schema: typeof DOCUMENT_SCHEMA
  /** Counts up at each write; whoever finds a greater one than they read has a newer document before them. */
  readonly revision: number
  /** The first is the model of the workbook; the others are imported by it, or asked for by name in a function. */
  readonly models: readonly ModelText[]
  /** Texts of the models that were published, newest first, the present one among them; ten of each at most. */
  readonly versions: readonly ModelVersion[]
  readonly connections: readonly Connection[]
  readonly overrides: readonly OverrideEntry[]
  readonly filters: readonly SavedFilter[]
  /** The scoring date: each day's own, or one ISO date for all. */
  readonly asOf: 'today' | string
  /** What somebody declared for figures of the ledger; absent until then. */
  readonly finance?: FinanceSettings | undefined
}

export interface ModelText {
  /** As imports name it: `sourcegraph.salus`. */
  readonly file: string
  readonly text: string
}

export interface ModelVersion extends ModelText {
  readonly revision: number
  /** ISO date and time, UTC. */
  readonly published: string
  readonly author: string | null
  readonly note: string | null
}

/** Which list holds the accounts, and which of its columns feeds which input where headers do not say so. */
export interface Connection {
  readonly sheet: string
  readonly table: string | null
  /** Headers by input name; an input that is not named here is matched by its labels. null: no column, on purpose. */
  readonly columns: Readonly<Record<string, string | null>>
}

/** Where the ledger stands and how it is to be read: a controller declares these, and nothing of it is guessed. */
export interface FinanceSettings {
  readonly ledger: ListPlace
  readonly rates: ListPlace | null
  /** Churn as a CRM tells it. */
  readonly crm: ListPlace | null
  /** Of every figure. */
  readonly currency: string
  /** Kinds of charge that count as ARR. */
  readonly recurring: readonly string[]
  /** ISO date: what is known of the ledger ends here. */
  readonly asOf: string
  /** ISO dates: balances are those of the ends of these days. */
  readonly from: string
  readonly to: string
  readonly rate: 'closing' | 'opening' | 'reported'
}

/** A list of the workbook, by its sheet and, where it is one, its table. */
export interface ListPlace {
  readonly sheet: string
  readonly table: string | null
}

/** An override with its history: what is withdrawn stays, dated. */
export interface OverrideEntry extends OverrideRow {
  /** Days since 1970-01-01; null while it stands. */
  readonly withdrawn: number | null
}

/** A named choice of accounts, kept with the workbook. */
export interface SavedFilter {
  readonly name: string
  readonly filter: Filter
}

/** Conditions joined by and / or, as deep as anyone likes. */
export type Filter =
  | { readonly kind: 'all' | 'any'; readonly of: readonly Filter[] }
  | {
      readonly kind: 'condition'
      readonly field: string
      readonly operator: FilterOperator
      readonly value: FilterValue
    }

/** `within` is a number of days from the scoring date on; `contains` is for texts and tags. */
export type FilterOperator =
  | 'is'
  | 'is not'
  | 'contains'
  | 'does not contain'
  | 'greater'
  | 'at least'
  | 'less'
  | 'at most'
  | 'between'
  | 'within'
  | 'before'
  | 'after'
  | 'is blank'
  | 'is not blank'

/** Two numbers or dates for `between`; null for the blanks. */
export type FilterValue = string | number | boolean | readonly [number | string, number | string] | null
