import { bareInput } from '../model/bare-input.ts'
import type { Input } from '../model/input.ts'

/**
 * The columns of a table of overrides: bind it with these as if it were a table of accounts. All but the account, and
 * one of score and band, may be absent.
 */
export const overrideInputs: readonly Input[] = [
  bareInput('account', 'text', { labels: ['Account'], role: 'account' }),
  bareInput('path', 'text', { labels: ['Path', 'Part', 'Measure', 'Dimension'] }),
  bareInput('score', 'number', { labels: ['Score', 'Points'] }),
  bareInput('band', 'text', { labels: ['Band'] }),
  bareInput('reason', 'text', { labels: ['Reason', 'Because'] }),
  bareInput('author', 'text', { labels: ['Author', 'By'] }),
  bareInput('date', 'date', { labels: ['Date', 'From'] }),
  bareInput('expiry', 'date', { labels: ['Expiry', 'Expires', 'Until'] }),
]
