import type { Axis, AxisKey, GridJudge, Range } from '../../model/judge.ts'
import { evaluateExpression, type Scope } from '../expression.ts'
import { asText, fold, type Value } from '../value.ts'
import { MISSING, verdictOf, type Verdict } from '../verdict.ts'

/** Judges by a two-way table: the cell of the first key that holds on each axis. */
export function judgeGrid(judge: GridJudge, scope: Scope): Verdict {
  const down = keyOf(judge.down, scope)
  const across = keyOf(judge.across, scope)
  if (down === null || across === null) return MISSING
  const threshold = `${judge.down.keys[down]!.text}, ${judge.across.keys[across]!.text}`
  return verdictOf(judge.cells[down]?.[across] ?? null, threshold)
}

/** The index of the first key that holds, `otherwise` last; null where none does. */
export function keyOf(axis: Axis, scope: Scope): number | null {
  const value = evaluateExpression(axis.value.expression, scope)
  const found = axis.keys.findIndex((key) => keyHolds(key, value, axis.value.computed))
  if (found !== -1) return found
  const otherwise = axis.keys.findIndex((key) => key.kind === 'otherwise')
  return value === null || otherwise === -1 ? null : otherwise
}

function keyHolds(key: AxisKey, value: Value, computed: boolean): boolean {
  switch (key.kind) {
    case 'missing':
      return value === null
    case 'otherwise':
      return false
    case 'ranges':
      return typeof value === 'number' && key.ranges.some((range) => isWithin(range, value, computed))
    case 'values': {
      if (value === null) return false
      const wanted = fold(asText(value))
      return key.values.some((candidate) => fold(candidate) === wanted)
    }
  }
}

function isWithin(range: Range, value: number, computed: boolean): boolean {
  const guard = (at: number): number => (computed ? 1e-9 * Math.max(1, Math.abs(at)) : 0)
  const { low, high } = range
  const aboveLow = low === null || (range.lowIncluded ? value >= low - guard(low) : value > low + guard(low))
  const belowHigh = high === null || (range.highIncluded ? value <= high + guard(high) : value < high - guard(high))
  return aboveLow && belowHigh
}
