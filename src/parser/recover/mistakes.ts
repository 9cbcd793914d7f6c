import { EOF, type TokenType } from 'chevrotain'
import * as t from '../tokens.ts'
import { word } from '../tokens.ts'
import { assumed, type Here, holeText, is, mended, mistake, type Proposal } from './here.ts'
import { kindAround } from './kinds.ts'
import { missingName, missingText, missingType, reservedName, twoWords } from './mistakes/names.ts'
import { decimalComma, hyphenRange, percentWord } from './mistakes/numbers.ts'
import { chainedComparison, missingBrace, openParenthesis, otherSign } from './mistakes/signs.ts'
import { indicatorKind, misspelt, missingSecond, missingWord, misplacedItem, optionInside } from './mistakes/words.ts'

/** One common mistake: where it shows, and what to say of it. */
interface Mistake {
  /** The innermost rule, one of these. */
  readonly rule?: readonly string[]
  /** What alone would have fitted, one of these. */
  readonly expected?: readonly TokenType[]
  /** What stands there instead, one of these; of none, the file ends there. */
  readonly found?: readonly TokenType[]
  /** The likeliest first. A finding with edits is taken only if the edits get reading further. */
  readonly say: (here: Here) => readonly Proposal[]
}

/** Every finding the table has for a fault, the likeliest first; the last one has no edits and always stands. */
export function* mistakesAt(here: Here): Generator<Proposal> {
  for (const { rule, expected, found, say } of mistakes) {
    if (rule !== undefined && !rule.includes(here.rule)) continue
    if (expected !== undefined && (here.expected === null || !expected.includes(here.expected))) continue
    if (found !== undefined && (found.length === 0 ? here.found !== undefined : !is(here.found, ...found))) continue
    yield* say(here)
  }
}

const containers = ['file', 'inputs', 'score', 'dimension', 'segment', 'test', 'block', 'grid']
const closers = [t.RightBrace, EOF]
const expressions = ['expr', 'conj', 'neg', 'comparison', 'sum', 'product', 'unary', 'power', 'primary', 'args']
const values = ['value', 'literal', 'bound', 'outcome', 'cell', 'key', 'claim', 'choice', 'expectation']
const otherSigns = [t.Comma, t.Colon, t.Equal, t.Minus, t.GreaterEqual, t.Greater, t.Arrow]

/** In the order in which they are tried. */
const mistakes: readonly Mistake[] = [
  { rule: ['file'], found: [t.RightBrace], say: takeOut({ shape: 'brace-extra' }) },
  { expected: [t.RightParenthesis], say: openParenthesis },
  { found: [t.RightParenthesis], say: takeOut({ shape: 'parenthesis-extra' }) },

  { found: [t.Comma, t.NumberText], say: decimalComma },
  { rule: ['rowOption'], expected: [word.points], say: hyphenRange },
  { found: [t.Minus], say: hyphenRange },
  { found: [t.Name], say: percentWord },

  { found: [t.Name, ...otherSigns], say: otherSign },
  { found: [t.Comparator], say: chainedComparison },
  { found: [t.Comma], say: takeOut({ shape: 'comma-extra' }) },
  { expected: [t.Sign], found: [t.Band], say: signBefore },
  { expected: [t.LeftBrace], say: missingBrace },

  { rule: ['bandText'], expected: [t.Band], found: [t.Text], say: becauseBand },
  { rule: ['dimension'], found: [word.weight], say: optionInside },
  { rule: ['indicator'], found: [t.Text], say: indicatorKind },
  { say: reservedName },
  { expected: [t.Name, t.Band], say: missingName },
  { expected: [t.Text], say: missingText },
  { rule: ['inputType', 'unit'], found: [t.Name], say: twoWords },
  { rule: ['inputType', 'unit'], say: missingType },
  { say: itemAsName },
  { say: missingSecond },
  { say: misspelt },
  { found: [t.Name], say: twoWords },
  { say: missingWord },

  { rule: expressions, say: missingExpression },
  { expected: [t.NumberText], say: following('number-needed') },
  { rule: ['signed'], say: following('number-needed') },
  { expected: [t.DateText], say: following('date-needed') },
  { rule: values, say: following('value-needed') },
  { expected: [t.Band], say: following('band-needed') },

  { rule: containers, found: [word.model], say: at({ shape: 'header-late' }) },
  { rule: containers, found: [word.import], say: at({ shape: 'import-late' }) },
  { rule: containers, say: misplacedItem },
  { found: [], say: ({ rules, span }) => [mistake({ shape: 'end-early', what: kindAround(rules) }, span)] },
  { say: takeOutUnexpected },
  { rule: containers, expected: closers, say: unknownItem },
  { say: (here) => [mistake({ shape: 'unexpected', found: here.found?.image ?? '' }, here.span)] },
]

type PlainShape = Parameters<typeof mistake>[0]

function at(shape: PlainShape): Mistake['say'] {
  return ({ span }) => [mistake(shape, span)]
}

function takeOut(shape: PlainShape): (here: Pick<Here, 'span'>) => readonly Proposal[] {
  return ({ span }) => [mended(shape, span, [{ span, text: '' }])]
}

/** Never a brace or a keyword that begins an item: without them, everything behind would be read as something else. */
function takeOutUnexpected({ found, span }: Here): readonly Proposal[] {
  if (found === undefined || t.isBrace(found) || t.beginsItem(found)) return []
  return takeOut({ shape: 'unexpected', found: found.image })({ span })
}

function becauseBand({ before, span, spanOf }: Here): readonly Proposal[] {
  return [mistake({ shape: 'because-band' }, before === undefined ? span : spanOf(before))]
}

function following(shape: `${'expression' | 'number' | 'date' | 'value' | 'band'}-needed`): Mistake['say'] {
  return ({ before, span, spanOf }) =>
    before === undefined ? [] : [mistake({ shape, after: before.image }, before === undefined ? span : spanOf(before))]
}

function signBefore({ found, span, gap }: Here): readonly Proposal[] {
  return [mended({ shape: 'sign-needed', before: found!.image }, span, [{ span: gap, text: ' <=' }])]
}

function unknownItem({ rule, found, span }: Here): readonly Proposal[] {
  return found === undefined
    ? []
    : [mistake({ shape: 'item-unknown', found: found.image, where: kindAround([rule]) }, span)]
}

/** Nothing to compute: reading goes on as if there were. */
function missingExpression({ before, gap, spanOf }: Here): readonly Proposal[] {
  if (before === undefined) return []
  const shape = { shape: 'expression-needed', after: before.image } as const
  return [assumed(shape, spanOf(before), [{ span: gap, text: holeText }]), mistake(shape, spanOf(before))]
}

/** `let x =` before `let y = 2`: the second `let` was taken for a name, and the fault shows at `y`. */
function itemAsName({ before, found, token, spanOf }: Here): readonly Proposal[] {
  const earlier = token(-2)
  if (before === undefined || earlier === undefined || !t.beginsItem(before) || !is(found, t.Name, t.Text)) return []
  const end = earlier.endOffset! + 1
  const gap = { ...spanOf(earlier), start: end, end }
  return [
    assumed({ shape: 'expression-needed', after: earlier.image }, spanOf(earlier), [{ span: gap, text: holeText }]),
  ]
}
