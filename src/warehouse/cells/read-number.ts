import type { Input } from '../../model/input.ts'
import { isMissing, neverRead, type CellKind, type Reading } from './reading.ts'
import { numberOfText } from './number-text.ts'

/** Counts, numbers, percentages, ratios, days and money. */
export function readNumber(input: Input, kind: CellKind, cell: string): Reading {
  if (kind === 'number') {
    if (input.type !== 'percent') return accepted(input, cell, cell, `${cell} is null`)
    return {
      ...accepted(input, `${cell}_value`, cell, `${cell} is null`),
      parsed: { [`${cell}_value`]: hundredth(cell) },
    }
  }
  if (kind !== 'text') return neverRead(cell, 'double')
  const parsed = `${cell}_number`
  const read = accepted(input, `${parsed}.value`, `${parsed}.bare`, isMissing(cell, input))
  return { ...read, parsed: { [parsed]: numberOfText(cell, input) } }
}

/** A value on the scale that may be held, and the number as typed, since a mark for "no data" may be written either way. */
export function accepted(input: Input, value: string, bare: string, missing: string): Reading {
  const { low, high, whole, type } = input
  const marked = isMarked(input, [...new Set([value, bare])])
  const tests = [
    `isfinite(${value})`,
    ...(whole && type !== 'date' ? [`${value} = floor(${value})`] : []),
    ...(low === null ? [] : [`${value} >= ${double(low)}`]),
    ...(high === null ? [] : [`${value} <= ${double(high)}`]),
  ]
  const holds = tests.join(' and ')
  // No account has a count of -0.
  const kept = marked === null ? holds : `not ${marked} and ${holds}`
  return {
    parsed: {},
    value: `case when ${missing.endsWith('is null') ? '' : `not ${missing} and `}${kept} then ${value} + 0e0 end`,
    missing: marked === null ? missing : `(${missing} or ${marked})`,
  }
}

/** Whether a number is one that stands for "no data"; null where none does. */
export function isMarked({ missingWhen }: Input, numbers: readonly string[]): string | null {
  const marks = missingWhen.filter((mark) => typeof mark === 'number').map(double)
  if (marks.length === 0) return null
  return `coalesce(${numbers.map((one) => `${one} in (${marks.join(', ')})`).join(' or ')}, false)`
}

export function double(value: number): string {
  const digits = String(value + 0)
  return digits.includes('e') ? digits : `${digits}e0`
}

/**
 * The decimal with its point shifted by two, to the last digit. A number that is whole after being multiplied by a power
 * of ten, both exact, is divided once; any other goes by way of its text.
 */
function hundredth(cell: string): string {
  const byPower = [0, 1, 2, 3].map((places) => {
    const power = double(10 ** places)
    const whole = places === 0 ? cell : `(${cell} * ${power})`
    const exact = places === 0 ? '' : ` and ${whole} / ${power} = ${cell}`
    return `when ${whole} = floor(${whole}) and abs(${whole}) < 9007199254740992e0${exact} then ${whole} / ${double(10 ** (places + 2))}`
  })
  const shifted = `case when contains(cast(${cell} as varchar), 'e')
      then cast(regexp_extract(cast(${cell} as varchar), '^[^e]*') || 'e' || (cast(regexp_extract(cast(${cell} as varchar), 'e(.*)$', 1) as integer) - 2) as double)
      else cast(cast(${cell} as varchar) || 'e-2' as double)
    end`
  return `case
    when not isfinite(${cell}) then ${cell}
    ${byPower.join('\n    ')}
    else ${shifted}
  end`
}
