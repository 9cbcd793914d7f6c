import { some } from './by-segment.ts'
import { discriminate } from './discrimination.ts'
import { type LeakCheck, type LeakInput, passed, unknown } from './leak-check.ts'

/** An account this many days old has used little yet, and cannot leave yet. */
const DAYS = 90

/** Accounts that have only begun look bad and stay, or look good and were never asked: their rows are told, with the AUC without them. */
export function onboarding({ scores, outcomes, observations, whole }: LeakInput): LeakCheck {
  const check = 'onboarding'
  const named = scores.segments.map((name) => /onboard/i.test(name))
  const { since } = outcomes
  if (since === null && !named.includes(true))
    return unknown(check, 'Nobody says since when accounts are customers, so those in onboarding cannot be told.')
  const begins = [...observations.row.keys()].map((at) => {
    const first = since?.(observations.accounts[at]!) ?? null
    const isYoung = first !== null && observations.day[at]! - first < DAYS
    return isYoung || named[observations.segment[at]!] === true
  })
  const n = begins.filter(Boolean).length
  if (n === 0) return passed(check, `No account was in its first ${DAYS} days when it was scored.`)
  const lost = begins.filter((one, at) => one && observations.event[at] === 1).length
  const rest = some(observations, (at) => !begins[at])
  const without = discriminate(rest.risk, rest.event, rest.cluster, null).auc
  const isFar = whole.auc !== null && without !== null && Math.abs(whole.auc - without) > 0.02
  const figures =
    whole.auc === null || without === null
      ? ''
      : `; AUC ${without.toFixed(2)} without them, ${whole.auc.toFixed(2)} with`
  return {
    check,
    result: isFar || n > 0.1 * begins.length ? 'note' : 'passed',
    sentence: `${n} of ${begins.length} rows are of accounts in onboarding (first ${DAYS} days, or a segment of that name), ${lost} of them lost${figures}.`,
  }
}
