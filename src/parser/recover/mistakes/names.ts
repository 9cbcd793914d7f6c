import { distance } from 'fastest-levenshtein'
import * as t from '../../tokens.ts'
import { reservedWords, typesOf, typeWords, words } from '../../tokens.ts'
import { type Here, is, mended, mistake, type Proposal } from '../here.ts'
import { kindAround } from '../kinds.ts'

const reserved = typesOf(...reservedWords)
const operators = typesOf(...words('and or not is then else when'))

/** A reserved word used as a name. */
export function reservedName({ found, expected, rule, span }: Here): readonly Proposal[] {
  if (found === undefined || !reserved.has(found.tokenType)) return []
  const inExpression = rule === 'primary' || rule === 'neg'
  const asked = expected === t.Name || expected === t.Band || rule === 'inputs' || inExpression
  if (!asked || (inExpression && operators.has(found.tokenType))) return []
  const quoted = [{ span, text: `\`${found.image}\`` }]
  return [mended({ shape: 'name-reserved', word: found.image }, span, quoted)]
}

const named = ['header', 'letItem', 'measure', 'dimension', 'segment', 'result', 'portfolio']

/** A label where the name should stand is turned into one. */
export function missingName({ found, rule, rules, before, span, spanOf }: Here): readonly Proposal[] {
  if (!named.includes(rule) || before === undefined) return []
  const shape = { shape: 'name-needed', what: kindAround(rules) } as const
  const bare = mistake(shape, spanOf(before))
  if (!is(found, t.Text)) return [bare]
  const name = found.image
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  if (!/^\p{L}/u.test(name)) return [bare]
  return [mended(shape, span, [{ span: { ...span, end: span.start }, text: `${name} ` }]), bare]
}

/** Bare words where a text should stand are put in quotes. */
export function missingText({ found, rules, before, token, spanOf }: Here): readonly Proposal[] {
  if (before === undefined) return []
  const bare = mistake({ shape: 'text-needed', what: kindAround(rules) }, spanOf(before))
  if (!is(found, t.Name)) return [bare]
  const run = [found]
  for (let next = token(1); is(next, t.PlainName, t.NumberText); next = token(run.length)) run.push(next)
  const whole = spanOf(found, run.at(-1))
  const text = run.map(({ image }) => image).join(' ')
  return [mended({ shape: 'name-unquoted', text }, whole, [{ span: whole, text: `"${text}"` }]), bare]
}

/** What other languages call the types. */
const otherTypes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: 'count',
    integer: 'count',
    float: 'number',
    double: 'number',
    decimal: 'number',
    numeric: 'number',
    percentage: 'percent',
    fraction: 'ratio',
    bool: 'yes/no',
    boolean: 'yes/no',
    flag: 'yes/no',
    string: 'text',
    str: 'text',
    varchar: 'text',
    enum: 'one of',
    choice: 'one of',
    currency: 'money',
    amount: 'money',
    day: 'days',
    datetime: 'date',
    timestamp: 'date',
  }),
)

export function missingType({ found, before, span, spanOf }: Here): readonly Proposal[] {
  if (before === undefined) return []
  const bare = mistake({ shape: 'type-needed', name: before.image }, spanOf(before))
  if (!is(found, t.PlainName)) return [bare]
  const written = found.image.toLowerCase()
  const near = typeWords.filter((type) => distance(type, written) <= 2 && type.length > 3)
  const candidates = [otherTypes.get(written) ?? [], near].flat()
  const proposals = candidates.map((meant) =>
    mended({ shape: 'type-other', written: found.image, meant }, span, [{ span, text: meant }]),
  )
  return [...proposals, bare]
}

/** `versions behind` for `versions_behind`. */
export function twoWords({ found, before, token, spanOf }: Here): readonly Proposal[] {
  if (!is(before, t.PlainName) || !is(found, t.Name)) return []
  const proposals: Proposal[] = []
  let joined = before.image
  for (let offset = 0; offset < 4; offset += 1) {
    const next = token(offset)
    if (!is(next, t.Name)) break
    joined += `_${next.image}`
    const span = spanOf(before, next)
    proposals.push(mended({ shape: 'name-spaces', joined }, span, [{ span, text: joined }]))
  }
  return proposals
}
