import type { Vector } from './vector.ts'

type Binary = (a: Vector, b: Vector, out: Vector, n: number) => void

/** A result that is not finite is missing; `v - v` is 0 for finite numbers alone. */
export const arithmetic: Readonly<Record<'+' | '-' | '*' | '/' | '^', Binary>> = {
  '+': (a, b, out, n) => {
    for (let i = 0; i < n; i++) {
      const v = a[i]! + b[i]!
      out[i] = v - v === 0 ? v : NaN
    }
  },
  '-': (a, b, out, n) => {
    for (let i = 0; i < n; i++) {
      const v = a[i]! - b[i]!
      out[i] = v - v === 0 ? v : NaN
    }
  },
  '*': (a, b, out, n) => {
    for (let i = 0; i < n; i++) {
      const v = a[i]! * b[i]!
      out[i] = v - v === 0 ? v : NaN
    }
  },
  '/': (a, b, out, n) => {
    for (let i = 0; i < n; i++) {
      const v = a[i]! / b[i]!
      out[i] = v - v === 0 ? v : NaN
    }
  },
  '^': (a, b, out, n) => {
    for (let i = 0; i < n; i++) {
      const v = a[i]! ** b[i]!
      // 1 ** NaN and NaN ** 0 are numbers to IEEE, but an operand is missing.
      out[i] = v - v === 0 && a[i] === a[i] && b[i] === b[i] ? v : NaN
    }
  },
}

export function negate(a: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = -a[i]!
}

export function abs(a: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = Math.abs(a[i]!)
}

export function min(all: readonly Vector[], out: Vector, n: number): void {
  fold(all, out, n, (a, b) => {
    for (let i = 0; i < n; i++) a[i] = Math.min(a[i]!, b[i]!)
  })
}

export function max(all: readonly Vector[], out: Vector, n: number): void {
  fold(all, out, n, (a, b) => {
    for (let i = 0; i < n; i++) a[i] = Math.max(a[i]!, b[i]!)
  })
}

export function coalesce(all: readonly Vector[], out: Vector, n: number): void {
  fold(all, out, n, (a, b) => {
    for (let i = 0; i < n; i++) a[i] = a[i] === a[i] ? a[i]! : b[i]!
  })
}

function fold(all: readonly Vector[], out: Vector, n: number, combine: (a: Vector, b: Vector) => void): void {
  if (all.length === 0) out.fill(NaN, 0, n)
  else out.set(all[0]!.subarray(0, n))
  for (const vector of all.slice(1)) combine(out, vector)
}

/** Any function of one or two numbers; missing where an operand is, or where the result is not finite. */
export function map(of: (a: number) => number, a: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) {
    const v = a[i] === a[i] ? of(a[i]!) : NaN
    out[i] = v - v === 0 ? v : NaN
  }
}

export function map2(of: (a: number, b: number) => number, a: Vector, b: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) {
    const v = a[i] === a[i] && b[i] === b[i] ? of(a[i]!, b[i]!) : NaN
    out[i] = v - v === 0 ? v : NaN
  }
}
