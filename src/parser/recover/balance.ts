import type { IToken } from 'chevrotain'
import type { Finding } from '../../findings/finding.ts'
import { LeftBrace, RightBrace, typesOf, TypeWord, words } from '../tokens.ts'
import * as t from '../tokens.ts'
import { rewrite, slip } from './slip.ts'

interface Open {
  readonly brace: IToken
  /** Of the line on which the block begins. */
  readonly indent: number
  /** Whether it holds rows of a measure: no item can stand inside. */
  readonly rows: boolean
}

/**
 * Closes the braces that nobody closed, where the layout says they should have been, so that what follows is read as what
 * it is. Files whose braces are even, or that close too many, are left alone.
 */
export function balance(
  tokens: readonly IToken[],
  text: string,
  file: string,
  report: (found: Finding) => void,
): readonly IToken[] {
  const opened = tokens.reduce((sum, { tokenType }) => sum + Number(tokenType === LeftBrace), 0)
  const closed = tokens.reduce((sum, { tokenType }) => sum + Number(tokenType === RightBrace), 0)
  if (opened <= closed) return tokens
  let wanted = opened - closed
  const output: IToken[] = []
  const stack: Open[] = []
  let head: IToken | undefined

  const close = (open: Open) => {
    wanted -= 1
    const before = output.at(-1)!
    const place = before.endOffset! + 1
    output.push({ ...before, ...brace, startOffset: place, endOffset: place - 1 })
    const indent = ' '.repeat(open.indent)
    const span = { file, start: open.brace.startOffset, end: open.brace.startOffset + 1 }
    const found = slip({ shape: 'brace-unclosed' }, span, rewrite({ file, start: place, end: place }, `\n${indent}}`))
    const label = 'closed before this, by the look of it'
    report({ ...found, related: [{ span: { file, start: place, end: place }, label }] })
  }

  /** How many of the open blocks must have ended before a token that stands first on its line. */
  const endedBefore = (token: IToken, indent: number, index: number): number => {
    const staying = stack.findLastIndex((open) => !endsBefore(open, token, indent, stack, tokens, index))
    return Math.min(wanted, stack.length - 1 - staying)
  }

  const layoutAt = layoutOf(text)
  tokens.forEach((token, index) => {
    const { indent, first } = layoutAt(token)
    const ended = first ? endedBefore(token, indent, index) : 0
    for (const open of stack.splice(stack.length - ended).toReversed()) close(open)
    if (heads.has(token.tokenType)) head = token
    if (token.tokenType === LeftBrace) {
      const rows = head !== undefined && rowHeads.has(head.tokenType)
      stack.push({ brace: token, indent, rows })
      head = undefined
    } else if (token.tokenType === RightBrace) stack.pop()
    output.push(token)
  })
  for (const open of stack.toReversed().slice(0, wanted)) close(open)
  return output
}

const brace = { tokenType: RightBrace, tokenTypeIdx: RightBrace.tokenTypeIdx!, image: '}' }
const heads = typesOf(...words('inputs score dimension segment test measure first all grid'))
const rowHeads = typesOf(...words('measure first all grid'))
const items = typesOf(...words('inputs let ladder dimension measure segment indicator result portfolio test'))
const fileItems = typesOf(...words('inputs let ladder segment indicator result portfolio test'))

/** Whether a block must have ended before a token that stands first on its line, at a column. */
function endsBefore(
  open: Open,
  token: IToken,
  column: number,
  stack: readonly Open[],
  tokens: readonly IToken[],
  index: number,
): boolean {
  if (token.tokenType === RightBrace) return open.indent > column && stack.some(({ indent }) => indent === column)
  if (!items.has(token.tokenType) || !looksLikeItem(tokens, index)) return false
  if (fileItems.has(token.tokenType) || open.rows) return true
  return token.tokenType !== t.word.measure && column <= open.indent
}

/** A word that begins an item, and not the name of an input. */
function looksLikeItem(tokens: readonly IToken[], index: number): boolean {
  const [own, next, third] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  if (next === undefined || own === undefined) return false
  if (own.tokenType === t.word.inputs) return next.tokenType === LeftBrace || next.tokenType === t.word.from
  if (own.tokenType === t.word.test) return next.tokenType === t.Text
  const isName = next.tokenType === t.PlainName || next.tokenType === t.QuotedName
  const isTyped = next.tokenType.CATEGORIES?.includes(TypeWord) === true
  return isName || (!isTyped && third?.tokenType === t.Text)
}

interface Layout {
  /** The indent of the line a token stands on. */
  readonly indent: number
  /** Whether it is the first on its line. */
  readonly first: boolean
}

/** Of each token in turn; asked in the order of the text, so that every line is looked at once. */
function layoutOf(text: string): (token: IToken) => Layout {
  let line = 0
  let next = 0
  let indent = 0
  return ({ startOffset }) => {
    while (next <= startOffset) {
      line = next
      indent = /[^\S\n\r]*/y.exec(text.slice(line, line + 200))![0].length
      const end = /\r\n|\n|\r/g
      end.lastIndex = line
      next = end.test(text) ? end.lastIndex : Infinity
    }
    return { indent, first: startOffset === line + indent }
  }
}
