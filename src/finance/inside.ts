import { staysOf } from './activity.ts'
import type { Book, Days, Unit } from './walk.ts'

/** What happened to an account between two dates and shows at neither of them. */
export interface Inside {
  readonly account: string
  /**
   * `joined-and-left` and `returned-and-left`: there in [from, until), at neither date. `left-and-returned`: there at
   * both dates, away in [from, until); the cohort keeps it.
   */
  readonly kind: 'joined-and-left' | 'returned-and-left' | 'left-and-returned'
  readonly from: number
  readonly until: number
}

export function insidePeriod({ name, lines }: Unit, { ledger, ends }: Book, { from, to }: Days): Inside[] {
  // Who comes in the period has a line that starts in it.
  if (!lines.some((line) => ledger.start[line]! > from && ledger.start[line]! <= to)) return []
  const stays = staysOf(ledger, ends, lines)
  const hidden = stays
    .filter((stay) => stay[0] > from && stay[1] <= to)
    .map((stay): Inside => {
      const kind = stays[0] === stay || stays[0]![0] > from ? 'joined-and-left' : 'returned-and-left'
      return { account: name, kind, from: stay[0], until: stay[1] }
    })
  const isThere = (day: number) => stays.some((stay) => stay[0] <= day && stay[1] > day)
  if (!isThere(from) || !isThere(to)) return isThere(from) || isThere(to) ? [] : hidden
  return stays.slice(1).flatMap((stay, at): Inside[] => {
    const gone = stays[at]![1]
    return gone > from && stay[0] <= to
      ? [{ account: name, kind: 'left-and-returned', from: gone, until: stay[0] }]
      : []
  })
}
