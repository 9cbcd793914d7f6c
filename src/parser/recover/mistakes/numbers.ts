import type { IToken } from 'chevrotain'
import * as t from '../../tokens.ts'
import { type Here, is, mended, type Proposal } from '../here.ts'

/** `0,5` for `0.5`, `5,000` for `5000`: digits, a comma and digits with nothing between. */
export function decimalComma({ found, token, spanOf }: Here): readonly Proposal[] {
  const first = is(found, t.Comma) ? -1 : -2
  const [whole, comma, decimals] = [token(first), token(first + 1), token(first + 2)]
  if (!is(whole, t.NumberText) || !is(comma, t.Comma) || !is(decimals, t.NumberText)) return []
  const adjacent = whole.endOffset! + 1 === comma.startOffset && comma.endOffset! + 1 === decimals.startOffset
  if (!adjacent || !/^\d+$/.test(whole.image) || !/^\d+%?$/.test(decimals.image)) return []
  const isThousands = /^[1-9]/.test(whole.image) && /^\d{3}%?$/.test(decimals.image)
  const meant = `${whole.image}${isThousands ? '' : '.'}${decimals.image}`
  const [span, written] = [spanOf(whole, decimals), `${whole.image},${decimals.image}`]
  const shape = isThousands ? 'number-thousands' : 'number-comma'
  return [mended({ shape, written, meant }, span, [{ span, text: meant }])]
}

/** `2-5` for `2 to 5`; read as a value and a number below zero, it fails only behind the second. */
export function hyphenRange({ found, token, spanOf }: Here): readonly Proposal[] {
  const first = is(found, t.Minus) ? -1 : -3
  const [low, minus, high] = [token(first), token(first + 1), token(first + 2)]
  if (!isBound(low) || !is(minus, t.Minus) || !isBound(high)) return []
  const span = { ...spanOf(low), start: low.endOffset! + 1, end: high.startOffset }
  const shape = { shape: 'range-dash', low: low.image, high: high.image } as const
  return [mended(shape, spanOf(low, high), [{ span, text: ' to ' }])]
}

function isBound(token: IToken | undefined): token is IToken {
  return is(token, t.NumberText, t.DateText)
}

/** `50 percent` for `50%`. */
export function percentWord({ found, before, spanOf }: Here): readonly Proposal[] {
  if (found === undefined || !/^(?:percent|pct|per_?cent)$/i.test(found.image) || !is(before, t.NumberText)) return []
  const span = spanOf(before, found)
  return [mended({ shape: 'percent-apart' }, spanOf(found), [{ span, text: `${before.image}%` }])]
}
