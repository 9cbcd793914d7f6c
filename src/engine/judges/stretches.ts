import type { Banding, Cut, Outcome } from '../../model/judge.ts'
import { verdictOf, type Verdict } from '../verdict.ts'

/** Judges a number by the stretch it falls in. */
export function judgeStretch(banding: Banding, value: number): Verdict {
  const index = stretchOf(banding, value)
  const outcome = banding.outcomes[index] ?? null
  return verdictOf(outcome, outcome && stretchText(banding, index, outcome))
}

/** The index of the stretch that holds a value: the number of cuts it lies above. */
export function stretchOf(banding: Banding, value: number): number {
  return banding.cuts.filter((cut) => isAbove(cut, value)).length
}

function isAbove(cut: Cut, value: number): boolean {
  return cut.owner === 'above' ? value >= cut.at - cut.guard : value > cut.at + cut.guard
}

/** `poor < 50%`, `50% <= concerning < 80%`, `healthy >= 80%`. */
export function stretchText(banding: Banding, index: number, outcome: Outcome): string {
  const name = outcomeText(outcome)
  const low = banding.cuts[index - 1]
  const high = banding.cuts[index]
  if (low !== undefined && high !== undefined) {
    if (low.at === high.at) return `${name} = ${low.text}`
    return `${low.text} ${low.owner === 'above' ? '<=' : '<'} ${name} ${highSign(high)} ${high.text}`
  }
  if (low !== undefined) return `${name} ${low.owner === 'above' ? '>=' : '>'} ${low.text}`
  if (high !== undefined) return `${name} ${highSign(high)} ${high.text}`
  return name
}

function highSign(cut: Cut): string {
  return cut.owner === 'above' ? '<' : '<='
}

/** How an outcome is called: its band, its points, or unscored. */
export function outcomeText(outcome: { readonly band: string | null; readonly points: number | null }): string {
  if (outcome.band !== null) return outcome.band
  return outcome.points === null ? 'unscored' : `${outcome.points} points`
}
