import type { Vector } from './vector.ts'

/** False where one is false, else missing where one is missing: 0 beats NaN, NaN beats 1. */
export function and(all: readonly Vector[], out: Vector, n: number): void {
  out.fill(1, 0, n)
  for (const a of all) for (let i = 0; i < n; i++) out[i] = a[i] === 0 || out[i] === 0 ? 0 : a[i]! * out[i]!
}

/** True where one is true, else missing where one is missing. */
export function or(all: readonly Vector[], out: Vector, n: number): void {
  out.fill(0, 0, n)
  for (const a of all) for (let i = 0; i < n; i++) out[i] = a[i] === 1 || out[i] === 1 ? 1 : a[i]! + out[i]!
}

export function not(a: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = 1 - a[i]!
}

export function isMissing(a: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[i] === a[i] ? 0 : 1
}

/** How many hold. Never missing. */
export function count(all: readonly Vector[], out: Vector, n: number): void {
  out.fill(0, 0, n)
  for (const a of all) for (let i = 0; i < n; i++) out[i]! += a[i] === 1 ? 1 : 0
}

/** A condition that is missing does not hold. */
export function choose(when: Vector, then: Vector, otherwise: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = when[i] === 1 ? then[i]! : otherwise[i]!
}
