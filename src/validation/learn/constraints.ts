/** What a person declares before learning: the data decides only the rest. */
export interface Constraints {
  /** Inputs that may not be used, by name. */
  readonly forbidden: ReadonlySet<string>
  /** Whether higher is healthier, by name. */
  readonly rising: ReadonlyMap<string, boolean>
  /** Weights that are fixed or bounded, as shares of 1. */
  readonly weights: ReadonlyMap<string, { readonly least: number; readonly most: number }>
}

export const NO_CONSTRAINTS: Constraints = { forbidden: new Set(), rising: new Map(), weights: new Map() }
