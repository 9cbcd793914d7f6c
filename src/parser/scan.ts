import { type ILexingError, type IToken, Lexer } from 'chevrotain'
import { DocComment, keyword, PlainName, tokenTypes } from './tokens.ts'

const lexer = new Lexer([...tokenTypes], {
  positionTracking: 'onlyOffset',
  ensureOptimizations: true,
  skipValidations: true,
})

export interface Scanned {
  readonly tokens: readonly IToken[]
  /** Comments of every kind, in order. */
  readonly comments: readonly IToken[]
  /** Stretches that belong to no token. */
  readonly strays: readonly Pick<ILexingError, 'offset' | 'length'>[]
}

/** Text to tokens. Plain names that spell a keyword become that keyword; offsets are into the text as given. */
export function scan(text: string): Scanned {
  const { tokens, groups, errors } = lexer.tokenize(text)
  const comments = groups['comments'] ?? []
  for (const token of tokens) {
    withEnd(token)
    const word = token.tokenType === PlainName ? keyword(token.image) : undefined
    if (word !== undefined) {
      token.tokenType = word
      token.tokenTypeIdx = word.tokenTypeIdx!
    }
  }
  for (const comment of comments) withEnd(comment)
  return { tokens, comments, strays: errors }
}

/** Tracking offsets only, the lexer leaves out the end, from which the parser makes the ends of nodes. */
function withEnd(token: IToken): void {
  token.endOffset = token.startOffset + token.image.length - 1
}

/** The documentation before each token that has some: `///` lines with no other token between, without their slashes. */
export function documentation({ tokens, comments }: Pick<Scanned, 'tokens' | 'comments'>): ReadonlyMap<number, string> {
  const docs = new Map<number, string>()
  const lines = comments.filter((comment) => comment.tokenType === DocComment)
  let next = 0
  for (const token of tokens) {
    const own: string[] = []
    for (let line = lines[next]; line !== undefined && line.startOffset < token.startOffset; line = lines[next]) {
      own.push(line.image.slice(3).replace(/^ /, '').trimEnd())
      next += 1
    }
    if (own.length > 0) docs.set(token.startOffset, own.join('\n'))
  }
  return docs
}
