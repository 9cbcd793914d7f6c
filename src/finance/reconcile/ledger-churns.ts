import { OPEN, type Ledger } from '../ledger.ts'

/** An account's last contract line ended: from `day` on nothing runs. */
export interface LedgerChurn {
  /** Code of `ledger.account`. */
  readonly account: number
  readonly day: number
  /** Integer cents that ran on the day before, by currency code. */
  readonly amounts: ReadonlyMap<number, number>
  /** Numbers of the lines that ran on the day before. */
  readonly lines: readonly number[]
  /** The first day on which something runs again; null where nothing does. */
  readonly returns: number | null
}

/**
 * Every day on which an account went from something to nothing, to the day, not to the month: what a CRM records. Lines
 * run in [start, end); an account with nothing above zero in any currency has nothing. Ends after `until` are none yet,
 * and a gap of at most `gapDays` is none at all.
 */
export function ledgerChurns(ledger: Ledger, until: number, gapDays: number): readonly LedgerChurn[] {
  const lines = linesByAccount(ledger)
  return lines.flatMap((own, account) => churnsOf(ledger, account, own, until, gapDays))
}

/** The numbers of each account's lines, by account code. */
export function linesByAccount(ledger: Ledger): readonly (readonly number[])[] {
  const lines: number[][] = ledger.account.names.map(() => [])
  for (let line = 0; line < ledger.length; line++) lines[ledger.account.codes[line]!]!.push(line)
  return lines
}

/** Those of some lines that run on a day. */
export function runningOn(ledger: Ledger, lines: readonly number[], day: number): number[] {
  return lines.filter((line) => ledger.start[line]! <= day && day < ledger.end[line]!)
}

/** Cents by currency code. */
export function amountsOf(ledger: Ledger, lines: readonly number[]): ReadonlyMap<number, number> {
  const amounts = new Map<number, number>()
  for (const line of lines) {
    const code = ledger.currency.codes[line]!
    amounts.set(code, (amounts.get(code) ?? 0) + ledger.annual[line]!)
  }
  return amounts
}

function churnsOf(
  ledger: Ledger,
  account: number,
  lines: readonly number[],
  until: number,
  gapDays: number,
): LedgerChurn[] {
  const days = [...new Set(lines.flatMap((line) => [ledger.start[line]!, ledger.end[line]!]))]
    .filter((day) => day !== OPEN)
    .toSorted((a, b) => a - b)
  const churns: LedgerChurn[] = []
  let before = false
  for (const day of days) {
    const now = isActive(amountsOf(ledger, runningOn(ledger, lines, day)))
    const last = churns.at(-1)
    if (before && !now && day <= until) {
      const ended = runningOn(ledger, lines, day - 1)
      churns.push({ account, day, amounts: amountsOf(ledger, ended), lines: ended, returns: null })
    } else if (!before && now && last?.returns === null) {
      churns.pop()
      if (day - last.day > gapDays) churns.push({ ...last, returns: day })
    }
    before = now
  }
  return churns
}

function isActive(amounts: ReadonlyMap<number, number>): boolean {
  return [...amounts.values()].some((cents) => cents > 0)
}
