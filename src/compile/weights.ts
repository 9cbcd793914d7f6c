import { decimalOf, type Decimal } from '../model/decimal.ts'
import type { Weight } from '../model/group.ts'
import type { Span } from '../findings/span.ts'
import type { Numeral, WeightTree } from '../parser/tree.ts'
import { report, type Context } from './context.ts'

/** A child of a group, as far as its weight is concerned. */
export interface Weighed {
  readonly name: string
  readonly span: Span | null
  readonly weight: WeightTree | null
  readonly off: boolean
}

/**
 * Weights of one level, scaled so that all are whole numbers: a score is then summed first and divided once. Where none is
 * written all are equal; where some are, each must be, unless it is `optional` (a factor, 1 where none is written).
 */
export function compileWeights(context: Context, members: readonly Weighed[], optional: boolean): Weight[] {
  const first = members.find((member) => member.weight !== null)
  if (first === undefined) return members.map(() => ({ value: 1, integer: 1, text: null, span: null }))
  const unwritten = optional ? one : nothing
  const integers = wholes(members.map(({ weight }) => (weight ? exact(weight.number) : unwritten)))
  return members.map((member, at): Weight => {
    const integer = integers[at]!
    const number = member.weight?.number
    if (number === undefined) {
      if (!member.off && !optional) reportMissing(context, member, first)
      return { value: optional ? 1 : 0, integer, text: null, span: null }
    }
    if (integer === 0 && number.value !== 0) reportTiny(context, number, heaviest(members, integers))
    return { value: number.value, integer, text: number.written, span: number.span }
  })
}

const one: Decimal = { units: 1n, exponent: 0 }
const nothing: Decimal = { units: 0n, exponent: 0 }

/** Exactly as written; a number beyond the range of doubles has been reported, and is taken as the double it became. */
function exact(number: Numeral): Decimal {
  const written = decimalOf(number.written)
  const sane = written !== null && number.value !== 0 && Math.abs(written.exponent) <= FARTHEST
  return sane ? written : (decimalOf(String(number.value)) ?? nothing)
}

/** No power of ten of a weight lies farther from 1. */
const FARTHEST = 400

/** The decimals multiplied by one power of ten so that all are whole; divided again where doubles would not hold them. */
function wholes(decimals: readonly Decimal[]): number[] {
  const least = decimals.reduce((low, decimal) => Math.min(low, decimal.exponent), 0)
  const scaled = decimals.map(({ units, exponent }) => units * 10n ** BigInt(exponent - least))
  const most = scaled.reduce((high, whole) => (whole > high ? whole : high), 0n)
  if (most <= LARGEST) return scaled.map(Number)
  return scaled.map((whole) => Number((2n * whole * LARGEST + most) / (2n * most)))
}

/** Fifteen digits: a weight and its sum stay exact. */
const LARGEST = 10n ** 15n

function reportMissing(context: Context, member: Weighed, first: Weighed): void {
  report(context, 'weight-missing', { name: member.name }, member.span ?? first.weight!.span, {
    related: [{ span: first.weight!.span, label: `\`${first.name}\` has one` }],
    question: `what should \`${member.name}\` weigh?`,
  })
}

function reportTiny(context: Context, number: Numeral, heavy: string): void {
  report(context, 'weight-tiny', { text: number.written, heavy }, number.span, {
    question: 'what is it worth beside the others? Or should it be `off`?',
  })
}

function heaviest(members: readonly Weighed[], integers: readonly number[]): string {
  const most = integers.reduce((high, integer) => Math.max(high, integer), 0)
  return members[integers.indexOf(most)]?.name ?? ''
}
