import { type IToken, type TokenType, tokenMatcher } from 'chevrotain'
import type { Shape } from '../../findings/catalogue/shapes.ts'
import type { Edit, Finding } from '../../findings/finding.ts'
import type { Span } from '../../findings/span.ts'
import type { Fault } from './attempt.ts'
import { rewrite, slip } from './slip.ts'

/** A fault as the table of mistakes looks at it. */
export interface Here {
  readonly rule: string
  readonly rules: readonly string[]
  readonly expected: TokenType | null
  /** The token that does not fit; undefined at the end of the file. */
  readonly found: IToken | undefined
  readonly before: IToken | undefined
  /** A token by its distance from the one that does not fit. */
  readonly token: (offset: number) => IToken | undefined
  readonly spanOf: (first: IToken, last?: IToken) => Span
  /** The empty place behind the token before. */
  readonly gap: Span
  /** The token that does not fit, or at the end the last one. */
  readonly span: Span
}

export function hereOf(fault: Fault, tokens: readonly IToken[], file: string): Here {
  const token = (offset: number) => tokens[fault.index + offset]
  const spanOf = (first: IToken, last = first) => ({ file, start: first.startOffset, end: last.endOffset! + 1 })
  const [found, before] = [token(0), token(-1)]
  const end = before === undefined ? 0 : before.endOffset! + 1
  const shown = found ?? before
  return {
    rule: fault.rules[0] ?? 'file',
    rules: fault.rules,
    expected: fault.expected,
    found,
    before,
    token,
    spanOf,
    gap: { file, start: end, end },
    span: shown === undefined ? { file, start: 0, end: 0 } : spanOf(shown),
  }
}

export function is(token: IToken | undefined, ...types: TokenType[]): token is IToken {
  return token !== undefined && types.some((type) => tokenMatcher(token, type))
}

/** What may be said of a fault. With edits it is said only if reading gets further once they are made. */
export interface Proposal {
  readonly finding: Finding
  readonly edits: readonly Edit[] | null
}

/** A mistake that nobody can mend but the author. */
export function mistake(shape: Shape, span: Span): Proposal {
  return { finding: slip(shape, span), edits: null }
}

/** A mistake with the edits that would mend it. */
export function mended(shape: Shape, span: Span, edits: readonly Edit[]): Proposal {
  const [only] = edits
  const title = edits.length === 1 && only !== undefined ? rewrite(only.span, only.text).title : 'write it so'
  return { finding: slip(shape, span, { title, edits }), edits }
}

/** The text of an edit that only reading makes: it holds the place of an expression that is not there. */
export const holeText = '\u0000'

/** A mistake that is read as if something stood there, though nobody but the author can say what. */
export function assumed(shape: Shape, span: Span, edits: readonly Edit[]): Proposal {
  return { finding: slip(shape, span), edits }
}
