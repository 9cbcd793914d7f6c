import { type IToken, tokenMatcher } from 'chevrotain'
import * as t from '../../tokens.ts'
import { type Here, is, mended, mistake, type Proposal } from '../here.ts'
import { kindAround } from '../kinds.ts'

/** A sign where none, or another, belongs. */
export function otherSign({ found, expected, token, span, spanOf }: Here): readonly Proposal[] {
  const next = token(1)
  if (found === undefined) return []
  const sign = found.image
  const type = found.tokenType
  if (tokenMatcher(found, t.Name)) return colonBehind(next, spanOf)
  if (type === t.Comma) return colonBehind(token(2), spanOf)
  const pointer = type === t.Minus && is(next, t.Greater) && next.startOffset === found.endOffset! + 1
  if (pointer) return [meant(spanOf(found, next), '->', '=>'), meant(spanOf(found, next), '->', '=')]
  if (type === t.Minus) return []
  const others = [t.Arrow, t.Equal, t.GreaterEqual].filter((other) => other !== type)
  const wanted = others.find((other) => other === expected)
  const takenOut = mended({ shape: 'sign-extra', sign }, span, [{ span, text: '' }])
  if (wanted !== undefined) return [meant(span, sign, textOf(wanted)), takenOut]
  if (type === t.Arrow) return [meant(span, sign, '>=')]
  if (type === t.Equal) return [takenOut, meant(span, sign, '=>')]
  return type === t.Colon ? [takenOut, meant(span, sign, '=')] : []
}

/** `poor: Poor`, `weight: 5%`: the fault shows at the name. */
function colonBehind(colon: IToken | undefined, spanOf: Here['spanOf']): readonly Proposal[] {
  if (!is(colon, t.Colon)) return []
  const span = spanOf(colon)
  return [mended({ shape: 'sign-extra', sign: ':' }, span, [{ span, text: '' }]), meant(span, ':', '=')]
}

function textOf(type: typeof t.Arrow): string {
  if (type === t.Arrow) return '=>'
  return type === t.Equal ? '=' : '>='
}

function meant(span: Here['span'], sign: string, other: string): Proposal {
  return mended({ shape: 'sign-other', sign, meant: other }, span, [{ span, text: other }])
}

/** `a < b < c`. */
export function chainedComparison({ found, before, token, span, gap }: Here): readonly Proposal[] {
  if (found === undefined || !is(before, t.Name, t.NumberText, t.DateText) || !is(token(-2), t.Comparator)) return []
  const joined = [{ span: gap, text: ` and ${before.image}` }]
  return [mended({ shape: 'comparison-chained' }, span, joined), mistake({ shape: 'comparison-chained' }, span)]
}

/** Points at the parenthesis that was opened, and closes it before what does not fit; a text that is open there would swallow that. */
export function openParenthesis({ token, spanOf, gap }: Here): readonly Proposal[] {
  let depth = 1
  for (let back = -1; ; back -= 1) {
    const earlier = token(back)
    if (earlier === undefined) return []
    if (is(earlier, t.RightParenthesis)) depth += 1
    if (is(earlier, t.LeftParenthesis)) depth -= 1
    if (depth > 0) continue
    const span = spanOf(earlier)
    const pointed = mistake({ shape: 'parenthesis-unclosed' }, span)
    if (isOpenText(token(-1))) return [pointed]
    return [mended({ shape: 'parenthesis-unclosed' }, span, [{ span: gap, text: ')' }]), pointed]
  }
}

/** A text that was read to the end of its line has a quote more than the source. */
function isOpenText(token: IToken | undefined): boolean {
  return is(token, t.Text) && token.image.length > token.endOffset! + 1 - token.startOffset
}

export function missingBrace({ rule, before, gap, spanOf }: Here): readonly Proposal[] {
  if (before === undefined) return []
  return [mended({ shape: 'brace-needed', what: kindAround([rule]) }, spanOf(before), [{ span: gap, text: ' {' }])]
}
