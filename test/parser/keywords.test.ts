import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { parse } from '../../src/parser/index.ts'
import { contextualWords, reservedWords } from '../../src/parser/tokens.ts'
import { meaningOf } from './meaning.ts'

const words = [...new Set<string>(contextualWords)]

/** Everywhere a name is given to something, and everywhere it is used, with neighbours that could be mistaken for parts of it. */
const places = {
  input: (name: string) =>
    `inputs {\n  before text key\n  ${name} count "Label" in 0 to 5\n  other text\n  ${name}2 days\n}`,
  'input behind options': (name: string) => `inputs {\n  before money in EUR\n  ${name} yes/no\n}`,
  'input behind a choice': (name: string) => `inputs {\n  before one of A, B\n  ${name} text\n}`,
  let: (name: string) =>
    `let ${name} = ${name} + ${name} * 2 as percent\nlet next = not ${name} and ${name} is missing`,
  'let with a call': (name: string) => `let a = ${name}(${name}, 1)\nlet b = if ${name} then ${name} else ${name}`,
  measure: (name: string) =>
    `dimension a {\n  measure ${name}  poor < 1 <= healthy\n  measure b weight 5%  poor < 1 <= healthy\n}`,
  'measure of a formula': (name: string) =>
    `measure a = ${name}  poor < 1 <= healthy\nmeasure ${name} weight 5%  points ${name}`,
  dimension: (name: string) => `dimension ${name} weight 5% {\n  dimension ${name} off { }\n}\nlet a = 1`,
  segment: (name: string) => `segment ${name} when ${name} = 1 amends ${name} { ${name} off, ${name}.${name} on }`,
  'weight in a segment': (name: string) =>
    `segment a { weight ${name} 5%, ${name}.b 6%\n  measure c off\n  ${name} off }`,
  'behind a measure in a segment': (name: string) =>
    `segment a {\n  measure b weight 5%\n  ${name} off\n  measure c bonus 2 when d\n  ${name} on }`,
  result: (name: string) => `result ${name} = ${name}\nportfolio ${name} = mean of ${name}`,
  given: (name: string) => `test "a" { given ${name} 5, ${name} missing  expect a.${name} 5 }`,
  band: (name: string) => `measure a  ${name} < 1 <= unscored < 2 <= ${name}`,
  'band of choices': (name: string) => `measure a  ${name} = ${name} or B, other = C`,
} satisfies Record<string, (name: string) => string>

describe.each(Object.entries(places))('as a name: %s', (_, text) => {
  test.each(words)('%s', (name) => {
    const { findings } = parse(text(name), 'a.salus')
    expect(findings.map(sentence)).toEqual([])
    const plain = JSON.stringify(meaningOf(text('zzz'))).replaceAll('zzz', name)
    expect(JSON.stringify(meaningOf(text(name)))).toBe(plain)
  })
})

test.each(reservedWords)('the reserved word %s needs backticks', (name) => {
  const given = (spelt: string) => `inputs { ${spelt} count }\nlet ${spelt} = ${spelt}\nmeasure ${spelt}  a < 1 <= b`
  expect(parse(given(name), 'a.salus').findings).not.toEqual([])
  expect(parse(given(`\`${name}\``), 'a.salus').findings).toEqual([])
})
