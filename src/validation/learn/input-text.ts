import type { Input } from '../../model/input.ts'
import { literal, quoted } from '../../parser/names.ts'

/** An input as a model declares it. */
export function inputText(input: Input): string {
  const { name, type, choices, currency, labels, missingWhen, role } = input
  const shown = type === 'choice' ? `one of ${choices.map(literal).join(', ')}` : type
  return [
    name,
    currency === null ? shown : `${shown} in ${currency}`,
    labels.map(quoted).join(' or '),
    rangeText(input),
    missingWhen.length === 0
      ? ''
      : `missing when ${missingWhen.map((one) => (typeof one === 'number' ? String(one) : quoted(one))).join(', ')}`,
    role === 'account' ? 'key' : role === 'parent' ? 'parent' : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function rangeText({ type, low, high }: Input): string {
  if (low === null || high === null || type === 'date') return ''
  const end = (value: number): string => (type === 'percent' ? `${Number(`${value}e2`)}%` : String(value))
  return `in ${end(low)} to ${end(high)}`
}
