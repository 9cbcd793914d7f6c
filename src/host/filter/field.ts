import type { Column } from '../../model/columns.ts'

/** Something about accounts that a filter can ask for: a column of their list, a score, a band, an indicator. */
export interface Field {
  /** As filters name it in the document. */
  readonly id: string
  readonly label: string
  readonly group: FieldGroup
  readonly kind: FieldKind
  /** What is worth offering: bands worst first, segments, choices, the texts of a column that repeats itself. */
  readonly options: readonly FieldOption[]
  /** Read when first asked for. Percentages are fractions, dates days since 1970-01-01, yes and no 1 and 0; NaN and -1 are blank. */
  readonly column: () => Column
}

export type FieldGroup = 'Health' | 'Dimensions' | 'Indicators' | 'Columns'

/** `band` is a choice with an order. */
export type FieldKind = 'number' | 'percent' | 'date' | 'yes/no' | 'band' | 'choice' | 'text'

export interface FieldOption {
  readonly value: string
  readonly label: string
}

export type Fields = ReadonlyMap<string, Field>
