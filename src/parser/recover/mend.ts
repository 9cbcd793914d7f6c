import type { IToken, TokenType } from 'chevrotain'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Span } from '../../findings/span.ts'
import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { rewrite, slip } from './slip.ts'

interface Place {
  readonly token: IToken
  readonly span: Span
  /** The last token that was kept. */
  readonly before: IToken | undefined
  readonly after: IToken | undefined
  readonly report: (found: Finding) => void
}

/** What stands in place of a token: itself, another, or nothing; `joins` when it also swallows its neighbour. */
interface Mended {
  readonly token: IToken | null
  readonly joins?: 'before' | 'after'
  readonly behind?: readonly IToken[]
}

/**
 * Mends what people type or paste by habit: each slip becomes what was meant, with a finding that says so. Afterwards
 * the tokens are only such as the grammar knows.
 */
export function mend(tokens: readonly IToken[], file: string, report: (found: Finding) => void): IToken[] {
  const kept: IToken[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]!
    const slipOf = slips.get(token.tokenType)
    if (slipOf === undefined) {
      kept.push(token)
      continue
    }
    const span = { file, start: token.startOffset, end: token.endOffset! + 1 }
    const mended = slipOf({ token, span, before: kept.at(-1), after: tokens[index + 1], report })
    if (mended.joins === 'before') kept.pop()
    if (mended.joins === 'after') index += 1
    if (mended.token !== null) kept.push(mended.token, ...(mended.behind ?? []))
  }
  return kept
}

const slips = new Map<TokenType, (place: Place) => Mended>([
  [t.OtherText, otherQuotes],
  [t.OpenText, openText],
  [t.OpenName, openName],
  [t.OtherAnd, spelt(word.and, 'and')],
  [t.OtherOr, spelt(word.or, 'or')],
  [t.OtherNot, spelt(word.not, 'not')],
  [t.Equal, spelt(t.Equal, '=')],
  [t.LessEqual, spelt(t.LessEqual, '<=', '≤')],
  [t.GreaterEqual, spelt(t.GreaterEqual, '>=', '≥')],
  [t.NotEqual, spelt(t.NotEqual, '!=', '≠')],
  [t.LeftParenthesis, spelt(t.LeftParenthesis, '(')],
  [t.RightParenthesis, spelt(t.RightParenthesis, ')')],
  [t.Dash, dash],
  [t.Semicolon, semicolon],
  [t.PercentSign, percent],
  [t.Dot, point],
  [t.NumberText, number],
  [t.PlainName, name],
])

function as(token: IToken, type: TokenType, image: string): IToken {
  return { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx!, image }
}

function otherQuotes({ token, span, report }: Place): Mended {
  const image = `"${token.image.slice(1, -1).replaceAll('\\', '\\\\')}"`
  report(slip({ shape: 'quotes' }, span, rewrite(span, image)))
  return { token: as(token, t.Text, image) }
}

/** Takes the rest of the line as the text, but leaves braces at its end to close what they close. */
function openText({ token, span, report }: Place): Mended {
  const written = token.image.replace(/[\s}]*$/, '').replace(/\\$/, '')
  const end = span.start + written.length
  report(slip({ shape: 'text-open' }, { ...span, end }, rewrite({ ...span, start: end, end }, '"')))
  const braces = [...token.image.slice(written.length).matchAll(/\}/g)].map(({ index }) => ({
    ...as(token, t.RightBrace, '}'),
    startOffset: end + index,
    endOffset: end + index,
  }))
  return { token: { ...as(token, t.Text, `${written}"`), endOffset: end - 1 }, behind: braces }
}

function openName({ token, span, report }: Place): Mended {
  const bare = /^`[\p{L}\p{M}\p{N}_]*/u.exec(token.image)![0]
  report(slip({ shape: 'name-open' }, span))
  return { token: bare.length < 2 ? null : as(token, t.QuotedName, `${bare}\``) }
}

/** Spellings of other languages. */
function spelt(type: TokenType, meant: string, ...alsoFine: string[]): (place: Place) => Mended {
  return ({ token, span, before, after, report }) => {
    if (token.image === meant || alsoFine.includes(token.image)) return { token }
    const apart = /\w/.test(meant)
    const left = apart && before?.endOffset === span.start - 1 ? ' ' : ''
    const right = apart && after?.startOffset === span.end ? ' ' : ''
    const fix = rewrite(span, left + meant + right)
    report(slip({ shape: 'spelling', written: token.image, meant }, span, fix))
    return { token: as(token, type, meant) }
  }
}

/** Between two numbers a dash makes a range; elsewhere it is a minus. */
function dash({ token, span, before, after, report }: Place): Mended {
  if (before?.tokenType === t.NumberText && after?.tokenType === t.NumberText) {
    const shape = { shape: 'range-dash', low: before.image, high: after.image } as const
    const whole = { ...span, start: before.endOffset! + 1, end: after.startOffset }
    report(slip(shape, span, rewrite(whole, ' to ')))
    return { token: as(token, word.to, 'to') }
  }
  report(slip({ shape: 'spelling', written: token.image, meant: '-' }, span, rewrite(span, '-')))
  return { token: as(token, t.Minus, '-') }
}

function semicolon({ span, report }: Place): Mended {
  report(slip({ shape: 'semicolon' }, span, rewrite(span, '')))
  return { token: null }
}

function percent({ token, span, before, report }: Place): Mended {
  if (before?.tokenType !== t.NumberText || before.image.endsWith('%')) {
    report(finding('syntax-character', { text: '%' }, { span }))
    return { token: null }
  }
  report(slip({ shape: 'percent-apart' }, span, rewrite({ ...span, start: before.endOffset! + 1 }, '%')))
  return { token: { ...before, image: `${before.image}%`, endOffset: token.endOffset! }, joins: 'before' }
}

/** `. 2` with a space, as pages print it. */
function point({ token, span, before, after, report }: Place): Mended {
  const decimals = after?.tokenType === t.NumberText && /^\d/.test(after.image) ? after : undefined
  if (decimals === undefined || decimals.startOffset === span.end || before?.endOffset === span.start - 1)
    return { token }
  const joined = { ...decimals, image: `.${decimals.image}`, startOffset: span.start }
  report(ambiguous(joined, { ...span, end: decimals.endOffset! + 1 }))
  return { token: joined, joins: 'after' }
}

function number({ token, span, before, report }: Place): Mended {
  const partOfMore = before?.tokenType === t.NumberText && before.endOffset === span.start - 1
  if (token.image.startsWith('.') && !partOfMore) report(ambiguous(token, span))
  return { token }
}

function ambiguous(token: IToken, span: Span): Finding {
  const meant = `0${token.image}`
  return finding('number-ambiguous', { written: token.image, meant }, { span, fixes: [rewrite(span, meant)] })
}

const exactName = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/** The lexer takes letters by range; what is no letter after all is named here. */
function name({ token, span, report }: Place): Mended {
  if (/^\w+$/.test(token.image) || exactName.test(token.image)) return { token }
  const text = /[^\p{L}\p{M}\p{N}_]+/u.exec(token.image)?.[0] ?? token.image
  report(finding('syntax-character', { text: visible(text) }, { span }))
  return { token }
}

/** Text as it can be shown: control characters and halves of pairs by their number. */
export function visible(text: string): string {
  const short = text.length > 20 ? `${text.slice(0, 20)}…` : text
  return short.replace(
    /\p{C}/gu,
    (character) => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
  )
}
