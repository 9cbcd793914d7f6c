import type { History, KeptPart, KeptSnapshot, TextRows } from './history.ts'
import { pickColumn, pickNumbers, pickTexts, type SnapshotRows } from './rows.ts'

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
  const numbers = (values: Float64Array): Float64Array => pickNumbers(values, rows)
  const bands = (texts: TextRows): Int32Array => coded(texts, rows, places.bands)
  const parts = [...one.parts].map(([path, part]): [string, KeptPart] => [
    path,
    {
      kind: part.kind,
      points: numbers(part.points),
      band: bands(part.band),
      weight: numbers(part.weight),
      contribution: numbers(part.contribution),
      value: part.value && pickTexts(part.value, rows),
    },
  ])
  return {
    date: one.date,
    model: one.model,
    inputsHash: one.inputsHash,
    sequence: one.sequence,
    recordedAt: one.recordedAt,
    restated: one.restated,
    ladder: one.ladder,
    scale: one.scale,
    length: rows.length,
    account: Int32Array.from(rows, (row) => code[row]!),
    segment: coded(one.segment, rows, places.segments),
    score: numbers(one.score),
    shown: pickTexts(one.shown, rows),
    band: bands(one.band),
    coverage: numbers(one.coverage),
    scoreBefore: numbers(one.scoreBefore),
    bandBefore: bands(one.bandBefore),
    overrides: pickTexts(one.overrides, rows),
    parts: new Map(parts),
    carried: new Map([...one.carried].map(([name, column]) => [name, pickColumn(column, rows)])),
  }
}

function coded({ codes, dictionary }: TextRows, rows: Int32Array, places: ReadonlyMap<string, number>): Int32Array {
  const to = dictionary.map((text) => places.get(text) ?? -1)
  return Int32Array.from(rows, (row) => to[codes[row]!] ?? -1)
}
