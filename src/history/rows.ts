import { pickColumn, pickNumbers } from '../model/pick-rows.ts'
import type { History, KeptSnapshot, Part, Scoring, TextRows } from './history.ts'

/** One scoring on its own, before it is laid beside others: rows in any order, codes with their own lists. */
export interface SnapshotRows extends Scoring<TextRows> {
  readonly accounts: readonly string[]
}

export type PartRows = Part<TextRows>

/** A text at a row; null where there is none. */
export function textAt({ codes, dictionary }: TextRows, row: number): string | null {
  return dictionary[codes[row]!] ?? null
}

/** Few different texts, each written once. */
export function textRows(length: number, textOf: (row: number) => string | null): TextRows {
  const codes = new Int32Array(length).fill(-1)
  const dictionary: string[] = []
  const known = new Map<string, number>()
  for (let row = 0; row < length; row++) {
    const text = textOf(row)
    if (text === null) continue
    let code = known.get(text)
    if (code === undefined) {
      code = dictionary.push(text) - 1
      known.set(text, code)
    }
    codes[row] = code
  }
  return { codes, dictionary }
}

/** The rows of a text column in another order, or some of them. */
export function pickTexts({ codes, dictionary }: TextRows, rows: Int32Array): TextRows {
  const picked = new Int32Array(rows.length)
  // Loops, since `from` with a function takes many times as long and snapshots are mostly such columns.
  for (let at = 0; at < rows.length; at++) picked[at] = codes[rows[at]!] ?? -1
  return { codes: picked, dictionary }
}

/** A kept scoring on its own again. */
export function asRows({ accounts, bands, segments }: History, kept: KeptSnapshot): SnapshotRows {
  const parts = [...kept.parts].map(([path, part]): [string, PartRows] => [
    path,
    { ...part, band: { codes: part.band, dictionary: bands } },
  ])
  return {
    ...kept,
    accounts: Array.from(kept.account, (code) => accounts[code]!),
    segment: { codes: kept.segment, dictionary: segments },
    band: { codes: kept.band, dictionary: bands },
    bandBefore: { codes: kept.bandBefore, dictionary: bands },
    parts: new Map(parts),
  }
}

/** Some rows of a scoring. */
export function pickRowsOf(one: SnapshotRows, rows: Int32Array): SnapshotRows {
  const parts = [...one.parts].map(([path, part]): [string, PartRows] => [
    path,
    {
      kind: part.kind,
      points: pickNumbers(part.points, rows),
      band: pickTexts(part.band, rows),
      weight: pickNumbers(part.weight, rows),
      contribution: pickNumbers(part.contribution, rows),
      value: part.value && pickTexts(part.value, rows),
    },
  ])
  return {
    ...one,
    accounts: Array.from(rows, (row) => one.accounts[row]!),
    segment: pickTexts(one.segment, rows),
    score: pickNumbers(one.score, rows),
    shown: pickTexts(one.shown, rows),
    band: pickTexts(one.band, rows),
    coverage: pickNumbers(one.coverage, rows),
    scoreBefore: pickNumbers(one.scoreBefore, rows),
    bandBefore: pickTexts(one.bandBefore, rows),
    overrides: pickTexts(one.overrides, rows),
    parts: new Map(parts),
    carried: new Map([...one.carried].map(([name, column]) => [name, pickColumn(column, rows)])),
  }
}
