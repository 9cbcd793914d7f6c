import type { Observations } from './observations.ts'
import { brier } from './statistics/brier.ts'
import { calibrationError, type CalibrationBin } from './statistics/calibration-error.ts'
import { calibrationLine, type CalibrationLine } from './statistics/calibration-line.ts'
import { hosmerLemeshow, type HosmerLemeshow } from './statistics/hosmer-lemeshow.ts'
import { isotonic, type IsotonicStep } from './statistics/isotonic.ts'
import { platt, type Platt } from './statistics/platt.ts'

/** The score as a probability of loss, and how well that fits. */
export interface Calibration {
  readonly platt: Omit<Platt, 'probability'>
  readonly isotonic: readonly IsotonicStep[]
  /** With fewer than 50 losses steps follow chance: the line is then to be preferred. */
  readonly prefer: 'platt' | 'either'
  readonly brier: number
  readonly bss: number | null
  readonly ece: number
  readonly bins: readonly CalibrationBin[]
  readonly hosmerLemeshow: HosmerLemeshow | null
  /** ARR lost against ARR expected to be lost, in cents; null where amounts are not known. */
  readonly arr: CalibrationLine | null
  /** The line fitted on earlier landmarks, judged on later ones; null with one landmark. */
  readonly later: (CalibrationLine & { readonly brier: number; readonly bss: number | null }) | null
}

/** Null where there is nothing to fit. */
export function calibrate(observations: Observations, higherIsWorse: boolean): Calibration | null {
  const { score, event, amount } = observations
  const line = platt(score, event)
  if (line === null) return null
  const probabilities = score.map(line.probability)
  const quality = brier(probabilities, event)!
  const { ece, bins } = calibrationError(probabilities, event)!
  const events = event.reduce((sum, one) => sum + one, 0)
  const { probability: _, ...fitted } = line
  return {
    platt: fitted,
    isotonic: isotonic(score, event, higherIsWorse ? 'rising' : 'falling'),
    prefer: events < 50 ? 'platt' : 'either',
    brier: quality.brier,
    bss: quality.bss,
    ece,
    bins,
    hosmerLemeshow: hosmerLemeshow(probabilities, event),
    arr: amount.every((one) => one > 0) ? calibrationLine(probabilities, event, amount) : null,
    later: judgedLater(observations),
  }
}

/** A line is flattered by the accounts that it was fitted on: half of the time fits, the other half judges. */
function judgedLater({ day, score, event }: Observations): Calibration['later'] {
  const days = [...new Set(day)].toSorted((a, b) => a - b)
  const middle = days[days.length >> 1]
  if (days.length < 2 || middle === undefined || Number.isNaN(middle)) return null
  const places = [...day.keys()]
  const before = places.filter((at) => day[at]! < middle)
  const after = places.filter((at) => day[at]! >= middle)
  const pick = (values: Float64Array | Uint8Array, some: readonly number[]) => some.map((at) => values[at]!)
  const line = platt(pick(score, before), pick(event, before))
  if (line === null) return null
  const probabilities = pick(score, after).map(line.probability)
  const happened = pick(event, after)
  const quality = brier(probabilities, happened)!
  return { ...calibrationLine(probabilities, happened), brier: quality.brier, bss: quality.bss }
}
