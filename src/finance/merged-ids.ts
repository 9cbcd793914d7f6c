import type { Codes, Ledger } from './ledger.ts'

/** An id that counts as another from a day on, because somebody said so. */
export interface MergedId {
  readonly from: string
  readonly to: string
  /** Days since 1970-01-01; null for always. */
  readonly date: number | null
  /** Where a person finds it, from 1. */
  readonly row: number
}

/** A merged id with what it brought along: the report's own account of what was merged. */
export interface MergedAccount extends MergedId {
  /** False where it holds only from a later day on than the closing. */
  readonly isApplied: boolean
  /** Lines of the ledger that count. */
  readonly lines: number
  /** What they were worth at both ends of the period, integer cents of the report's currency. */
  readonly opening: number
  readonly closing: number
  readonly events: number
  /** Scores over all dates that stand for the other account now. */
  readonly scores: number
  /** Scores that do not count, as the other account has its own of that date. */
  readonly outdone: number
}

/** What ids count as in a report that closes on `day`: chains are followed to their end. */
export function mergedBy(merged: readonly MergedId[], day: number): ReadonlyMap<string, string> {
  const next = new Map(merged.flatMap(({ from, to, date }) => (date === null || date <= day ? [[from, to]] : [])))
  return new Map(
    [...next.keys()].map((from) => {
      let to = next.get(from)!
      for (let on = next.get(to); on !== undefined; on = next.get(to)) to = on
      return [from, to]
    }),
  )
}

/**
 * The same ledger with the lines of merged ids as lines of what these count as, over all of time: cohorts compare one
 * account with itself at both dates. An account keeps its own parent, and has that of a merged id where it has none.
 */
export function mergeLedger(ledger: Ledger, into: ReadonlyMap<string, string>): Ledger {
  const { account, parents } = ledger
  if (!account.names.some((name) => into.has(name))) return ledger
  const resolved = account.names.map((name) => into.get(name) ?? name)
  const names = [...new Set(resolved)]
  const codeAt = new Map(names.map((name, code) => [name, code]))
  const codeOf = resolved.map((name) => codeAt.get(name)!)
  const own = names.map((): string | null => null)
  const isOwn = (code: number): boolean => account.names[code] === resolved[code]
  const codesOfAll = [...account.names.keys()]
  // An account's own entry is written last, and so wins over those of ids that were merged into it.
  for (const code of [...codesOfAll.filter((one) => !isOwn(one)), ...codesOfAll.filter(isOwn)]) {
    const written = parents[code] ?? null
    const parent = written === null ? null : (into.get(written) ?? written)
    if (parent !== null && parent !== resolved[code]) own[codeOf[code]!] = parent
  }
  const codes: Codes = { names, codes: account.codes.map((code) => codeOf[code]!) }
  return { ...ledger, account: codes, parents: own }
}
