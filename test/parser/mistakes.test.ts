import { describe, expect, test } from 'vitest'
import { shapeNames } from '../../src/findings/catalogue/shapes.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { sentence } from '../../src/findings/report.ts'
import { parse } from '../../src/parser/index.ts'

/** A text with one mistake, what is said of it, and the text as the fix leaves it. */
type Case = readonly [text: string, says: string, fixed: string | undefined] | readonly [text: string, says: string]

const readings: Record<string, readonly Case[]> = {
  'braces, parentheses, commas': [
    [
      'dimension a weight 15%\n  measure x  poor < 1 <= healthy\n}',
      'a dimension needs a `{` here',
      'dimension a weight 15% {\n  measure x  poor < 1 <= healthy\n}',
    ],
    [
      'dimension a { measure x  poor < 1 <= healthy } }',
      'this `}` closes nothing',
      'dimension a { measure x  poor < 1 <= healthy } ',
    ],
    [
      'measure x  poor < 1 <= healthy\nlet y = (1 + 2\nlet z = 1',
      'this `(` is never closed',
      'measure x  poor < 1 <= healthy\nlet y = (1 + 2)\nlet z = 1',
    ],
    ['let x = 1 + 2)\nlet y = 2', 'this `)` closes nothing', 'let x = 1 + 2\nlet y = 2'],
    ['inputs { seats count, mau count }', 'no comma is needed here', 'inputs { seats count mau count }'],
    [
      'measure x  poor = Poor healthy = Good',
      'a comma is needed between these',
      'measure x  poor = Poor, healthy = Good',
    ],
    ['let x = a is one of [1, 2)', '`[` is written `(`', 'let x = a is one of (1, 2)'],
  ],
  'signs of other languages': [
    ['measure x  poor =< 1 < healthy', '`=<` is written `<=`', 'measure x  poor <= 1 < healthy'],
    ['let x = a == b', '`==` is written `=`', 'let x = a = b'],
    ['let x = a <> b', '`<>` is written `!=`', 'let x = a != b'],
    ['let x = a&&b', '`&&` is written `and`', 'let x = a and b'],
    ['let x = a || b', '`||` is written `or`', 'let x = a or b'],
    ['let x = !b', '`!` is written `not`', 'let x = not b'],
    ['let x = a AND b', '`AND` is not a word here; did you mean `and`?', 'let x = a and b'],
    ['let x : a / b', '`=` is meant here, not `:`', 'let x = a / b'],
    [
      'measure x weight: 30%  poor < 5 <= healthy',
      'no `:` is needed here',
      'measure x weight 30%  poor < 5 <= healthy',
    ],
    ['measure x: poor < 5 <= healthy', 'no `:` is needed here', 'measure x poor < 5 <= healthy'],
    ['test "x" { given a = 5  expect b poor }', 'no `=` is needed here', 'test "x" { given a  5  expect b poor }'],
    ['test "x" { case a 5 -> poor }', '`=>` is meant here, not `->`', 'test "x" { case a 5 => poor }'],
    ['test "x" { case a 5 = poor }', '`=>` is meant here, not `=`', 'test "x" { case a 5 => poor }'],
    ['let a = 1; ', 'nothing ends with a `;` here', 'let a = 1 '],
    ['# note\nlet a = 1', 'a comment begins with `//`', '// note\nlet a = 1'],
    ['/* one\n * two */\nlet a = 1', 'a comment begins with `//`', '// one\n// two\nlet a = 1'],
    [
      'let x = a < b < c',
      'only two things are compared at a time; join comparisons with `and`',
      'let x = a < b and b < c',
    ],
  ],
  'numbers and texts': [
    ['measure x  poor < 0,5 <= healthy', 'decimals take a point: `0.5`, not `0,5`', 'measure x  poor < 0.5 <= healthy'],
    [
      'measure x  poor < 5,000 <= healthy',
      'thousands take no comma: `5000`, not `5,000`',
      'measure x  poor < 5000 <= healthy',
    ],
    ['segment s { weight a 0,5 }', 'decimals take a point: `0.5`, not `0,5`', 'segment s { weight a 0.5 }'],
    [
      'measure x  poor < .2 <= healthy',
      '`.2` is easily read as ten times as much; write `0.2`',
      'measure x  poor < 0.2 <= healthy',
    ],
    [
      'measure x  poor < . 2 <= healthy',
      '`.2` is easily read as ten times as much; write `0.2`',
      'measure x  poor < 0.2 <= healthy',
    ],
    ['measure x  poor < 50 % <= healthy', '`%` stands directly behind its number', 'measure x  poor < 50% <= healthy'],
    [
      'measure x  poor < 50 percent <= healthy',
      '`%` stands directly behind its number',
      'measure x  poor < 50% <= healthy',
    ],
    [
      'measure x { poor 0 to 4  healthy 5–9 }',
      'a range is written `5 to 9`',
      'measure x { poor 0 to 4  healthy 5 to 9 }',
    ],
    [
      'measure x { poor 0-4  healthy 5 to 9 }',
      'a range is written `0 to 4`',
      'measure x { poor 0 to 4  healthy 5 to 9 }',
    ],
    ['scale 0-10', 'a range is written `0 to 10`', 'scale 0 to 10'],
    ['let a = b – 1', '`–` is written `-`', 'let a = b - 1'],
    ['let a = “x”', 'a text stands in straight double quotes', 'let a = "x"'],
    ["let a = 'x'", 'a text stands in straight double quotes', 'let a = "x"'],
    ['inputs {\n  seats count "Seats\n}', 'this text is never closed by a `"`', 'inputs {\n  seats count "Seats"\n}'],
    ['inputs { seats count "Seats }', 'this text is never closed by a `"`', 'inputs { seats count "Seats" }'],
    [
      'indicator risk Low adoption when a > 2',
      '`Low adoption` should stand in double quotes',
      'indicator risk "Low adoption" when a > 2',
    ],
    ['let a = $5', '`$` is not part of the language', 'let a = 5'],
    ['model m effective 2025', 'a date like 2025-01-31 should follow `effective`'],
    ['let x = 1e999', '1e999 is too large a number'],
  ],
  'words and names': [
    [
      'dimenson a { measure x  poor < 1 <= healthy }',
      '`dimenson` is not a word here; did you mean `dimension`?',
      'dimension a { measure x  poor < 1 <= healthy }',
    ],
    [
      'measure x wieght 5%  poor < 1 <= healthy',
      '`wieght` is not a word here; did you mean `weight`?',
      'measure x weight 5%  poor < 1 <= healthy',
    ],
    [
      'metric x  poor < 1 <= healthy',
      '`metric` is not a word here; did you mean `measure`?',
      'measure x  poor < 1 <= healthy',
    ],
    [
      'test "a" { expect score show "8.3" }',
      '`show` is not a word here; did you mean `shown`?',
      'test "a" { expect score shown "8.3" }',
    ],
    ['segment s if a = 1 { b off }', '`if` is not a word here; did you mean `when`?', 'segment s when a = 1 { b off }'],
    ['segment s a = 1 { b off }', '`when` is missing after `s`', 'segment s when a = 1 { b off }'],
    ['cap 5', '`at` is missing before `5`', 'cap at 5'],
    ['measure x stale 60 days by d', '`after` is missing before `60`', 'measure x stale after 60 days by d'],
    [
      'let a = mean(b) of children weighted c',
      '`by` is missing after `weighted`',
      'let a = mean(b) of children weighted by c',
    ],
    ['withhold below 60%', '`coverage` is missing after `60%`', 'withhold below 60% coverage'],
    ['let x = if a then b', '`else` is missing after `b`'],
    [
      'measure versions behind  poor < 1 <= healthy',
      'a name is one word: `versions_behind`',
      'measure versions_behind  poor < 1 <= healthy',
    ],
    ['inputs { mau per seat count }', 'a name is one word: `mau_per_seat`', 'inputs { mau_per_seat count }'],
    [
      'dimension "Use" { measure x  poor < 1 <= healthy }',
      'a dimension needs a name',
      'dimension use "Use" { measure x  poor < 1 <= healthy }',
    ],
    ['let = 5', 'a `let` needs a name'],
    [
      'inputs { score number }',
      '`score` has a meaning of its own; as a name it needs backticks',
      'inputs { `score` number }',
    ],
    ['let x = `abc', 'this name is never closed by a backtick'],
    ['inputs { seats "Seats" }', '`seats` needs a type: count, percent, yes/no, text, …'],
    ['inputs { seats integer }', '`integer` is no type of Salus; use `count`', 'inputs { seats count }'],
    [
      'inputs { paying boolean "Paying" }',
      '`boolean` is no type of Salus; use `yes/no`',
      'inputs { paying yes/no "Paying" }',
    ],
    ['test { given a 5 }', 'a test needs a text in double quotes'],
    ['indicator "Low" when a > 2', 'an indicator is a `risk` or an `opportunity`', 'indicator risk "Low" when a > 2'],
    ['measure x  poor < 1 <= healthy  because "late"', '`because` in a measure first names the band it explains'],
  ],
  'pieces that are missing': [
    ['measure x  poor < 5 healthy', '`<` or `<=` is missing before `healthy`', 'measure x  poor < 5 <= healthy'],
    ['measure x  poor < 5 <=', 'a band should follow `<=`'],
    ['measure x  poor < <= healthy', 'a value should follow `<`'],
    ['ladder poor = , healthy = 10', 'a number should follow `=`'],
    ['let x = ', 'something to compute should follow `=`'],
    ['let x = 1 +\nlet y = 2', 'something to compute should follow `+`'],
    [
      'measure x { when a > 1 then poor }',
      'conditions need `first` or `all` before their `{`',
      'measure x first { when a > 1 then poor }',
    ],
    ['measure x first { when a > 1 then poor  healthy < 5 }', 'here each line begins with `when`'],
    ['measure x first { when a > 1 then poor 5 points }', 'a case yields a band or points, not both'],
    ['measure x { poor < 5  otherwise 3 + 4 }', '`otherwise` in a table names a band'],
    ['ladder', 'the file ends in the middle of a ladder'],
  ],
  places: [
    ['let a = 1\nmodel m', 'the `model` line stands first in a file, after imports'],
    ['let a = 1\nimport "b.salus"', 'imports stand before everything else'],
    ['dimension a { let b = 1 }', '`let` cannot stand inside a dimension'],
    [
      'dimension a { weight 30% measure x  poor < 1 <= healthy }',
      '`weight` stands before the `{` of a dimension',
      'dimension a weight 30% {  measure x  poor < 1 <= healthy }',
    ],
    ['blah blah', '`blah` begins nothing that a file can hold'],
    ['missing poor 5', '`5` does not fit here', 'missing poor '],
    ['inputs { a count key parent }', 'an input is the key or the parent once'],
  ],
}

function applied(text: string, { fixes: [fix] }: Finding): string | undefined {
  if (fix === undefined) return undefined
  const edits = fix.edits.toSorted((a, b) => b.span.start - a.span.start)
  return edits.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), text)
}

describe.each(Object.entries(readings))('%s', (_, cases) => {
  test.each(cases)('%j', (text, says, fixed?: string) => {
    const { findings } = parse(text, 'a.salus')
    expect(findings.map(sentence)).toEqual([says])
    expect(applied(text, findings[0]!)).toBe(fixed)
    expect(parse(fixed ?? '', 'a.salus').findings.map(sentence)).toEqual([])
  })
})

test('every shape has a case here', () => {
  const texts = [...Object.values(readings).flat(), ...unclosed.map(({ text }) => [text] as const)].map(
    ([text]) => text,
  )
  const seen = texts
    .flatMap((text) => parse(text, 'a.salus').findings)
    .map(({ parameters }) => Reflect.get(parameters, 'shape'))
  expect(shapeNames.filter((name) => !seen.includes(name))).toEqual([])
})

test('a sentence is short, and speaks of no machinery', () => {
  for (const [, says] of Object.values(readings).flat()) {
    expect(says.length).toBeLessThanOrEqual(80)
    expect(says).not.toMatch(/token|AST|null|undefined|unexpected|parse/i)
  }
})

const unclosed = [
  {
    name: 'a dimension before the next',
    text: 'dimension a {\n  measure x  poor < 1 <= healthy\n\ndimension b {\n  measure y  poor < 1 <= healthy\n}',
    at: 12,
    closed: 'dimension a {\n  measure x  poor < 1 <= healthy\n}\n\ndimension b {\n  measure y  poor < 1 <= healthy\n}',
  },
  {
    name: 'a table before the next measure',
    text: 'dimension a {\n  measure x {\n    poor < 1\n  measure y  poor < 1 <= healthy\n}\nlet z = 1',
    at: 26,
    closed: 'dimension a {\n  measure x {\n    poor < 1\n  }\n  measure y  poor < 1 <= healthy\n}\nlet z = 1',
  },
  {
    name: 'inputs before what cannot be one',
    text: 'inputs {\nseats count\nlet x = seats\ntest "a" { given seats 5 }',
    at: 7,
    closed: 'inputs {\nseats count\n}\nlet x = seats\ntest "a" { given seats 5 }',
  },
  {
    name: 'by the indent of a later brace',
    text: 'dimension a {\n  dimension b {\n    measure x  poor < 1 <= healthy\n}\n',
    at: 28,
    closed: 'dimension a {\n  dimension b {\n    measure x  poor < 1 <= healthy\n  }\n}\n',
  },
  { name: 'the last one', text: 'test "a" {\n  given b 5', at: 9, closed: 'test "a" {\n  given b 5\n}' },
]

describe('a brace that is never closed is the opening one', () => {
  test.each(unclosed)('$name', ({ text, at, closed }) => {
    const { findings } = parse(text, 'a.salus')
    expect(findings.map(sentence)).toEqual(['this `{` is never closed'])
    expect(findings[0]!.span).toEqual({ file: 'a.salus', start: at, end: at + 1 })
    expect(applied(text, findings[0]!)).toBe(closed)
    expect(parse(closed, 'a.salus').findings).toEqual([])
  })
})
