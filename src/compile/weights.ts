import type { Weight } from '../model/group.ts'
import type { WeightTree } from '../parser/tree.ts'
import { report, type Context } from './context.ts'

/** A decimal as written, exactly: digits × 10^exponent. */
interface Decimal {
  readonly digits: bigint
  readonly exponent: number
}

/** Reads `12.5%`, `1_000`, `1e3` exactly. The text has been read as a number before. */
function decimalOf(written: string): Decimal {
  const percent = written.endsWith('%')
  const [mantissa = '0', power = '0'] = written.replace('%', '').replaceAll('_', '').toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  return {
    digits: BigInt((whole + fraction).replaceAll(' ', '') || '0'),
    exponent: Number(power) - fraction.length - (percent ? 2 : 0),
  }
}

/**
 * Weights of one level, scaled so that all are whole numbers: a score is then summed first and divided once. Where none is
 * written all are equal; where some are, each must be.
 */
export function compileWeights(
  context: Context,
  members: readonly {
    readonly name: string
    readonly weight: WeightTree | null
    readonly off: boolean
    readonly optional: boolean
  }[],
): Weight[] {
  const written = members.filter((member) => member.weight !== null)
  if (written.length === 0) return members.map(() => ({ value: 1, integer: 1, text: null, span: null }))
  const decimals = members.map((member) => (member.weight ? decimalOf(member.weight.number.written) : null))
  const least = Math.min(0, ...decimals.flatMap((decimal) => (decimal ? [decimal.exponent] : [])))
  return members.map((member, at) => {
    const decimal = decimals[at]
    const tree = member.weight
    if (!decimal || !tree) {
      if (!member.off && !member.optional) {
        report(context, 'weight-missing', { name: member.name }, written[0]!.weight!.span, {
          question: `what should \`${member.name}\` weigh?`,
        })
      }
      return { value: member.optional ? 1 : 0, integer: member.optional ? 10 ** -least : 0, text: null, span: null }
    }
    if (tree.number.value < 0) {
      report(context, 'weight-negative', { text: tree.number.written }, tree.number.span, {
        question: 'should it be a penalty instead?',
      })
    }
    return {
      value: tree.number.value,
      integer: Number(decimal.digits * 10n ** BigInt(decimal.exponent - least)),
      text: tree.number.written,
      span: tree.number.span,
    }
  })
}
