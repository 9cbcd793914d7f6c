import type { CstNode, IToken } from 'chevrotain'
import type { Finding } from '../../findings/finding.ts'
import type { Span } from '../../findings/span.ts'

/** What every builder needs besides the node it reads. */
export interface Context {
  readonly file: string
  /** The documentation lines directly before the token that starts at an offset, joined by newlines. */
  readonly docs: ReadonlyMap<number, string>
  /** The column of a token that stands first on its line; null for others. */
  readonly column: (token: IToken) => number | null
  readonly report: (found: Finding) => void
}

export function tokenSpan(token: IToken, at: Context): Span {
  return { file: at.file, start: token.startOffset, end: token.endOffset! + 1 }
}

export function nodeSpan(node: CstNode, at: Context): Span {
  const { startOffset, endOffset } = node.location!
  return { file: at.file, start: startOffset, end: Math.max(startOffset, endOffset! + 1) }
}

/** The empty place behind a node, where a piece that recovery left out should have stood. */
export function behind(span: Span): Span {
  return { file: span.file, start: span.end, end: span.end }
}

export function docOf(node: CstNode, at: Context): string | null {
  return at.docs.get(node.location!.startOffset) ?? null
}

/** The last element, if there is one: what is written twice counts as written last. */
export function last<T>(list: readonly T[] | undefined): T | undefined {
  return list?.[list.length - 1]
}
