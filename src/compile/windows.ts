import type { Span } from '../findings/span.ts'
import { quote, report, type Context } from './context.ts'

/** A hundred years: longer is a slip. */
const LONGEST = 36_525

/** Whether a window can have so many days; reported where it cannot. */
export function isWindow(context: Context, days: number, span: Span): boolean {
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST) return true
  report(context, 'window-wrong', { figure: quote(context, span), problem: 'length' }, span, {
    question: 'how many days is it?',
  })
  return false
}
