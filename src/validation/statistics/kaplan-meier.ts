import { normalQuantile } from './distributions.ts'
import { CONFIDENCE, type Interval } from './interval.ts'
import { ascending } from './mid-ranks.ts'

/** How many are left at a time at which something ended. */
export interface SurvivalStep {
  readonly time: number
  /** Under observation just before. */
  readonly atRisk: number
  readonly events: number
  readonly survival: number
  /** By log-log, so that it stays between 0 and 1; null while nothing has ended and once nobody is left. */
  readonly interval: Interval | null
}

/**
 * The share that is still there, by time (Kaplan and Meier). `events` holds 1 where a time is an end, 0 where it is only how
 * long somebody was seen. One step for each time of an end.
 */
export function kaplanMeier(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  confidence = CONFIDENCE,
): readonly SurvivalStep[] {
  const z = normalQuantile((1 + confidence) / 2)
  const steps: SurvivalStep[] = []
  let survival = 1
  let greenwood = 0
  for (const { time, atRisk, ended } of endings(times, events)) {
    survival *= 1 - ended / atRisk
    greenwood += ended / (atRisk * (atRisk - ended))
    steps.push({ time, atRisk, events: ended, survival, interval: logLog(survival, greenwood, z) })
  }
  return steps
}

/** What is left at a time: the step at or before it. */
export function survivalAt(steps: readonly SurvivalStep[], time: number): Pick<SurvivalStep, 'survival' | 'interval'> {
  return steps.findLast((step) => step.time <= time) ?? { survival: 1, interval: null }
}

/** The first time at which half or fewer are left; null where it never comes to that. */
export function medianSurvival(steps: readonly SurvivalStep[]): number | null {
  return steps.find((step) => step.survival <= 0.5)?.time ?? null
}

/** Times at which something ended, rising, each with how many were still under observation. */
function* endings(times: ArrayLike<number>, events: ArrayLike<number>) {
  const order = ascending(times)
  for (let from = 0; from < order.length;) {
    const time = times[order[from]!]!
    let to = from
    let ended = 0
    for (; to < order.length && times[order[to]!] === time; to++) ended += events[order[to]!]!
    if (ended > 0) yield { time, atRisk: order.length - from, ended }
    from = to
  }
}

function logLog(survival: number, greenwood: number, z: number): Interval | null {
  if (survival <= 0 || survival >= 1) return null
  const log = Math.log(survival)
  const reach = (z * Math.sqrt(greenwood)) / log
  return { low: survival ** Math.exp(-reach), high: survival ** Math.exp(reach) }
}
