import type { Numeral } from '../parser/tree.ts'
import { report, type Context } from './context.ts'

/** How many decimals a numeral asks for; null where none is written or the number cannot be meant. */
export function decimalsOf(written: Numeral | null): number | null {
  return written !== null && isDecimals(written) ? written.value : null
}

/** Reports a number of decimals that cannot be meant: 1.5, or 99. */
export function checkDecimals(context: Context, written: Numeral | null): void {
  if (written === null || isDecimals(written)) return
  report(context, 'decimals-wrong', { text: written.written }, written.span, {
    question: 'how many decimals are meant?',
  })
}

function isDecimals(written: Numeral): boolean {
  return Number.isInteger(written.value) && written.value >= 0 && written.value <= MOST && !written.percent
}

/** A double has no more decimals than these. */
const MOST = 15
