import type { Input } from '../../model/input.ts'

/** What an input takes, in words: `a percentage`, `one of Poor, Concerning, Healthy`. */
export function sayType({ type, choices, low, high, currency, whole }: Input): string {
  const range = low !== null && high !== null && type !== 'percent' ? ` from ${low} to ${high}` : ''
  switch (type) {
    case 'choice':
      return choices.length <= 4 ? `one of ${choices.join(', ')}` : `one of ${choices.length} choices`
    case 'yes/no':
      return 'yes or no'
    case 'percent':
      return 'a percentage'
    case 'ratio':
      return 'a share'
    case 'date':
      return 'a date'
    case 'text':
      return 'text'
    case 'money':
      return currency === null ? 'an amount' : `an amount in ${currency}`
    case 'days':
      return `a number of days${range}`
    case 'count':
      return `a whole number${range}`
    case 'number':
      return whole ? `a whole number${range}` : `a number${range}`
  }
}

/** The same with how it may be written, where that is not plain. */
export function sayWriting(input: Input): string {
  if (input.type === 'percent') return 'a percentage: 85 or 85%'
  return input.type === 'ratio' ? 'a share: 0.85 or 85%' : sayType(input)
}
