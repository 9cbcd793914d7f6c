import type { Comparison } from '../../model/expression.ts'
import type { Vector } from './vector.ts'

type Compare = (a: Vector, b: Vector, out: Vector, n: number) => void

/** Raw inputs and literals, compared as they are. */
export const compareExactly: Readonly<Record<Comparison, Compare>> = {
  '=': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = known(a[i]!, b[i]!) ? +(a[i] === b[i]) : NaN
  },
  '!=': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = known(a[i]!, b[i]!) ? +(a[i] !== b[i]) : NaN
  },
  '<': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = known(a[i]!, b[i]!) ? +(a[i]! < b[i]!) : NaN
  },
  '<=': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = known(a[i]!, b[i]!) ? +(a[i]! <= b[i]!) : NaN
  },
  '>': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = known(a[i]!, b[i]!) ? +(a[i]! > b[i]!) : NaN
  },
  '>=': (a, b, out, n) => {
    for (let i = 0; i < n; i++) out[i] = known(a[i]!, b[i]!) ? +(a[i]! >= b[i]!) : NaN
  },
}

/** Computed numbers: those closer than the guard are equal, for all six operators. */
export function compareWithin(operator: Comparison, guard: number, a: Vector, b: Vector, out: Vector, n: number): void {
  const truth = truths[operator]
  for (let i = 0; i < n; i++) {
    const x = a[i]!
    const y = b[i]!
    out[i] = known(x, y) ? truth[order(x, y, guard)]! : NaN
  }
}

/** 0 less, 1 equal, 2 greater. */
function order(x: number, y: number, guard: number): 0 | 1 | 2 {
  if (Math.abs(x - y) <= guard * Math.max(1, Math.abs(x), Math.abs(y))) return 1
  return x < y ? 0 : 2
}

const truths: Readonly<Record<Comparison, readonly [number, number, number]>> = {
  '=': [0, 1, 0],
  '!=': [1, 0, 1],
  '<': [1, 0, 0],
  '<=': [1, 1, 0],
  '>': [0, 0, 1],
  '>=': [0, 1, 1],
}

function known(x: number, y: number): boolean {
  return x === x && y === y
}
