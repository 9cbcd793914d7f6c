/** Columns of the table in which snapshots are stored, one row an account and date, in this order; parts and carried columns follow. */
export const HEAD = [
  'snapshot_date',
  'sequence',
  'recorded_at',
  'restated',
  'model',
  'model_version',
  'model_hash',
  'inputs_hash',
  'ladder',
  'scale_low',
  'scale_high',
  'higher_is_worse',
  'account',
  'segment',
  'score',
  'shown',
  'band',
  'coverage',
  'score_before',
  'band_before',
  'overrides',
] as const

export type HeadColumn = (typeof HEAD)[number]

export const DATES: ReadonlySet<string> = new Set<HeadColumn>(['snapshot_date', 'recorded_at'])

export const NUMBERS: ReadonlySet<string> = new Set<HeadColumn>([
  'sequence',
  'model_version',
  'scale_low',
  'scale_high',
  'score',
  'coverage',
  'score_before',
])

/** Without these columns a table holds no snapshots. */
export const NEEDED: readonly HeadColumn[] = ['snapshot_date', 'model', 'model_hash', 'account', 'score', 'band']

/** What stands between the bands of a ladder, worst first. */
export const RUNG = ' < '

/** Columns of a dimension, and of a measure, behind their path and a point: `technical.score`, `technical.defects_90d.points`. */
export const DIMENSION = ['score', 'band', 'weight', 'contribution'] as const
export const MEASURE = ['points', 'band', 'weight', 'contribution', 'value'] as const

/** The path and the last word of a part's column; null for other columns. */
export function partColumn(name: string): { readonly path: string; readonly of: string } | null {
  const at = name.lastIndexOf('.')
  const of = name.slice(at + 1)
  const known = (DIMENSION as readonly string[]).includes(of) || (MEASURE as readonly string[]).includes(of)
  return at > 0 && known ? { path: name.slice(0, at), of } : null
}

/** The name under which a column of the data is carried: `Contract ACV` as `contract_acv`. What would pass for a column of ours is kept apart. */
export function carriedName(header: string): string {
  const folded = header
    .normalize('NFKC')
    .replaceAll('%', ' percent ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
  return folded === '' || (HEAD as readonly string[]).includes(folded) ? `carried_${folded}` : folded
}
