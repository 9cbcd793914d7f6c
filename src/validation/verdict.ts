import type { BandOutcome, ByBand } from './by-band.ts'
import type { Discrimination } from './discrimination.ts'
import type { LeakCheck } from './leak-check.ts'

/** Whether the score tells the truth, in one sentence. */
export interface Verdict {
  readonly kind: VerdictKind
  readonly sentence: string
}

export type VerdictKind =
  /** Accounts that were lost had the worse scores, beyond chance. */
  | 'predicts'
  /** As good as a coin, as far as these data can tell. */
  | 'does not predict'
  /** Accounts that were lost had the better scores. */
  | 'points the wrong way'
  /** It looks good, and a check says that the figures cannot be trusted. */
  | 'cannot be trusted'
  /** Too few losses for any claim. */
  | 'cannot be told'

export function verdictOf(whole: Discrimination, bands: ByBand | null, checks: readonly LeakCheck[]): Verdict {
  const { auc, ci, events, n } = whole
  const counts = `${events} of ${n} lost`
  if (auc === null || ci === null || whole.sample === 'counts only') {
    return {
      kind: 'cannot be told',
      sentence: `Whether the score predicts churn cannot be told from ${counts}: at least 10 losses, and 10 accounts that stayed, are needed.`,
    }
  }
  const figures = `AUC ${auc.toFixed(2)}, 95% interval ${ci.low.toFixed(2)} to ${ci.high.toFixed(2)}`
  const caution = whole.sample === 'indicative' ? '; with fewer than 100 losses this is an indication' : ''
  if (ci.low <= 0.5 && ci.high >= 0.5) {
    const sentence = `The score does not predict churn here: ${figures}, which includes the 0.50 of a coin (${counts}).`
    return { kind: 'does not predict', sentence }
  }
  if (auc < 0.5) {
    const sentence = `The score points the wrong way: accounts that were lost had the better scores (${figures}; ${counts}).`
    return { kind: 'points the wrong way', sentence }
  }
  const failure = checks.find(({ result }) => result === 'failed')
  if (failure) {
    const sentence = `The score seems to predict churn (${figures}; ${counts}), but this cannot be trusted: ${lowerFirst(failure.sentence)}`
    return { kind: 'cannot be trusted', sentence }
  }
  const sentence = `The score predicts churn ${strength(auc)}: ${figures}${spread(bands)} (${counts}${caution}).`
  return { kind: 'predicts', sentence }
}

function strength(auc: number): string {
  return auc < 0.6 ? 'weakly' : auc < 0.7 ? 'moderately' : auc < 0.8 ? 'well' : 'very well'
}

function spread(bands: ByBand | null): string {
  const used = bands?.bands.filter(({ n }) => n > 0) ?? []
  if (bands === null || used.length < 2) return ''
  const [worst, best] = [used[0]!, used.at(-1)!]
  const said = `; ${share(worst)} of ${worst.band} were lost against ${share(best)} of ${best.band}`
  const wrong = bands.reversals[0]
  return wrong === undefined ? said : `${said}, though ${wrong.better} lost more than ${wrong.worse}`
}

function share({ rate }: BandOutcome): string {
  return `${(100 * rate!).toFixed(1)}%`
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text
}
