import type { Unit } from '../model/expression.ts'
import type { Range } from '../model/judge.ts'
import { writtenNumber } from '../model/written.ts'

const numeral = /\d{4}-\d{2}-\d{2}|-?\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?%?|-?\.\d+%?/giu

/** The ends of a range as the author wrote them. */
export function endTexts(range: Range, unit: Unit | 'date' | null): { low: string; high: string } {
  const written = range.text.match(numeral) ?? []
  const expected = (range.low === null ? 0 : 1) + (range.high === null || range.high === range.low ? 0 : 1)
  // Names may hold digits: then the numbers are written afresh.
  const sure = written.length === expected
  const fresh = (value: number | null) => (value === null ? '' : writtenNumber(value, unit))
  return {
    low: sure && range.low !== null ? written[0]! : fresh(range.low),
    high: sure && range.high !== null ? written.at(-1)! : fresh(range.high),
  }
}

/** A range as a table claims it: `>= 5`, `2 to under 5`, `above 2 to 5`; null for all numbers, or both ends open. */
export function claimText(range: Range, texts: { low: string; high: string }): string | null {
  const { low, high, lowIncluded, highIncluded } = range
  if (low === null && high === null) return null
  if (low === null) return `${highIncluded ? '<=' : '<'} ${texts.high}`
  if (high === null) return `${lowIncluded ? '>=' : '>'} ${texts.low}`
  if (low === high) return lowIncluded && highIncluded ? texts.low : null
  return `${lowIncluded ? '' : 'above '}${texts.low} to ${highIncluded ? '' : 'under '}${texts.high}`
}
