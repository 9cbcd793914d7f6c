import { createToken, Lexer, type TokenType } from 'chevrotain'

/** Taken apart at spaces. */
type Words<S extends string> = S extends `${infer First} ${infer Rest}` ? First | Words<Rest> : S

/** The words of a text, each with its own type. */
export const words = <S extends string>(text: S): readonly Words<S>[] => text.split(' ') as Words<S>[]

/** Words that mean the same everywhere; as a name they need backticks. */
export const reservedWords = words(
  'and or not is if then else missing yes no otherwise when as_of score points band unscored first all on off',
)

/** Words that begin an item of a file or a group. */
export const itemWords = [
  ...words('inputs let ladder dimension measure segment indicator result portfolio test'),
  ...words('weights applies exclusive scale show bands higher judge combine round withhold'),
  ...words('bonus penalty multiply cap floor override'),
] as const

export const typeWords = words('count number percent ratio days money text date')

/** Words that mean something in one place and are ordinary names in every other. */
export const contextualWords = [
  ...itemWords,
  ...typeWords,
  ...words('import as model version effective amends from one of in to key parent weight given segments'),
  ...words('decimal decimals even worse better shown exact mean sum min max worst best product rescaled up down'),
  ...words('below coverage skip stale after weeks day week by because do scoring above under line hold extend'),
  ...words('grid across row at until reason required risk opportunity share accounts weighted where index since'),
  ...words('within children including expect case none'),
  ...words('increase decrease change previous distinct stickiness average last streak with over months'),
] as const

type Word = (typeof reservedWords)[number] | (typeof contextualWords)[number]

const category = (name: string, ...categories: TokenType[]): TokenType =>
  createToken({ name, pattern: Lexer.NA, categories })

/** Wherever a band is asked for: a name, or `unscored`. */
export const Band = category('Band')
/** Every name: plain, in backticks, or a contextual keyword. */
export const Name = category('Name', Band)
export const TypeWord = category('TypeWord')
/** `=`, `!=` and the four signs. */
export const Comparator = category('Comparator')
export const Sign = category('Sign', Comparator)

function categoriesOf(word: string): TokenType[] {
  if (word === 'unscored') return [Band]
  if ((reservedWords as readonly string[]).includes(word)) return []
  return (typeWords as readonly string[]).includes(word) ? [Name, TypeWord] : [Name]
}

/** The keywords. They are told from plain names after lexing, by their text. */
export const word = Object.fromEntries(
  [...reservedWords, ...contextualWords].map((text) => [
    text,
    createToken({ name: `${text}Word`, label: `\`${text}\``, pattern: Lexer.NA, categories: categoriesOf(text) }),
  ]),
) as Record<Word, TokenType>

const keywordOf = new Map<string, TokenType>(Object.entries(word))

const sign = (name: string, text: string, ...categories: TokenType[]): TokenType =>
  createToken({ name, label: `\`${text}\``, pattern: text, categories })

export const LessEqual = createToken({ name: 'LessEqual', label: '`<=`', pattern: /<=|=<|≤/, categories: Sign })
export const GreaterEqual = createToken({ name: 'GreaterEqual', label: '`>=`', pattern: />=|≥/, categories: Sign })
export const NotEqual = createToken({ name: 'NotEqual', label: '`!=`', pattern: /!=|<>|≠/, categories: Comparator })
export const Arrow = sign('Arrow', '=>')
export const Less = sign('Less', '<', Sign)
export const Greater = sign('Greater', '>', Sign)
export const Equal = createToken({ name: 'Equal', label: '`=`', pattern: /==?/, categories: Comparator })
export const Plus = sign('Plus', '+')
export const Minus = createToken({ name: 'Minus', label: '`-`', pattern: /[-−]/ })
export const Times = createToken({ name: 'Times', label: '`*`', pattern: /[*×]/ })
export const Over = createToken({ name: 'Over', label: '`/`', pattern: /[/÷]/ })
export const Power = sign('Power', '^')
export const LeftBrace = sign('LeftBrace', '{')
export const RightBrace = sign('RightBrace', '}')
export const LeftParenthesis = createToken({ name: 'LeftParenthesis', label: '`(`', pattern: /[([]/ })
export const RightParenthesis = createToken({ name: 'RightParenthesis', label: '`)`', pattern: /[)\]]/ })
export const Comma = sign('Comma', ',')
export const Colon = sign('Colon', ':')
export const Dot = sign('Dot', '.')

export const DateText = createToken({ name: 'DateText', label: 'a date', pattern: /\d{4}-\d{2}-\d{2}(?!\d)/ })
export const NumberText = createToken({
  name: 'NumberText',
  label: 'a number',
  pattern: /(?:\d[\d_]*(?:\.\d[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?%?/,
})
export const Text = createToken({ name: 'Text', label: 'a text in quotes', pattern: /"(?:[^"\\\n\r]|\\[^\n\r])*"/ })
export const QuotedName = createToken({
  name: 'QuotedName',
  label: 'a name',
  pattern: /`[^`\n\r]+`/,
  categories: Name,
})

/**
 * Letters are taken by range, so that the lexer can pick by first character; `mend` then holds each name to the exact
 * Unicode classes.
 */
export const PlainName = createToken({
  name: 'PlainName',
  label: 'a name',
  pattern:
    /[A-Za-z_ªµºÀ-ÖØ-öø-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\ud7ff\ud800-\udfff\uf900-\ufdff\ufe70-\ufefc\uff10-\uffdc][\w\u0300-\u036fªµºÀ-ÖØ-öø-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\ud7ff\ud800-\udfff\uf900-\ufdff\ufe70-\ufefc\uff10-\uffdc]*/,
  categories: Name,
})

// What people type or paste instead: `mend` turns each into what was meant, with a finding.
export const OtherText = createToken({
  name: 'OtherText',
  pattern: /[“”„«»][^“”„«»"\n\r]*[“”«»"]|'[^'"\n\r]*'|[‘’][^‘’'"\n\r]*[‘’']/,
  start_chars_hint: [...`“”„«»'‘’`],
})
export const OpenText = createToken({ name: 'OpenText', pattern: /"[^\n\r]*/ })
export const OpenName = createToken({ name: 'OpenName', pattern: /`[^`\n\r]*`?/ })
export const OtherAnd = createToken({ name: 'OtherAnd', pattern: /&&?/ })
export const OtherOr = createToken({ name: 'OtherOr', pattern: /\|\|?/ })
export const OtherNot = createToken({ name: 'OtherNot', pattern: '!' })
export const Dash = createToken({ name: 'Dash', pattern: /[–—‐‑‒―]/ })
export const Semicolon = createToken({ name: 'Semicolon', pattern: ';' })
export const PercentSign = createToken({ name: 'PercentSign', pattern: '%' })

export const OtherComment = createToken({
  name: 'OtherComment',
  pattern: /#[^\n\r]*|\/\*[^]*?\*\//,
  start_chars_hint: ['#', '/'],
  line_breaks: true,
  group: 'comments',
})
/** Put in while reading on after a mistake, where an expression should be; no text spells it. */
export const Hole = category('Hole')

export const DocComment = createToken({ name: 'DocComment', pattern: /\/\/\/[^\n\r]*/, group: 'comments' })
export const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\n\r]*/, group: 'comments' })
export const Blank = createToken({
  name: 'Blank',
  pattern: /[\s\ufeff\u200b\u2060]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
})

const literalsAndBlanks = [Blank, DocComment, Comment, OtherComment, DateText, NumberText, Text, QuotedName, PlainName]
const slips = [OtherText, OpenText, OpenName, OtherAnd, OtherOr, OtherNot, Dash, Semicolon, PercentSign]
const comparisons = [LessEqual, GreaterEqual, NotEqual, Arrow, Less, Greater, Equal]
const signs = [
  Plus,
  Minus,
  Times,
  Over,
  Power,
  LeftBrace,
  RightBrace,
  LeftParenthesis,
  RightParenthesis,
  Comma,
  Colon,
  Dot,
]

/** In the order the lexer tries them. */
export const tokenTypes: readonly TokenType[] = [...literalsAndBlanks, ...comparisons, ...signs, ...slips]

/** Those and the keywords and categories: what the grammar speaks of. */
export const vocabulary: readonly TokenType[] = [
  ...tokenTypes,
  ...Object.values(word),
  Hole,
  Band,
  Name,
  TypeWord,
  Comparator,
  Sign,
]

/** The keyword a plain name spells, if any. */
export function keyword(text: string): TokenType | undefined {
  return keywordOf.get(text)
}

export const typesOf = (...spelled: Word[]): ReadonlySet<TokenType> => new Set(spelled.map((text) => word[text]))

const beginnings = typesOf(...itemWords, 'missing', 'otherwise', 'score')

/** Whether the token is a word that begins an item. */
export function beginsItem(token: { readonly tokenType: TokenType }): boolean {
  return beginnings.has(token.tokenType)
}

const measureOptions = typesOf(
  ...words('line grid even weight applies stale round because do scoring'),
  ...words('bonus penalty multiply cap floor override'),
)

/** Whether the token is a contextual keyword that begins an option of a measure. */
export function beginsMeasureOption(token: { readonly tokenType: TokenType }): boolean {
  return measureOptions.has(token.tokenType)
}

export function isBrace(token: { readonly tokenType: TokenType }): boolean {
  return token.tokenType === LeftBrace || token.tokenType === RightBrace
}
