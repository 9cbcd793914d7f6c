import type { IToken, TokenType } from 'chevrotain'
import { distance } from 'fastest-levenshtein'
import type { Shape } from '../../../findings/catalogue/shapes.ts'
import type { Span } from '../../../findings/span.ts'
import * as t from '../../tokens.ts'
import { beginsItem, contextualWords, keyword, reservedWords, word } from '../../tokens.ts'
import { type Here, mended, mistake, type Proposal } from '../here.ts'
import { kindAround } from '../kinds.ts'
import { rewrite } from '../slip.ts'

const allWords = [...contextualWords, ...reservedWords] as const

/** What people write who come from elsewhere. */
const habits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    metric: 'measure',
    kpi: 'measure',
    category: 'dimension',
    pillar: 'dimension',
    group: 'dimension',
    input: 'inputs',
    field: 'inputs',
    variable: 'let',
    var: 'let',
    const: 'let',
    if: 'when',
    unless: 'when',
    default: 'otherwise',
    extends: 'amends',
    threshold: 'weight',
    maximum: 'max',
    minimum: 'min',
    average: 'mean',
  }),
)

/** A word nearly that of a keyword, or that of another language; the fault may show only behind it. */
export function misspelt({ found, before, spanOf }: Here): readonly Proposal[] {
  const isWord = found !== undefined && keyword(found.image) !== undefined
  return [...respelt(found, spanOf, isWord ? 0 : 2, 4), ...respelt(before, spanOf, 1, 2)]
}

function respelt(token: IToken | undefined, spanOf: Here['spanOf'], most: number, many: number): readonly Proposal[] {
  if (token === undefined || !/^\p{L}{2}/u.test(token.image)) return []
  const written = token.image
  const span = spanOf(token)
  const lower = written.toLowerCase()
  const reach = lower.length < 4 ? Math.min(1, most) : most
  const near = allWords
    .map((text) => ({ text, far: distance(text, lower) }))
    .filter(({ text, far }) => text !== written && far <= reach && far < text.length)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, many)
  const candidates = [...near.map(({ text }) => text), habits.get(lower) ?? []].flat()
  return candidates.map((meant) => mended({ shape: 'misspelt', written, meant }, span, [{ span, text: meant }]))
}

/** Words that may be missing where the grammar had a choice. */
const likely: Readonly<Record<string, readonly string[]>> = {
  segment: ['when', 'amends'],
  decimals: ['decimals', 'decimal'],
  duration: ['days'],
  modifierOption: ['of'],
  figure: ['share of'],
}

/** A keyword that was left out: put in before what does not fit. */
export function missingWord({ expected, rule, found, before, gap, span, spanOf }: Here): readonly Proposal[] {
  if (before === undefined) return []
  const certain = expected === null ? undefined : spelling(expected)
  const proposals = [...(certain === undefined ? [] : [certain]), ...(likely[rule] ?? [])]
  const say = (text: string, edited: boolean): Proposal => {
    const [shape, place]: [Shape, Span] =
      found === undefined || certain !== text
        ? [{ shape: 'word-needed-last', word: text, after: before.image }, spanOf(before)]
        : [{ shape: 'word-needed', word: text, before: found.image }, span]
    return edited ? mended(shape, place, [{ span: gap, text: ` ${text}` }]) : mistake(shape, place)
  }
  return [...proposals.map((text) => say(text, true)), ...(certain === undefined ? [] : [say(certain, false)])]
}

const spellings = new Map<TokenType, string>([
  ...allWords.map((text) => [word[text], text] as const),
  [t.Equal, '='],
  [t.Arrow, '=>'],
  [t.Colon, ':'],
  [t.Over, '/'],
])

function spelling(type: TokenType): string | undefined {
  return spellings.get(type)
}

/** What must come directly behind keywords that are names if it does not. */
const seconds: ReadonlyMap<string, string> = new Map([
  ['weighted', 'by'],
  ['including', 'parent'],
  ['of', 'children'],
])

/** A keyword whose second half was left out. */
export function missingSecond({ found, spanOf }: Here): readonly Proposal[] {
  const text = found === undefined ? undefined : seconds.get(found.image)
  if (found === undefined || text === undefined) return []
  const span = spanOf(found)
  const shape = { shape: 'word-needed-last', word: text, after: found.image } as const
  return [mended(shape, span, [{ span: { ...span, start: span.end }, text: ` ${text}` }])]
}

/** An indicator that does not say which kind it is; both are offered, and reading goes on as for a risk. */
export function indicatorKind({ span }: Here): readonly Proposal[] {
  const place = { ...span, end: span.start }
  const [risk, opportunity] = ['risk ', 'opportunity '].map((text) => rewrite(place, text))
  const { finding, edits } = mended({ shape: 'indicator-kind' }, span, risk!.edits)
  return [{ finding: { ...finding, fixes: [risk!, opportunity!] }, edits }]
}

/** `dimension x { weight 30% …`: the weight goes before the brace. */
export function optionInside({ found, rule, token, spanOf }: Here): readonly Proposal[] {
  if (rule !== 'dimension' || found?.tokenType !== word.weight) return []
  const shape = { shape: 'option-inside', word: found.image, what: kindAround([rule]) } as const
  const number = token(1)
  let back = -1
  for (let open = 1; ; back -= 1) {
    const earlier = token(back)
    if (earlier === undefined) return [mistake(shape, spanOf(found))]
    if (earlier.tokenType === t.RightBrace) open += 1
    if (earlier.tokenType === t.LeftBrace) open -= 1
    if (open === 0) break
  }
  const brace = spanOf(token(back)!)
  if (number?.tokenType !== t.NumberText) return [mistake(shape, spanOf(found))]
  const moved = { span: { ...brace, end: brace.start }, text: `weight ${number.image} ` }
  return [mended(shape, spanOf(found), [moved, { span: spanOf(found, number), text: '' }])]
}

export function misplacedItem({ rule, found, span }: Here): readonly Proposal[] {
  if (found === undefined || !beginsItem(found) || found.tokenType === word.missing || rule === 'file') return []
  return [mistake({ shape: 'item-misplaced', word: found.image, where: kindAround([rule]) }, span)]
}
