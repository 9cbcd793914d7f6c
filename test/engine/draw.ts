import * as fc from 'fast-check'

/** Draws values one by one while something random is put together. */
export type Draw = fc.GeneratorValue

/** One of several. */
export function pick<T>(draw: Draw, from: readonly T[]): T {
  return from[upTo(draw, from.length - 1)]!
}

/** True once in `n` times. */
export function oneIn(draw: Draw, n: number): boolean {
  return upTo(draw, n - 1) === 0
}

/** A whole number, both ends included. */
export function between(draw: Draw, min: number, max: number): number {
  return min + upTo(draw, max - min)
}

/** As many things as drawn. */
export function many<T>(draw: Draw, min: number, max: number, make: (index: number) => T): T[] {
  return Array.from({ length: between(draw, min, max) }, (_, index) => make(index))
}

/** Ascending different numbers from a pool. */
export function ascending(draw: Draw, pool: readonly number[], min: number, max: number): number[] {
  const chosen = new Set(many(draw, min, max, () => pick(draw, pool)))
  return [...chosen].toSorted((a, b) => a - b)
}

const asked = new Map<number, () => fc.Arbitrary<number>>()

/** A whole number from 0 to `max`. The generator finds a function at once, but compares arguments with all it was ever given. */
function upTo(draw: Draw, max: number): number {
  const ask = asked.get(max) ?? (() => fc.nat(max))
  asked.set(max, ask)
  return draw(ask)
}

/** The edges of random models and much of their data: where the two meet, ties and edges are hit. */
export const NUMBERS: readonly number[] = [
  -5, -1, 0, 0.2, 0.29, 0.3, 0.5, 0.57, 0.8, 1, 1.5, 2, 2.5, 3, 4, 5, 6.25, 7.5, 8.25, 10, 15, 20, 50, 100,
]
export const COHORT: readonly string[] = ['red', 'Green', 'blue']
export const DATES: readonly number[] = [-3, 0, 19_999, 20_000, 20_001, 20_060, 20_090, 20_365]
