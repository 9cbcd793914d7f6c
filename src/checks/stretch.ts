import type { Cell } from '../model/cells.ts'
import type { Expression, Formula, Unit } from '../model/expression.ts'
import { numberWithin } from '../model/number-within.ts'
import { writtenNumber } from '../model/written.ts'

/** Numbers from one bound to another; null is unbounded. */
export interface Stretch {
  readonly low: number | null
  readonly lowIncluded: boolean
  readonly high: number | null
  readonly highIncluded: boolean
  readonly whole: boolean
}

/** The numbers of neighbouring cells together. */
export function stretchOf(cells: readonly Cell[]): Stretch {
  const first = asStretch(cells[0]!)
  const last = asStretch(cells.at(-1)!)
  return { ...first, high: last.high, highIncluded: last.highIncluded, whole: first.whole || last.whole }
}

function asStretch(cell: Cell): Stretch {
  if (cell.kind === 'stretch') return cell
  const at = cell.kind === 'point' ? cell.at : null
  return { low: at, lowIncluded: at !== null, high: at, highIncluded: at !== null, whole: false }
}

/** The only number of a stretch, if it has but one. */
export function onlyNumber(stretch: Stretch): number | null {
  const { low, high } = stretch
  if (low === null || high === null) return null
  if (low === high) return low
  const middle = stretch.whole ? numberWithin(stretch) : null
  const more = (part: Partial<Stretch>) => numberWithin({ ...stretch, ...part }) !== null
  if (middle === null || more({ low: middle, lowIncluded: false }) || more({ high: middle, highIncluded: false }))
    return null
  return middle
}

/** A stretch in words: `5`, `2 to 5`, `values between 4 and 5`, `values above 4`. */
export function stretchText(stretch: Stretch, unit: Unit | 'date' | null): string {
  const write = (value: number) => writtenNumber(value, unit)
  const one = onlyNumber(stretch)
  if (one !== null) return write(one)
  const { low, high, lowIncluded, highIncluded } = stretch
  if (low === null && high === null) return 'any value'
  if (low === null) return `values ${highIncluded ? 'up to' : 'below'} ${write(high!)}`
  if (high === null) return `values ${lowIncluded ? 'from' : 'above'} ${write(low)}`
  if (!lowIncluded && !highIncluded) return `values between ${write(low)} and ${write(high)}`
  return `${lowIncluded ? '' : 'above '}${write(low)} to ${highIncluded ? '' : 'under '}${write(high)}`
}

/** A stretch after `no count is …`: `below 0`, `from 2 to 5`. */
export function rangeWords({ low, high, lowIncluded, highIncluded }: Stretch, texts: Texts): string {
  if (low === null && high === null) return 'any number'
  if (low === null) return highIncluded ? `${texts.high} or less` : `below ${texts.high}`
  if (high === null) return lowIncluded ? `${texts.low} or more` : `above ${texts.low}`
  if (low === high) return texts.low
  if (!lowIncluded && !highIncluded) return `between ${texts.low} and ${texts.high}`
  return `${lowIncluded ? 'from' : 'above'} ${texts.low} to ${highIncluded ? '' : 'under '}${texts.high}`
}

interface Texts {
  readonly low: string
  readonly high: string
}

/** True of the values of a formula that lie in the stretch. */
export function liesIn(formula: Formula, stretch: Stretch): Expression {
  const guard = formula.computed ? 1e-9 : 0
  const compare = (operator: '<' | '<=' | '>' | '>=' | '=', value: number): Expression => ({
    kind: 'compare',
    operator,
    left: formula.expression,
    right: { kind: 'number', value },
    guard,
  })
  const { low, high, lowIncluded, highIncluded } = stretch
  const one = onlyNumber(stretch)
  if (one !== null) return compare('=', one)
  return {
    kind: 'and',
    of: [
      { kind: 'not', of: { kind: 'is missing', of: formula.expression } },
      ...(low === null ? [] : [compare(lowIncluded ? '>=' : '>', low)]),
      ...(high === null ? [] : [compare(highIncluded ? '<=' : '<', high)]),
    ],
  }
}
