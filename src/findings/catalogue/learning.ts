import { entry } from './entry.ts'

/** Learning from outcomes: why no model came of them, and why to doubt one that did. */
export const learning = {
  'learn-nothing': entry<{ auc: string; interval: string }>(
    'error',
    (p) => `nothing to learn: AUC ${p.auc} ${p.interval}, a coin has 0.5`,
  ),
  'learn-too-few': entry<{ events: number; least: number }>(
    'error',
    (p) => `too few to learn from: ${p.events} on the rarer side, at least ${p.least} needed`,
  ),
  'learn-few-events': entry<{ events: number }>(
    'warning',
    (p) => `only ${p.events} events: read the result as a hint, 100 are needed to rely on it`,
  ),
  'learn-unmatched': entry<{ count: number; all: number }>(
    'warning',
    (p) => `${p.count} of ${p.all} outcomes have no snapshot at the time asked for`,
  ),
  'learn-column': entry<{ column: string }>(
    'hint',
    (p) => `\`${p.column}\` was left out: it holds dates, notes or one value`,
  ),
  'learn-weight-unmet': entry<{ measure: string; weight: string }>(
    'warning',
    (p) => `\`${p.measure}\` tells nothing: it was left out, though ${p.weight} was asked for`,
  ),
  'learn-weights-short': entry<{ total: string }>(
    'error',
    (p) => `the measures that tell something may weigh ${p.total} at most, not 100%`,
  ),
  'learn-suspicious': entry<{ measure: string; auc: string }>(
    'warning',
    (p) => `\`${p.measure}\` alone has AUC ${p.auc}: does it know the outcome?`,
  ),
  'learn-opinion': entry<{ measures: string; given: string; without: string }>(
    'hint',
    (p) => `AUC ${p.given} with ${p.measures}, ${p.without} without: do opinions follow notice?`,
  ),
}
