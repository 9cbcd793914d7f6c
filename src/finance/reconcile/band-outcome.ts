/** What became of the accounts of each band at the opening, with how sure that is: statistics come from whoever has them. */
export interface BandOutcomes {
  /** Worst first. */
  readonly bands: readonly BandOutcome[]
  /** How likely a trend as strong as this would be if bands said nothing; null where there is none to test. */
  readonly trend: number | null
  /** Neighbours of which the better one lost more, in words. */
  readonly reversals: readonly string[]
}

export interface BandOutcome {
  readonly band: string
  readonly accounts: number
  readonly lost: number
  /** 95% interval of `lost / accounts`; null without accounts. */
  readonly interval: { readonly low: number; readonly high: number } | null
  /** Cents at the opening, and of these what was lost or shrank. */
  readonly opening: number
  readonly lostAmount: number
}
