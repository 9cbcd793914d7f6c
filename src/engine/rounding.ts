import type { Rounding, Scale } from '../model/group.ts'

/** Rounds on the decimal value: half away from zero, up or down; what lies within `guard` of a tie or a step is on it. */
export function round(value: number, direction: Rounding['direction'], places: number, guard: number): number {
  const step = 10 ** Math.abs(places)
  const scaled = (x: number): number => (places >= 0 ? x * step : x / step)
  const whole = wholeNumber(value, direction, guard, scaled)
  return (places >= 0 ? whole / step : whole * step) + 0 // never -0
}

function wholeNumber(
  value: number,
  direction: Rounding['direction'],
  guard: number,
  scaled: (x: number) => number,
): number {
  if (direction === 'up') return Math.ceil(scaled(value - guard))
  if (direction === 'down') return Math.floor(scaled(value + guard))
  return Math.sign(value) * Math.floor(scaled(Math.abs(value) + guard) + 0.5)
}

/** `round` inside a formula, where the guard follows the value. */
export function roundInFormula(value: number, direction: Rounding['direction'], places: number): number {
  return round(value, direction, places, 1e-9 * Math.max(1, Math.abs(value)))
}

/** What a person sees of a score: rounded once, with the scale's decimals; never `-0.0`. */
export function shown(score: number, scale: Pick<Scale, 'decimals' | 'guard'>): string {
  return round(score, 'nearest', scale.decimals, scale.guard).toFixed(scale.decimals)
}
