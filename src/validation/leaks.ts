import { isoDate } from '../engine/days.ts'
import { count, failed, type LeakCheck, type LeakInput, passed, unknown } from './leak-check.ts'
import { lossBefore } from './observations.ts'
import { onboarding } from './onboarding.ts'
import { lostSince } from './outcomes.ts'
import { risksWithout } from './parts-alone.ts'
import { delongPaired } from './statistics/delong.ts'
import { usageFell } from './usage-fell.ts'

/** Every check, in a fixed order. */
export function leakChecks(input: LeakInput): readonly LeakCheck[] {
  return [
    dates(input),
    scoredAfterLoss(input),
    recordedLate(input),
    tooGood(input),
    ...opinions(input),
    builtFromOutcome(input),
    survivorsOnly(input),
    repeatedAccounts(input),
    ...tenure(input),
    couldNotLeave(input),
    usageFell(input),
    onboarding(input),
    ...littleData(input),
  ]
}

function dates({ observations: { design } }: LeakInput): LeakCheck {
  return design.kind === 'landmarks'
    ? passed('dates', 'Every score is dated and every loss counted is later than its score.')
    : {
        check: 'dates',
        result: 'unknown',
        sentence: 'Scores or outcomes have no dates, so nothing proves that the scores came first.',
      }
}

function scoredAfterLoss({ scores, outcomes, observations }: LeakInput): LeakCheck {
  const check = 'scored after the loss'
  if (observations.design.kind === 'cross-section')
    return unknown(check, 'Without dates a score after a loss cannot be told.')
  const rows = [...scores.dates.keys()].filter((row) => {
    const date = scores.dates[row]!
    return !Number.isNaN(date) && lossBefore(outcomes.losses.get(scores.accounts[row]!) ?? [], date) !== undefined
  })
  if (rows.length === 0) return passed(check, 'No account is scored on or after the day it was lost.')
  const [first] = rows
  const sentence = `${count(rows.length, 'score')} of accounts already lost are left out, such as ${scores.accounts[first!]!} on ${isoDate(scores.dates[first!]!)!}.`
  return { check, result: rows.length > 0.05 * scores.length ? 'failed' : 'note', sentence }
}

function recordedLate({ scores }: LeakInput): LeakCheck {
  const check = 'recorded late'
  const { recordedAt, dates: days } = scores
  if (recordedAt === null)
    return unknown(check, 'Nobody recorded when the scores were kept, so back-filling cannot be told.')
  const late = recordedAt.filter((day, row) => day > days[row]! + 1).length
  if (late === 0) return passed(check, 'Every score was kept on its own date.')
  return {
    check,
    result: 'note',
    sentence: `${count(late, 'score')} of ${scores.length} were kept after their date: they are true only if no input was changed in between.`,
  }
}

function tooGood({ whole }: LeakInput): LeakCheck {
  const check = 'too good'
  if (whole.auc === null || whole.sample === 'counts only')
    return unknown(check, 'There are too few losses to see whether the score is too good.')
  return whole.auc > 0.95
    ? failed(check, `An AUC of ${whole.auc.toFixed(2)} is too good: an input probably knows the outcome.`)
    : passed(check, `An AUC of ${whole.auc.toFixed(2)} is not too good to be true.`)
}

/** A judgement by people may have been made when notice had been given already. */
export const OPINION = /sentiment|opinion|\bcsm\b|csm_|_csm|\bpulse\b|judg|feeling/i

function opinions({ scores, observations, whole }: LeakInput): readonly LeakCheck[] {
  return scores.parts
    .filter(({ path, kind }) => kind === 'measure' && OPINION.test(path.split('.').at(-1)!))
    .flatMap((part): LeakCheck[] => {
      const without = risksWithout(scores, part, observations)
      if (without === null || whole.auc === null) return []
      const places = [...without.keys()].filter((at) => !Number.isNaN(without[at]!))
      const pick = (values: Float64Array | Uint8Array) => places.map((at) => values[at]!)
      const compared = delongPaired(pick(observations.risk), pick(without), pick(observations.event))
      if (compared === null) return []
      const figures = `AUC ${compared.first.toFixed(3)} with \`${part.path}\`, ${compared.second.toFixed(3)} without`
      const hangs = compared.interval.low > 0.02
      return [
        {
          check: 'opinion',
          result: hangs ? 'note' : 'passed',
          sentence: hangs
            ? `${figures}: much of it is people's judgement, which may follow the notice instead of leading it.`
            : `${figures}: the score does not hang on people's judgement.`,
        },
      ]
    })
}

/** Names of what is only known afterwards. */
export const OUTCOME = /churn|cancel|lost|renewal_?(status|outcome|result)|arr_?change|notice|terminat|offboard/i

function builtFromOutcome({ parts }: LeakInput): LeakCheck {
  const check = 'built from the outcome'
  const measures = parts.filter(({ kind }) => kind === 'measure')
  if (measures.length === 0)
    return unknown(check, 'Without the measures an input built from the outcome cannot be found.')
  const named = measures.filter(({ path }) => OUTCOME.test(path.split('.').at(-1)!))
  const perfect = measures.filter(({ auc, sample }) => auc !== null && sample !== 'counts only' && auc > 0.95)
  const found = [...new Set([...named, ...perfect].map(({ path }) => `\`${path}\``))]
  return found.length === 0
    ? passed(check, 'No measure by itself, nor by its name, gives the outcome away.')
    : failed(check, `${found.join(', ')} may know the outcome: score without ${found.length === 1 ? 'it' : 'them'}.`)
}

function survivorsOnly({ scores, outcomes }: LeakInput): LeakCheck {
  const check = 'survivors only'
  const scored = new Set(scores.accounts)
  const lost = lostSince(outcomes, scores.dates)
  const missing = lost.filter((account) => !scored.has(account)).length
  if (lost.length === 0)
    return unknown(check, 'No account was lost, so nothing can be said of accounts that are missing.')
  if (missing === 0) return passed(check, 'Every lost account has scores.')
  const sentence = `${missing} of ${count(lost.length, 'lost account')} have no score at all: an export of current accounts hides them.`
  return { check, result: missing > 0.2 * lost.length ? 'failed' : 'note', sentence }
}

function repeatedAccounts({ observations, whole }: LeakInput): LeakCheck {
  const check = 'repeated accounts'
  const units = new Set(observations.cluster).size
  return units === observations.length
    ? passed(check, 'Every account counts once.')
    : passed(
        check,
        `${observations.length} rows are of ${units} accounts or parents, so intervals of AUC and ARR draw these whole${
          whole.method === 'cluster bootstrap' ? '' : ' where they are given'
        }.`,
      )
}

const TENURE = /tenure|\bage\b|_age|age_|signup|since|customer_for|months_active/i

function tenure({ scores }: LeakInput): readonly LeakCheck[] {
  const found = scores.parts.filter(({ path, kind }) => kind === 'measure' && TENURE.test(path.split('.').at(-1)!))
  return found.map(({ path }) => ({
    check: 'tenure',
    result: 'note',
    sentence: `\`${path}\` holds time itself: survival is counted from the score date, never from sign-up, for that reason.`,
  }))
}

function couldNotLeave({ observations: { couldLeave, event, length } }: LeakInput): LeakCheck {
  const check = 'could not leave'
  if (couldLeave === null)
    return unknown(check, 'Without contract ends nobody knows which accounts could have left at all.')
  const open = couldLeave.reduce((sum, one) => sum + one, 0)
  const unforeseen = couldLeave.filter((one, at) => one === 0 && event[at] === 1).length
  if (open === length) return passed(check, 'Every account had a contract that ended within the horizon.')
  const early = unforeseen > 0 ? `; ${count(unforeseen, 'loss', 'losses')} came outside of a contract's end` : ''
  return {
    check,
    result: 'note',
    sentence: `Only ${open} of ${length} rows had a contract that ended within the horizon, the others could not leave${early}.`,
  }
}

function littleData({ scores, observations }: LeakInput): readonly LeakCheck[] {
  const { coverage } = scores
  if (coverage === null || observations.length === 0) return []
  const thin = observations.row.filter((row) => coverage[row]! < 0.5).length
  return thin === 0
    ? [passed('little data', 'Every score rests on at least half of its weight.')]
    : [
        {
          check: 'little data',
          result: 'note',
          sentence: `${thin} of ${observations.length} scores rest on less than half of their weight.`,
        },
      ]
}
