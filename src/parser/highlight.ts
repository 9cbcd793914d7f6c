import type { CstElement, IToken } from 'chevrotain'
import { read } from './read.ts'
import * as t from './tokens.ts'
import { keyword } from './tokens.ts'

export type Kind = 'keyword' | 'name' | 'type' | 'number' | 'text' | 'date' | 'sign' | 'comment' | 'documentation'

export interface Colored {
  readonly kind: Kind
  readonly start: number
  readonly end: number
}

/** The words of a text, each with what it is there: a keyword that serves as a name is a name. In order; blanks left out. */
export function tokensOf(text: string, file: string): readonly Colored[] {
  const { attempt, comments } = read(text, file)
  const names = new Set<IToken>()
  const visit = (label: string, element: CstElement) => {
    if (!('children' in element)) {
      if (nameLabels.has(label)) names.add(element)
      return
    }
    for (const [own, list] of Object.entries(element.children)) for (const one of list) visit(own, one)
  }
  visit('file', attempt.cst)
  return [...attempt.tokens, ...comments]
    .filter(({ startOffset, endOffset }) => endOffset! >= startOffset)
    .map((token) => ({
      kind: names.has(token) ? ('name' as const) : kindOf(token),
      start: token.startOffset,
      end: token.endOffset! + 1,
    }))
    .toSorted((a, b) => a.start - b.start)
}

const nameLabels = new Set([
  'Name',
  'Band',
  'color',
  'amended',
  'weights',
  'anchor',
  'cohort',
  'state',
  'log',
  'column',
])

const kinds = new Map<IToken['tokenType'], Kind>([
  [t.PlainName, 'name'],
  [t.QuotedName, 'name'],
  [t.NumberText, 'number'],
  [t.Text, 'text'],
  [t.DateText, 'date'],
  [t.Comment, 'comment'],
  [t.OtherComment, 'comment'],
  [t.DocComment, 'documentation'],
])

function kindOf(token: IToken): Kind {
  if (token.tokenType.CATEGORIES?.includes(t.TypeWord) === true) return 'type'
  return kinds.get(token.tokenType) ?? (keyword(token.image) === undefined ? 'sign' : 'keyword')
}
