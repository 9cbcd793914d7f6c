import type { Input } from './input.ts'

/** What a value can be when it is not missing. */
export type Domain = NumberDomain | ValuesDomain

/** Numbers between two bounds; null is unbounded (and then not included). Dates are whole numbers of days. */
export interface NumberDomain {
  readonly kind: 'number'
  readonly low: number | null
  readonly lowIncluded: boolean
  readonly high: number | null
  readonly highIncluded: boolean
  readonly whole: boolean
}

/** Yes and no, the values of a choice, or text; `open` where values beyond those listed are possible. */
export interface ValuesDomain {
  readonly kind: 'values'
  readonly values: readonly (string | boolean)[]
  readonly open: boolean
}

/** Every number there is. */
export const allNumbers: NumberDomain = numbers(null, null, false)

/** The numbers from `low` to `high`, both reachable where they are given. */
export function numbers(low: number | null, high: number | null, whole: boolean): NumberDomain {
  return { kind: 'number', low, lowIncluded: low !== null, high, highIncluded: high !== null, whole }
}

/** What an input may hold. */
export function domainOfInput(input: Input): Domain {
  switch (input.type) {
    case 'yes/no':
      return { kind: 'values', values: [true, false], open: false }
    case 'choice':
      return { kind: 'values', values: input.choices.filter((choice) => !marksMissing(input, choice)), open: false }
    case 'text':
      return { kind: 'values', values: [], open: true }
    default:
      return numbers(input.low, input.high, input.whole || input.type === 'date')
  }
}

/** A choice that stands for no data is read as missing, and so never is a value. */
function marksMissing({ missingWhen }: Input, choice: string): boolean {
  return missingWhen.some((mark) => folded(String(mark)) === folded(choice))
}

/** Whether a number is one the domain allows. */
export function holdsNumber(domain: NumberDomain, value: number): boolean {
  return (
    (domain.low === null || value > domain.low || (domain.lowIncluded && value === domain.low)) &&
    (domain.high === null || value < domain.high || (domain.highIncluded && value === domain.high)) &&
    (!domain.whole || Number.isInteger(value))
  )
}

/** Text as it is compared: without regard to case and outer spaces. */
export function folded(text: string): string {
  return text.trim().toLowerCase()
}
