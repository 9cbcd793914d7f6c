import type { History, KeptPart, KeptSnapshot } from '../history/history.ts'
import { numberText } from '../tables/values/number-text.ts'
import type { ScoredPart, ScoredRows } from './scored-rows.ts'

/** Carried columns that say what an account is worth a year, in whole units of its currency. */
const WORTH = ['arr', 'acv', 'annual_value']

/**
 * The rows of kept snapshots. Of a date and model the first scoring counts: what was restated later was not known then.
 * `by` names a carried column to split by instead of the model's segments.
 */
export function fromHistory(history: History, model: string, by?: string): ScoredRows {
  const snapshots = firstOnes(history.snapshots, model)
  const length = snapshots.reduce((sum, one) => sum + one.length, 0)
  const column = (valueOf: (one: KeptSnapshot) => ArrayLike<number>): Float64Array => {
    const values = new Float64Array(length)
    let at = 0
    for (const one of snapshots) {
      values.set(Array.from(valueOf(one)), at)
      at += one.length
    }
    return values
  }
  const same = (value: (one: KeptSnapshot) => number) => column((one) => new Float64Array(one.length).fill(value(one)))
  const paths = [...new Set(snapshots.flatMap((one) => [...one.parts.keys()]))]
  const known = snapshots.some((one) => one.recordedAt !== null)
  const amount = column(worthOf)
  return {
    length,
    accounts: snapshots.flatMap((one) => Array.from(one.account, (code) => history.accounts[code]!)),
    dates: same((one) => one.date),
    recordedAt: known ? same((one) => one.recordedAt ?? NaN) : null,
    score: column((one) => one.score),
    higherIsWorse: snapshots.at(-1)?.scale.higherIsWorse ?? false,
    band: Int32Array.from(column((one) => one.band)),
    bands: history.bands,
    ladder: snapshots.reduce((most, one) => Math.max(most, one.ladder.length), 0) || history.bands.length,
    ...(by === undefined
      ? { segment: Int32Array.from(column((one) => one.segment)), segments: history.segments }
      : splitBy(snapshots, by)),
    amount: amount.some((value) => !Number.isNaN(value)) ? amount : null,
    coverage: column((one) => one.coverage),
    parts: paths.map((path): ScoredPart => {
      const of = (one: KeptSnapshot, valueOf: (part: KeptPart) => ArrayLike<number>, none: number) =>
        one.parts.has(path) ? valueOf(one.parts.get(path)!) : new Float64Array(one.length).fill(none)
      return {
        path,
        kind: snapshots.find((one) => one.parts.has(path))!.parts.get(path)!.kind,
        points: column((one) => of(one, ({ points }) => points, NaN)),
        band: Int32Array.from(column((one) => of(one, ({ band }) => band, -1))),
        value: snapshots.some((one) => one.parts.get(path)?.value != null)
          ? column((one) => of(one, valuesOf, NaN))
          : null,
        weight: column((one) => of(one, ({ weight }) => weight, NaN)),
        contribution: column((one) => of(one, ({ contribution }) => contribution, NaN)),
      }
    }),
  }
}

/** What a measure judged, as numbers: texts such as `47%` are kept, each of few different ones. */
function valuesOf({ value, points }: KeptPart): ArrayLike<number> {
  if (value === null) return new Float64Array(points.length).fill(NaN)
  const numbers = value.dictionary.map((text) => {
    const typed = numberText(text.trim())
    return typed === null || typed === 'comma' ? NaN : Number(typed.digits)
  })
  return Float64Array.from(value.codes, (code) => numbers[code] ?? NaN)
}

/** By date, as they are kept. */
function firstOnes(snapshots: readonly KeptSnapshot[], model: string): readonly KeptSnapshot[] {
  const seen = new Set<number>()
  return snapshots.filter((one) => {
    if (one.model.name !== model || seen.has(one.date)) return false
    seen.add(one.date)
    return true
  })
}

/** The texts of a carried column as segments. */
function splitBy(snapshots: readonly KeptSnapshot[], by: string): Pick<ScoredRows, 'segment' | 'segments'> {
  const texts = snapshots.flatMap((one) => {
    const column = one.carried.get(by)
    return Array.from({ length: one.length }, (_, row) =>
      column?.kind === 'text' ? (column.dictionary[column.codes[row]!] ?? '') : '',
    )
  })
  const segments = [...new Set(texts)].filter((text) => text !== '').toSorted()
  return { segment: Int32Array.from(texts, (text) => segments.indexOf(text)), segments }
}

function worthOf(one: KeptSnapshot): ArrayLike<number> {
  const name = [...one.carried.keys()].find((key) => WORTH.includes(key.toLowerCase()))
  const column = name === undefined ? undefined : one.carried.get(name)
  if (column?.kind !== 'number') return new Float64Array(one.length).fill(NaN)
  return column.values.map((units) => Math.round(units * 100))
}
