import type { Refusal } from '../host/desk/state.ts'
import type { Answer, CellError } from './call.ts'

/** Longer messages are cut off by Excel. */
const LONGEST = 200

/** An error of a cell; a sentence that is too long ends in an ellipsis. */
export function cellError(code: CellError['code'], message: string): CellError {
  const text = message.charAt(0).toUpperCase() + message.slice(1)
  return { kind: 'error', code, message: text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…` }
}

export function refused({ because, message }: Refusal): CellError {
  return cellError(because === 'absent' ? 'notAvailable' : 'value', message)
}

export function errorAnswer(refusal: Refusal): Answer {
  return [[refused(refusal)]]
}
