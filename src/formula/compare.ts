import type { Comparison } from '../model/expression.ts'
import type { ModelNumber, Numbers } from './numbers.ts'
import {
  atom,
  isPresent,
  NOTHING,
  truth,
  type Reader,
  type Said,
  type SaidNumber,
  type SaidText,
  type SaidTruth,
} from './said.ts'
import { all, any, isAtom, not, number, type Text } from './text.ts'

/** A side that is written as a number in the model, so that people may change it. */
export interface Written {
  readonly numbers: Numbers
  readonly one: ModelNumber
}

const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  '=': '!=',
  '!=': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}
const TURNED: Readonly<Record<Comparison, Comparison>> = {
  '=': '=',
  '!=': '!=',
  '<': '>',
  '>=': '<=',
  '>': '<',
  '<=': '>=',
}

/** Missing where a side is, or where the sides are of different kinds. */
export function compared(
  operator: Comparison,
  left: Said,
  right: Said,
  guard: number,
  written: { readonly left: Written | null; readonly right: Written | null },
  reader: Reader,
): Said {
  if (left.kind === 'number' && right.kind === 'number') {
    if (written.right !== null) return againstNumber(operator, left, written.right, reader)
    if (written.left !== null) return againstNumber(TURNED[operator], right, written.left, reader)
    return ofNumbers(operator, left, right, guard, reader)
  }
  if (left.kind === 'text' && right.kind === 'text') return ofTexts(operator, left, right, reader)
  if (left.kind === 'truth' && right.kind === 'truth') return ofTruths(operator, left, right)
  return NOTHING
}

function againstNumber(
  operator: Comparison,
  value: SaidNumber,
  { numbers, one }: Written,
  { grid }: Reader,
): SaidTruth {
  const needsTwo = (operator === '=' || operator === '!=') && one.guard !== null
  const x = needsTwo && !isAtom(value.text) ? atom(value, grid) : value
  const test = (by: Comparison): Text => {
    const sign = by === '!=' ? '<>' : by
    if (by !== '=' && by !== '!=') {
      const side = by === '>=' || by === '<' ? 'low' : 'high'
      return `${x.text}${sign}${numbers.edge(one, side)}`
    }
    if (one.guard === null) return `${x.text}${sign}${numbers.say(one)}`
    const [low, high] = [numbers.edge(one, 'low'), numbers.edge(one, 'high')]
    return by === '=' ? `AND(${x.text}>=${low},${x.text}<=${high})` : `OR(${x.text}<${low},${x.text}>${high})`
  }
  return truth(guarded([x], test(operator), operator), guarded([x], test(OPPOSITE[operator]), OPPOSITE[operator]))
}

/** A text is above every number, so that what is missing is never below or equal to one; an error is neither. */
function guarded(values: readonly SaidNumber[], test: Text, operator: Comparison): Text {
  const needed = operator === '>' || operator === '>=' || operator === '!=' || values.length > 1
  const told = needed ? all([...values.filter((one) => !one.loose).map(isPresent), test]) : test
  return values.some((one) => one.loose) ? `IFERROR(${told},FALSE)` : told
}

function ofNumbers(
  operator: Comparison,
  left: SaidNumber,
  right: SaidNumber,
  guard: number,
  { grid }: Reader,
): SaidTruth {
  if (guard === 0) {
    const test = (by: Comparison): Text =>
      guarded([left, right], `${left.text}${by === '!=' ? '<>' : by}${right.text}`, by)
    return truth(test(operator), test(OPPOSITE[operator]))
  }
  const [a, b] = [atom(left, grid), atom(right, grid)]
  const within = `${number(guard)}*MAX(1,ABS(${a.text}),ABS(${b.text}))`
  const test = (by: Comparison): Text => {
    const told = ((): Text => {
      switch (by) {
        case '=':
          return `ABS(${a.text}-${b.text})<=${within}`
        case '!=':
          return `ABS(${a.text}-${b.text})>${within}`
        case '<':
          return `${b.text}-${a.text}>${within}`
        case '<=':
          return `${a.text}-${b.text}<=${within}`
        case '>':
          return `${a.text}-${b.text}>${within}`
        case '>=':
          return `${b.text}-${a.text}<=${within}`
      }
    })()
    return a.lacks || b.lacks ? `IFERROR(${told},FALSE)` : told
  }
  return truth(test(operator), test(OPPOSITE[operator]))
}

function ofTexts(operator: Comparison, left: SaidText, right: SaidText, reader: Reader): SaidTruth {
  if (operator !== '=' && operator !== '!=') {
    reader.refuse('an order of texts')
    return truth('FALSE', 'FALSE')
  }
  const { grid } = reader
  const [a, b] = [grid.once(left.text), grid.once(right.text)]
  const there = [...(left.lacks ? [`${a}<>""`] : []), ...(right.lacks ? [`${b}<>""`] : [])]
  const same = all([...(left.lacks && right.lacks ? there.slice(0, 1) : []), `${a}=${b}`])
  const other = all([...there, `${a}<>${b}`])
  return operator === '=' ? truth(same, other) : truth(other, same)
}

/** No precedes yes. */
function ofTruths(operator: Comparison, a: SaidTruth, b: SaidTruth): SaidTruth {
  const holds = ((): Text => {
    switch (operator) {
      case '=':
        return any([all([a.holds, b.holds]), all([a.fails, b.fails])])
      case '!=':
        return any([all([a.holds, b.fails]), all([a.fails, b.holds])])
      case '<':
        return all([a.fails, b.holds])
      case '>':
        return all([a.holds, b.fails])
      case '<=':
        return any([all([a.fails, any([b.holds, b.fails])]), all([a.holds, b.holds])])
      case '>=':
        return any([all([b.fails, any([a.holds, a.fails])]), all([a.holds, b.holds])])
    }
  })()
  return truth(holds, all([any([a.holds, a.fails]), any([b.holds, b.fails]), not(holds)]))
}
