import type { Accounts } from '../accounts.ts'

/** What a loop written by hand for this one model gives. `band` is 0 to 2, 255 where there is no score. */
export interface LoopScores {
  readonly score: Float64Array
  readonly band: Uint8Array
  readonly pulse: Float64Array
  readonly technical: Float64Array
  readonly relationships: Float64Array
  readonly utilization: Float64Array
}

export function loopScores(length: number): LoopScores {
  const column = () => new Float64Array(length)
  return {
    score: column(),
    band: new Uint8Array(length),
    pulse: column(),
    technical: column(),
    relationships: column(),
    utilization: column(),
  }
}

/**
 * The yardstick (b): the Default model written out by hand as one fused loop, without branches: two bits a measure,
 * 3 for missing, and lookup tables. Nothing written for one model in plain JavaScript was found to be faster.
 */
export function scoreByLoop(of: Accounts, out: LoopScores): void {
  const { sentiment, versions, defects, questions, champion, buyer, mauPerSeat, dauPerMau } = of
  const { score, band, pulse, technical, relationships, utilization } = out
  for (let i = 0; i < of.length; i++) {
    const v = versions[i]!
    const d = defects[i]!
    const q = questions[i]!
    const m = mauPerSeat[i]!
    const u = dauPerMau[i]!
    const vc = (+(v <= 2) | 0) + (+(v <= 4) | 0) + 3 * (+(v !== v) | 0)
    const dc = (+(d < 2) | 0) + (+(d < 5) | 0) + 3 * (+(d !== d) | 0)
    const qc = (+(q < 10) | 0) + (+(q < 15) | 0) + 3 * (+(q !== q) | 0)
    const mc = (+(m >= 0.5) | 0) + (+(m >= 0.8) | 0) + 3 * (+(m !== m) | 0)
    const uc = (+(u >= 0.2) | 0) + (+(u >= 0.3) | 0) + 3 * (+(u !== u) | 0)
    const t = vc + 4 * dc + 16 * qc
    const z = mc + 4 * uc
    const p = sentiment[i]!
    const word = p + 4 * t + 256 * z
    pulse[i] = ONE[p]!
    technical[i] = THREE[t]!
    relationships[i] = TWO_YES_NO[champion[i]! + 4 * buyer[i]!]!
    utilization[i] = TWO[z]!
    score[i] = SCORE[word]!
    band[i] = BAND[word]!
  }
}

const bandPoints = [0, 5, 10, NaN]
const yesNoPoints = [0, 10, NaN, NaN]
const ONE = Float64Array.from(bandPoints)
const TWO = table(2, bandPoints)
const THREE = table(3, bandPoints)
const TWO_YES_NO = table(2, yesNoPoints)
const SCORE = Float64Array.from({ length: 4096 }, (_, word) => {
  const parts = [
    [30, ONE[word & 3]!],
    [15, THREE[(word >> 2) & 63]!],
    [55, TWO[word >> 8]!],
  ] as const
  const known = parts.filter(([, points]) => !Number.isNaN(points))
  return known.reduce((sum, [w, points]) => sum + w * points, 0) / known.reduce((sum, [w]) => sum + w, 0)
})
const BAND = Uint8Array.from(SCORE, (score) => {
  if (Number.isNaN(score)) return 255
  return Number(score >= 10 / 3 - 1e-8) + Number(score >= 20 / 3 - 1e-8)
})

function table(measures: number, points: readonly number[]): Float64Array {
  return Float64Array.from({ length: 4 ** measures }, (_, word) => {
    const known = Array.from({ length: measures }, (_unused, k) => points[(word >> (2 * k)) & 3]!).filter(
      (one) => !Number.isNaN(one),
    )
    return known.reduce((sum, one) => sum + one, 0) / known.length
  })
}
