import type { History, KeptPart, KeptSnapshot, TextRows } from './history.ts'
import { pickRowsOf, type SnapshotRows } from './rows.ts'

/** Lays scorings beside one another: one list of accounts, bands and segments for all of them. */
export function layOut(scorings: readonly SnapshotRows[]): History {
  const accounts = [...new Set(scorings.flatMap((one) => one.accounts))].toSorted(byCodePoint)
  const segments = [...new Set(scorings.flatMap((one) => usedIn(one.segment)))].toSorted(byCodePoint)
  const bands = bandsOf(scorings)
  const places = { accounts: placesOf(accounts), segments: placesOf(segments), bands: placesOf(bands) }
  const snapshots = scorings.map((one) => place(one, places)).toSorted(bySnapshot)
  return { accounts, bands, segments, snapshots }
}

/** By UTF-16 unit, as everywhere: never by locale. */
export function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function bySnapshot(one: KeptSnapshot, other: KeptSnapshot): number {
  return one.date - other.date || byCodePoint(one.model.name, other.model.name) || one.sequence - other.sequence
}

interface Places {
  readonly accounts: ReadonlyMap<string, number>
  readonly segments: ReadonlyMap<string, number>
  readonly bands: ReadonlyMap<string, number>
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, at) => [name, at]))
}

/** The longest ladder first, then bands that only other ladders or measures have. */
function bandsOf(scorings: readonly SnapshotRows[]): readonly string[] {
  const ladders = scorings.map(({ ladder }) => ladder).toSorted((a, b) => b.length - a.length)
  const used = scorings.flatMap((one) => [
    ...usedIn(one.band),
    ...usedIn(one.bandBefore),
    ...[...one.parts.values()].flatMap(({ band }) => usedIn(band)),
  ])
  return [...new Set([...ladders.flat(), ...used])]
}

function usedIn({ codes, dictionary }: TextRows): readonly string[] {
  const used = new Set(Array.from(codes))
  return dictionary.filter((_, code) => used.has(code))
}

function place(one: SnapshotRows, places: Places): KeptSnapshot {
  const code = one.accounts.map((account) => places.accounts.get(account)!)
  const rows = Int32Array.from(code.keys()).toSorted((a, b) => code[a]! - code[b]!)
  const { accounts: _, ...sorted } = pickRowsOf(one, rows)
  const bands = (texts: TextRows): Int32Array => coded(texts, places.bands)
  const parts = [...sorted.parts].map(([path, part]): [string, KeptPart] => [path, { ...part, band: bands(part.band) }])
  return {
    ...sorted,
    length: rows.length,
    account: Int32Array.from(rows, (row) => code[row]!),
    segment: coded(sorted.segment, places.segments),
    band: bands(sorted.band),
    bandBefore: bands(sorted.bandBefore),
    parts: new Map(parts),
  }
}

function coded({ codes, dictionary }: TextRows, places: ReadonlyMap<string, number>): Int32Array {
  const to = dictionary.map((text) => places.get(text) ?? -1)
  const placed = new Int32Array(codes.length)
  for (let row = 0; row < codes.length; row++) placed[row] = to[codes[row]!] ?? -1
  return placed
}
