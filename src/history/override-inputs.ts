import type { Input } from '../model/input.ts'

/**
 * The columns of a table of overrides: bind it with these as if it were a table of accounts. All but the account, and
 * one of score and band, may be absent.
 */
export const overrideInputs: readonly Input[] = [
  column('account', 'text', ['Account'], 'account'),
  column('path', 'text', ['Path', 'Part', 'Measure', 'Dimension']),
  column('score', 'number', ['Score', 'Points']),
  column('band', 'text', ['Band']),
  column('reason', 'text', ['Reason', 'Because']),
  column('author', 'text', ['Author', 'By']),
  column('date', 'date', ['Date', 'From']),
  column('expiry', 'date', ['Expiry', 'Expires', 'Until']),
]

function column(name: string, type: Input['type'], labels: readonly string[], role: Input['role'] = null): Input {
  const unbounded = { low: null, high: null, whole: false, choices: [], currency: null, missingWhen: [] }
  return { name, labels, type, ...unbounded, grain: 'account', role, doc: null, span: null }
}
