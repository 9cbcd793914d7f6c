import type { Span } from '../findings/span.ts'
import type { Unit, ValueType } from '../model/expression.ts'
import type { LiteralTree, Numeral } from '../parser/tree.ts'
import { report, type Context } from './context.ts'

/** What a literal is compared with, or stands for. */
export interface Wanted {
  readonly type: ValueType
  readonly unit: Unit | null
  /** The input or formula, for messages. */
  readonly name: string
}

/** The number a literal means beside `wanted`: a date's day, a percentage's fraction. Reports and gives null if it is none. */
export function numberOf(context: Context, literal: LiteralTree, wanted: Wanted): number | null {
  if (literal.kind === 'date') {
    if (literal.date.days === null) {
      report(context, 'date-unknown', { text: literal.date.written }, literal.span, { question: 'which day is meant?' })
      return null
    }
    if (wanted.type === 'date') return literal.date.days
  }
  if (literal.kind === 'number' && wanted.type === 'number') {
    checkUnit(context, literal.number, wanted, literal.span)
    return literal.number.value
  }
  report(
    context,
    'type-mismatch',
    { what: `\`${writtenLiteral(literal)}\``, is: describeLiteral(literal), needed: describeType(wanted.type) },
    literal.span,
    { question: `which ${nounOf(wanted.type)} is meant for \`${wanted.name}\`?` },
  )
  return null
}

/** A bare 50 beside a percentage, or 80 beside a ratio, is a mistake that a factor of a hundred hides. */
export function checkUnit(context: Context, number: Numeral, wanted: Wanted, span: Span): void {
  if (number.percent || number.value === 0) return
  const size = Math.abs(number.value)
  const decimal = /[.]/.test(number.written) && size <= 1
  if (wanted.unit === 'percent' && !decimal) {
    report(context, 'percent-bare', { text: number.written, name: wanted.name }, span, {
      fixes: [`${number.written}%`, number.written.includes('.') ? `${percentOf(number)}%` : shifted(number)].map(
        (text) => ({ title: `write ${text}`, edits: [{ span, text }] }),
      ),
    })
  } else if (wanted.unit === 'ratio' && size > 1 && !number.written.includes('.')) {
    report(context, 'unit-mismatch', { text: number.written, name: wanted.name }, span, {
      fixes: [{ title: `write ${number.written}%`, edits: [{ span, text: `${number.written}%` }] }],
    })
  }
}

/** The percentage that a decimal is: 1.5 becomes 150. */
function percentOf(number: Numeral): string {
  return String(Number(`${number.value}e2`))
}

/** The decimal that a percentage of that number is: 50 becomes 0.5. */
function shifted(number: Numeral): string {
  const value = String(Number(`${number.value}e-2`))
  return value.includes('.') ? value : `${value}.0`
}

/** The text a literal stands for beside a choice, a text or yes/no ('yes', 'no'); null where it cannot. */
export function textOf(literal: LiteralTree): string | null {
  if (literal.kind === 'text' || literal.kind === 'name') return literal.text
  if (literal.kind === 'yes/no') return literal.value ? 'yes' : 'no'
  if (literal.kind === 'number') return literal.number.written
  return null
}

export function writtenLiteral(literal: LiteralTree): string {
  switch (literal.kind) {
    case 'number':
      return literal.number.written
    case 'date':
      return literal.date.written
    case 'yes/no':
      return literal.value ? 'yes' : 'no'
    case 'text':
    case 'name':
      return literal.text
    case 'missing':
      return 'missing'
  }
}

export function describeType(type: ValueType): string {
  return { number: 'a number', 'yes/no': 'yes or no', text: 'text', date: 'a date', band: 'a band' }[type]
}

/** The type as a word in a question: `which number is meant?` */
export function nounOf(type: ValueType): string {
  return { number: 'number', 'yes/no': 'yes or no', text: 'text', date: 'date', band: 'band' }[type]
}

export function describeLiteral(literal: LiteralTree): string {
  return {
    number: 'a number',
    text: 'text',
    name: 'a word',
    'yes/no': 'yes or no',
    date: 'a date',
    missing: 'missing',
  }[literal.kind]
}
