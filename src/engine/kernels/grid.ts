import type { Axis, AxisKey, GridJudge, Range } from '../../model/judge.ts'
import { asText, fold } from '../value.ts'
import { vectorOf } from './expression.ts'
import type { Scope } from './scope.ts'
import { isText } from './text-vectors.ts'
import type { Texts } from './texts.ts'
import { BLOCK } from './vector.ts'

/** The cell each row falls in, counted row by row of the grid; one more than the last where an axis has no key for it. */
export function gridCodes(scope: Scope, judge: GridJudge): Uint16Array {
  const down = keyVector(scope, judge.down)
  const across = keyVector(scope, judge.across)
  const width = judge.across.keys.length
  const missing = judge.cells.flat().length
  const codes = new Uint16Array(BLOCK)
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) codes[i] = down[i]! < 0 || across[i]! < 0 ? missing : down[i]! * width + across[i]!
  })
  return codes
}

/** The first key that holds, `otherwise` last; -1 where none does. */
function keyVector(scope: Scope, axis: Axis): Int32Array {
  const { expression, type, computed } = axis.value
  const value = vectorOf(scope, expression)
  const keyed = isText(scope.model, expression) ? 'text' : type
  const whenMissing = axis.keys.findIndex((key) => key.kind === 'missing')
  const otherwise = axis.keys.findIndex((key) => key.kind === 'otherwise')
  const out = new Int32Array(BLOCK)
  let all: Texts = scope.texts
  scope.program.binders.push(({ texts }) => {
    all = texts
  })
  const present = (x: number): string | number => {
    if (keyed === 'text') return all.spellings[x]!
    return keyed === 'yes/no' ? asText(x === 1) : x
  }
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const x = value[i]!
      if (x !== x) out[i] = whenMissing
      else {
        const found = axis.keys.findIndex((key) => keyHolds(key, present(x), computed))
        out[i] = found === -1 ? otherwise : found
      }
    }
  })
  return out
}

function keyHolds(key: AxisKey, value: string | number, computed: boolean): boolean {
  if (key.kind === 'ranges')
    return typeof value === 'number' && key.ranges.some((range) => isWithin(range, value, computed))
  return key.kind === 'values' && key.values.some((candidate) => fold(candidate) === fold(asText(value)))
}

function isWithin(range: Range, value: number, computed: boolean): boolean {
  const guard = (at: number): number => (computed ? 1e-9 * Math.max(1, Math.abs(at)) : 0)
  const { low, high } = range
  const aboveLow = low === null || (range.lowIncluded ? value >= low - guard(low) : value > low + guard(low))
  const belowHigh = high === null || (range.highIncluded ? value <= high + guard(high) : value < high - guard(high))
  return aboveLow && belowHigh
}
