import type { History, KeptSnapshot, TextRows } from './history.ts'
import { layOut } from './lay-out.ts'
import { type SnapshotRows, textAt } from './rows.ts'

/** What becomes of scorings that are to be kept beside what is kept already. Nothing kept is ever changed or taken away. */
export interface Keeping {
  /** With their sequence: these are to be stored. */
  readonly added: readonly SnapshotRows[]
  /** Kept already, with the same numbers. */
  readonly same: readonly SnapshotRows[]
  /** Kept already with other numbers, and nobody said why they should be kept twice. */
  readonly refused: readonly { readonly scoring: SnapshotRows; readonly difference: Difference }[]
  /** Stored, while the same date is kept by another version of the model too. */
  readonly otherVersions: readonly SnapshotRows[]
}

/** The first account, by code point, of which two scorings of one date say different things. */
export interface Difference {
  readonly account: string
  /** What differs: `score`, `technical.band`; `account` where only one of the two has it. */
  readonly what: string
  readonly kept: string | null
  readonly now: string | null
  /** How many accounts differ in all. */
  readonly accounts: number
}

/** `restate` is the reason for which other numbers of a date are kept as well; null refuses them. */
export function keep(history: History, scorings: readonly SnapshotRows[], restate: string | null): Keeping {
  const added: SnapshotRows[] = []
  const same: SnapshotRows[] = []
  const refused: Keeping['refused'][number][] = []
  const otherVersions: SnapshotRows[] = []
  for (const scoring of scorings) {
    const ofDate = history.snapshots.filter(
      ({ date, model }) => date === scoring.date && model.name === scoring.model.name,
    )
    const last = ofDate.findLast(({ model }) => model.hash === scoring.model.hash)
    const sequence = Math.max(0, ...ofDate.map((one) => one.sequence)) + 1
    const difference = last === undefined ? null : differenceOf(history, last, scoring)
    if (last !== undefined && difference === null) same.push(scoring)
    else if (difference !== null && restate === null) refused.push({ scoring, difference })
    else {
      added.push({ ...scoring, sequence, restated: difference === null ? null : restate })
      if (last === undefined && ofDate.length > 0) otherVersions.push(scoring)
    }
  }
  return { added, same, refused, otherVersions }
}

/** null where both say the same of the same accounts. */
function differenceOf(history: History, kept: KeptSnapshot, scoring: SnapshotRows): Difference | null {
  const now = layOut([scoring])
  const [other] = now.snapshots
  const before = sayings(history, kept)
  const after = sayings(now, other!)
  // Columns that only one of the two carries are no other numbers.
  const carriedByOne = [...kept.carried.keys(), ...other!.carried.keys()].filter(
    (name) => !(kept.carried.has(name) && other!.carried.has(name)),
  )
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) => !carriedByOne.includes(name))
  const rowsBefore = rowsOf(history, kept)
  const rowsAfter = rowsOf(now, other!)
  const differing = [...new Set([...rowsBefore.keys(), ...rowsAfter.keys()])].flatMap((account): Difference[] => {
    const [one, two] = [rowsBefore.get(account), rowsAfter.get(account)]
    if (one === undefined || two === undefined) {
      return [
        {
          account,
          what: 'account',
          kept: one === undefined ? null : account,
          now: two === undefined ? null : account,
          accounts: 0,
        },
      ]
    }
    for (const name of names) {
      const [was, is] = [before.get(name)?.(one) ?? null, after.get(name)?.(two) ?? null]
      if (was !== is) return [{ account, what: name, kept: was, now: is, accounts: 0 }]
    }
    return []
  })
  const first = differing.toSorted((a, b) => (a.account < b.account ? -1 : 1))[0]
  return first === undefined ? null : { ...first, accounts: differing.length }
}

function rowsOf({ accounts }: History, { account }: KeptSnapshot): ReadonlyMap<string, number> {
  return new Map(Array.from(account, (code, row) => [accounts[code]!, row]))
}

type Say = (row: number) => string | null

/** All that a scoring says of an account, by name, as texts; what is blank says nothing. */
function sayings({ bands, segments }: History, one: KeptSnapshot): ReadonlyMap<string, Say> {
  const coded =
    (codes: Int32Array, names: readonly string[]): Say =>
    (row) =>
      names[codes[row]!] ?? null
  const number =
    (values: Float64Array): Say =>
    (row) =>
      Number.isNaN(values[row]!) ? null : String(values[row]! + 0)
  const text =
    (rows: TextRows): Say =>
    (row) =>
      textAt(rows, row)
  const all: [string, Say][] = [
    ['score', number(one.score)],
    ['shown', text(one.shown)],
    ['band', coded(one.band, bands)],
    ['segment', coded(one.segment, segments)],
    ['coverage', number(one.coverage)],
    ['score_before', number(one.scoreBefore)],
    ['band_before', coded(one.bandBefore, bands)],
    ['overrides', text(one.overrides)],
  ]
  for (const [path, part] of one.parts) {
    all.push([`${path}.points`, number(part.points)], [`${path}.band`, coded(part.band, bands)])
    all.push([`${path}.weight`, number(part.weight)], [`${path}.contribution`, number(part.contribution)])
    if (part.value !== null) all.push([`${path}.value`, text(part.value)])
  }
  for (const [name, column] of one.carried) {
    all.push([name, column.kind === 'number' ? number(column.values) : text(column)])
  }
  return new Map(all)
}
