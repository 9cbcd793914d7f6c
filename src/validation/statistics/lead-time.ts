/** What a rule said of one account at its score dates, in order of time. */
export interface FlagHistory {
  /** Days since 1970-01-01, rising. */
  readonly dates: readonly number[]
  readonly flagged: readonly boolean[]
  /** The day the account was lost; null for one that stayed. */
  readonly lostOn: number | null
}

/** How early a rule spoke up before losses, and how often it did so for nothing. */
export interface LeadTime {
  readonly lost: number
  /** Lost accounts without a score before the loss: nothing can be said of them. */
  readonly unseen: number
  /** Of those seen: the last unbroken run of flags reached the last score before the loss. */
  readonly warned: number
  readonly neverFlagged: number
  /** Flagged at some time, but not at the last score before the loss. */
  readonly withdrawn: number
  /** Warned from their first score on: the true lead is longer. */
  readonly censored: number
  /** In days, over the warned; null where there are none. */
  readonly median: number | null
  /** Of the lost that were seen: warned at least 90 days ahead. */
  readonly shareOf90: number | null
  /** Accounts that stayed, and how many of them the rule flagged at least once, or at their last score. */
  readonly stayed: number
  readonly everFlagged: number
  readonly flaggedAtLast: number
  /** Share of the stayers' scores that were flagged: the false alarm rate of one look. */
  readonly falseAlarmRate: number | null
}

export function leadTime(histories: readonly FlagHistory[]): LeadTime {
  const lost = histories.filter(({ lostOn }) => lostOn !== null)
  const stayed = histories.filter(({ lostOn, dates }) => lostOn === null && dates.length > 0)
  const leads = lost.map(leadOf)
  const days = leads.flatMap((lead) => (lead.kind === 'warned' ? [lead.days] : [])).toSorted((a, b) => a - b)
  const count = (kind: Lead['kind']): number => leads.filter((lead) => lead.kind === kind).length
  const seen = lost.length - count('unseen')
  const looks = stayed.flatMap(({ flagged }) => flagged)
  return {
    lost: lost.length,
    unseen: count('unseen'),
    warned: days.length,
    neverFlagged: count('never'),
    withdrawn: count('withdrawn'),
    censored: leads.filter((lead) => lead.kind === 'warned' && lead.fromFirst).length,
    median: days.length === 0 ? null : (days[(days.length - 1) >> 1]! + days[days.length >> 1]!) / 2,
    shareOf90: seen === 0 ? null : days.filter((one) => one >= 90).length / seen,
    stayed: stayed.length,
    everFlagged: stayed.filter(({ flagged }) => flagged.includes(true)).length,
    flaggedAtLast: stayed.filter(({ flagged }) => flagged.at(-1) === true).length,
    falseAlarmRate: looks.length === 0 ? null : looks.filter(Boolean).length / looks.length,
  }
}

type Lead =
  | { readonly kind: 'unseen' | 'never' | 'withdrawn' }
  | { readonly kind: 'warned'; readonly days: number; readonly fromFirst: boolean }

function leadOf({ dates, flagged, lostOn }: FlagHistory): Lead {
  const before = dates.filter((date) => date < lostOn!).length
  if (before === 0) return { kind: 'unseen' }
  let first = before
  while (first > 0 && flagged[first - 1] === true) first--
  if (first < before) return { kind: 'warned', days: lostOn! - dates[first]!, fromFirst: first === 0 }
  return { kind: flagged.slice(0, before).includes(true) ? 'withdrawn' : 'never' }
}
