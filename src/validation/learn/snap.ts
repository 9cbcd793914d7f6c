import type { Edge } from './banded.ts'
import { likelihood, NOTHING, plus, smoothedRate, type Tally } from './tally.ts'
import type { Least } from './merge.ts'
import type { NumberCandidate } from './observations.ts'

/** A value that occurs, with its rows and events. */
export interface Stair {
  readonly value: number
  readonly tally: Tally
}

/**
 * So much of the log-likelihood that the cuts gain may be given up for rounder ones: a fiftieth, but never more than 2, which is
 * about what tells two cuts apart at all, and half a unit always.
 */
const PRICE = { share: 0.02, most: 2, least: 0.5 }

/**
 * The roundest cut points that tell about as much as the exact ones: one significant digit before two, and of those
 * ending in 5 before the others. `cuts` are places among the stairs. Each cut is rounded with the others held.
 */
export function snapCuts(
  stairs: readonly Stair[],
  cuts: readonly number[],
  type: NumberCandidate['type'],
  least: Least,
): readonly Edge[] {
  const sums = [NOTHING]
  for (const { tally } of stairs) sums.push(plus(sums.at(-1)!, tally))
  const judge = judgeOf(sums, least)
  let chosen = [...cuts]
  const edges: Edge[] = []
  const best = judge(chosen) ?? 0
  const gain = best - likelihood(sums.at(-1)!)
  const allowed = best - Math.max(PRICE.least, Math.min(PRICE.most, PRICE.share * gain))
  for (const [at, cut] of cuts.entries()) {
    const tried = candidatesNear(stairs, cut, type).map((edge) => {
      const place = firstAtLeast(stairs, edge.at)
      const places = chosen.map((other, n) => (n === at ? place : other))
      return { edge, places, worth: judge(places) }
    })
    const found = tried.find(({ worth }) => worth !== null && worth >= allowed) ?? tried.at(-1)!
    chosen = found.places
    edges.push(found.edge)
  }
  return edges
}

/** Log-likelihood of bands that begin at these stairs; null where they are not bands: too small, or out of order. */
function judgeOf(sums: readonly Tally[], least: Least): (places: readonly number[]) => number | null {
  const end = sums.length - 1
  return (places) => {
    const bands = [0, ...places].map((from, at) => {
      const to = places[at] ?? end
      return { rows: sums[to]!.rows - sums[from]!.rows, events: sums[to]!.events - sums[from]!.events }
    })
    if (bands.some((band) => band.rows < least.rows || band.events < least.events)) return null
    const rates = bands.map(smoothedRate)
    const steps = rates.slice(1).map((rate, at) => Math.sign(rate - rates[at]!))
    if (steps.some((step) => step === 0 || step !== steps[0])) return null
    return bands.reduce((sum, band) => sum + likelihood(band), 0)
  }
}

/** Round numbers about a cut, the roundest first and of like roundness the nearest; last one that cuts exactly there. */
function candidatesNear(stairs: readonly Stair[], cut: number, type: NumberCandidate['type']): readonly Edge[] {
  const shift = type === 'percent' ? 2 : 0
  const scale = 10 ** shift
  const low = stairs[cut - 1]!.value * scale
  const high = stairs[cut]!.value * scale
  const middle = (low + high) / 2
  const power = magnitude(Math.max(Math.abs(low), Math.abs(high)))
  const whole = type === 'count' || type === 'days'
  const rounds: Rounded[] = []
  for (const [roundness, exponent] of [
    [0, power],
    [2, power - 1],
  ] as const) {
    const nearest = Math.round(middle / 10 ** exponent)
    for (let step = -6; step <= 6; step++) {
      const units = nearest + step
      if (whole && exponent < 0 && !Number.isInteger(units * 10 ** exponent)) continue
      const value = decimal(units, exponent)
      rounds.push({ units, exponent, roundness: roundness + (roundness > 0 && units % 5 !== 0 ? 1 : 0), value })
    }
  }
  const inside = rounds.some(({ value }) => value > low && value <= high)
  return [
    ...rounds
      .toSorted((a, b) => a.roundness - b.roundness || Math.abs(a.value - middle) - Math.abs(b.value - middle))
      .map(({ units, exponent }) => edgeOf(units, exponent, shift)),
    ...(inside ? [] : [exactly(low, high, power, shift)]),
  ]
}

interface Rounded {
  readonly units: number
  readonly exponent: number
  readonly roundness: number
  readonly value: number
}

/** The number of fewest digits above `low` and not above `high`. */
function exactly(low: number, high: number, power: number, shift: number): Edge {
  for (let exponent = power; exponent > power - 17; exponent--) {
    const units = Math.floor(high / 10 ** exponent)
    if (decimal(units, exponent) > low && decimal(units, exponent) <= high) return edgeOf(units, exponent, shift)
  }
  return { at: high / 10 ** shift, text: shift === 0 ? String(high) : `${high}%` }
}

/** A number as the language writes it: `0.25`, `40%`. The double is the one that its text is read as. */
function edgeOf(units: number, exponent: number, shift: number): Edge {
  const digits = exponent >= 0 ? String(units * 10 ** exponent) : decimal(units, exponent).toFixed(-exponent)
  const plain = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
  const text = plain === '-0' || plain === '' ? '0' : plain
  return { at: Number(`${text}e${-shift}`), text: shift === 0 ? text : `${text}%` }
}

function decimal(units: number, exponent: number): number {
  return Number(`${units}e${exponent}`)
}

function magnitude(value: number): number {
  return value === 0 ? 0 : Math.floor(Math.log10(value))
}

function firstAtLeast(stairs: readonly Stair[], at: number): number {
  let [from, to] = [0, stairs.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (stairs[middle]!.value < at) from = middle + 1
    else to = middle
  }
  return from
}
