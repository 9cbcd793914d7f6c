import { some } from './by-segment.ts'
import { discriminate } from './discrimination.ts'
import { count, type LeakCheck, type LeakInput, passed, unknown } from './leak-check.ts'
import { OLDEST, rowsByAccount } from './landmarks.ts'
import { riskOf, type ScoredPart, type ScoredRows } from './scored-rows.ts'

/** So many losses, and this share of them, have to have it before anything is said. */
const LEAST = 5
const SHARE = 0.2
/** And so many times as often as accounts that stayed. */
const TIMES = 5
/** An AUC that falls by more without these rows rests on them. */
const RESTS = 0.05

/**
 * Usage that falls to 0 just before a loss may have fallen because the contract ended, or was about to: such a score tells
 * what was known already. It is looked for in every measure of which 0 is the worst value.
 */
export function usageFell(input: LeakInput): LeakCheck {
  const check = 'usage fell to 0'
  const { scores, observations } = input
  if (observations.design.kind === 'cross-section') return unknown(check, 'Without dates nobody knows when usage fell.')
  const measured = scores.parts.filter(({ kind, value }) => kind === 'measure' && value !== null)
  if (measured.length === 0)
    return unknown(check, 'Without the values of measures nobody knows whether usage fell to 0.')
  const found = measured
    .filter((part) => zeroIsWorst(scores, part))
    .map((part) => fallsOf(input, part))
    .filter(({ late, lost, fell, stayed }) => {
      const share = late.size / Math.max(1, lost)
      return late.size >= LEAST && share >= SHARE && share >= TIMES * (fell / Math.max(1, stayed))
    })
    .toSorted((a, b) => b.late.size - a.late.size)
  const [most] = found
  if (most === undefined) return passed(check, 'No measure falls to 0 just before accounts are lost.')
  const { path, late, lost, fell, stayed } = most
  const kept = some(observations, (at) => observations.event[at] === 0 || !late.has(observations.row[at]!))
  const without = discriminate(kept.risk, kept.event, kept.cluster, null).auc
  const { auc } = input.whole
  // Where no other loss is left to judge by, the score rests on these alone.
  const rests = auc !== null && (without === null || auc - without > RESTS)
  const figures =
    auc === null
      ? ''
      : ` AUC ${auc.toFixed(2)}, without their rows ${without === null ? 'none, as no other loss is left' : without.toFixed(2)}.`
  return {
    check,
    result: rests ? 'failed' : 'note',
    sentence: `\`${path}\` fell to 0 within ${OLDEST} days before ${late.size} of ${count(lost, 'loss', 'losses')}, and in ${fell} of ${stayed} accounts that stayed: it may have ended with the contract.${figures}`,
  }
}

interface Falls {
  readonly path: string
  /** Rows of lost accounts in which the measure had just fallen. */
  readonly late: ReadonlySet<number>
  /** Losses and stays of which enough is known. */
  readonly lost: number
  readonly stayed: number
  /** Accounts that stayed and fell to 0 all the same. */
  readonly fell: number
}

function fallsOf({ scores, outcomes }: LeakInput, part: ScoredPart): Falls {
  const { dates } = scores
  const value = part.value!
  const late = new Set<number>()
  let [lost, stayed, fell] = [0, 0, 0]
  for (const [account, all] of rowsByAccount(scores.accounts, dates)) {
    const day = outcomes.losses.get(account)?.[0]?.day ?? Infinity
    const rows = all.filter((row) => dates[row]! < day && !Number.isNaN(value[row]!))
    const last = rows.at(-1)
    if (last === undefined || rows.length < 2) continue
    const above = rows.findLastIndex((row) => value[row]! > 0)
    const hasFallen = above >= 0 && above < rows.length - 1
    if (day === Infinity) {
      stayed++
      if (hasFallen) fell++
    } else if (dates[last]! >= day - OLDEST) {
      lost++
      if (hasFallen && dates[rows[above + 1]!]! >= day - OLDEST) for (const row of rows.slice(above + 1)) late.add(row)
    }
  }
  return { path: part.path, late: firstOfEach(scores, late), lost, stayed, fell }
}

/** One row for each account: losses are counted, not rows. */
function firstOfEach({ accounts }: ScoredRows, rows: ReadonlySet<number>): ReadonlySet<number> {
  const seen = new Map<string, number>()
  for (const row of rows) if (!seen.has(accounts[row]!)) seen.set(accounts[row]!, row)
  return new Set(seen.values())
}

/** Whether no value of the measure is judged worse than 0. */
function zeroIsWorst(scores: ScoredRows, { points, value }: ScoredPart): boolean {
  let [atZero, most] = [-Infinity, -Infinity]
  for (const [row, one] of points.entries()) {
    if (Number.isNaN(one)) continue
    const risk = riskOf(scores, one)
    most = Math.max(most, risk)
    if (value![row] === 0) atZero = Math.max(atZero, risk)
  }
  return atZero > -Infinity && atZero === most
}
