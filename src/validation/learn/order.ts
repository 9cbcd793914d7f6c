import { canonicalJson, sha256Hex } from '../../model/hash.ts'
import { rowsOf, type Observations } from './observations.ts'

/**
 * The same rows in an order that does not depend on how the file was sorted: by account, day, outcome, then by what the
 * columns hold, all by code point; columns by name. Equal rows may change places: nobody can tell.
 */
export function inOrder(observations: Observations): Observations {
  const candidates = observations.candidates.toSorted((a, b) => byText(a.name, b.name))
  const sorted = { ...observations, candidates }
  const texts = Array.from({ length: observations.length }, (_, row) => rowText(sorted, row))
  const rows = texts
    .map((_, row) => row)
    .toSorted(
      (a, b) =>
        byText(observations.accounts[a]!, observations.accounts[b]!) ||
        (observations.days?.[a] ?? 0) - (observations.days?.[b] ?? 0) ||
        byText(texts[a]!, texts[b]!),
    )
  return rowsOf(sorted, rows)
}

/** SHA-256 (hex) of rows that are in order: the same data has the same hash, however it was stored. */
export function hashObservations(observations: Observations): string {
  const columns = observations.candidates.map(({ name, kind }) => ({ name, kind }))
  const rows = Array.from({ length: observations.length }, (_, row) => rowText(observations, row))
  return sha256Hex(
    [
      canonicalJson(columns),
      ...rows.map((text, row) => canonicalJson([observations.accounts[row], observations.days?.[row] ?? null, text])),
    ].join('\n'),
  )
}

function rowText({ churned, candidates }: Observations, row: number): string {
  const values = candidates.map((one) =>
    one.kind === 'number' ? numberText(one.values[row]!) : (one.levels[one.codes[row]!] ?? null),
  )
  return JSON.stringify([churned[row], ...values])
}

function numberText(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
