import type { Codes, Ledger } from '../../finance/ledger.ts'

/** A day on which an account could leave, and whether it did. */
export interface Decision {
  readonly account: string
  /** Days since 1970-01-01. */
  readonly day: number
  readonly churned: boolean
}

/**
 * The renewals of a ledger: every day on which a line of an account ends, up to and with `asOf`. The account churned if
 * none of its lines runs on that day. An end after `asOf` is no outcome yet. Lines without value renew nothing.
 */
export function renewalsOf(
  ledger: Pick<Ledger, 'length' | 'account' | 'start' | 'end' | 'annual'>,
  asOf: number,
): readonly Decision[] {
  const byAccount = linesByAccount(ledger.account, ledger.length)
  return byAccount.flatMap((lines, code) => {
    const live = lines.filter((line) => ledger.annual[line]! > 0)
    const ends = [...new Set(live.map((line) => ledger.end[line]!))]
      .filter((end) => end <= asOf)
      .toSorted((a, b) => a - b)
    return ends.map((day) => ({
      account: ledger.account.names[code]!,
      day,
      churned: !live.some((line) => ledger.start[line]! <= day && day < ledger.end[line]!),
    }))
  })
}

function linesByAccount({ codes, names }: Codes, length: number): readonly (readonly number[])[] {
  const lines: number[][] = names.map(() => [])
  for (let line = 0; line < length; line++) lines[codes[line]!]!.push(line)
  return lines
}
