import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { format, parse } from '../../src/parser/index.ts'
import { meaningOf } from './meaning.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const messy = read('test/parser/kitchen-sink/messy.salus')
const beautiful = read('test/parser/kitchen-sink/beautiful.salus')
const formatted = (text: string) => format(text, 'a.salus').text

test('the kitchen sink, as a person would write it', () => {
  expect(formatted(messy)).toBe(beautiful)
})

const texts = [
  { name: 'messy', text: messy },
  ...readdirSync('models')
    .filter((name) => name.endsWith('.salus'))
    .map((name) => ({ name, text: read(`models/${name}`) })),
]

describe.each(texts)('$name', ({ text }) => {
  const once = formatted(text)
  const lines = (source: string) => source.split('\n').map((line) => /\/\/.*$/.exec(line)?.[0].trim())

  test('formatting twice is formatting once', () => {
    expect(formatted(once)).toBe(once)
  })

  test('means the same', () => {
    expect(meaningOf(once)).toEqual(meaningOf(text))
  })

  test('keeps every comment, in order', () => {
    expect(lines(once).filter(Boolean)).toEqual(lines(text).filter(Boolean))
  })

  test('no line is longer than the page, comments aside', () => {
    const widths = once.split('\n').map((line) => line.replace(/\s*\/\/.*$/, '').length)
    expect(Math.max(...widths)).toBeLessThanOrEqual(120)
  })
})

describe('comments', () => {
  test.each([
    ['at the end of a line', 'let a = 1 // one\nlet b = 2 // two', 'let a = 1  // one\nlet b = 2  // two\n'],
    ['in the middle of a formula', 'let a = 1 + // one\n2', 'let a = 1 +  // one\n    2\n'],
    ['alone in a formula', 'let a = 1\n// one\n+ 2', 'let a = 1\n    // one\n    + 2\n'],
    ['at the end of a block', 'inputs { a count\n// last\n}', 'inputs {\n  a  count\n  // last\n}\n'],
    ['in an empty block', 'segment a { // nothing\n}', 'segment a {  // nothing\n}\n'],
    ['behind a closing brace', 'segment a { b off } // so', 'segment a { b off }  // so\n'],
    ['between list items', 'segment a { b off, // so\nc off }', 'segment a {\n  b off  // so\n  c off\n}\n'],
    ['alone', '\n\n  // alone  ', '// alone\n'],
    ['with a blank line kept', 'let a = 1\n\n\n// b\nlet b = 2', 'let a = 1\n\n// b\nlet b = 2\n'],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected)
  })
})

describe('one way of writing', () => {
  test.each([
    ['measure a  poor ≤ 1 < healthy', 'measure a  poor <= 1 < healthy\n'],
    ['let a = b × c ÷ d − 1', 'let a = b * c / d - 1\n'],
    ['measure a  poor < . 5 <= healthy', 'measure a  poor < 0.5 <= healthy\n'],
    ['let a = 1\r\nlet b = 2\r\n', 'let a = 1\nlet b = 2\n'],
    ['\uFEFFlet a = 1', 'let a = 1\n'],
    ['segment a { b off c on }', 'segment a { b off, c on }\n'],
    ['test "a" { given b 1 expect c 2 }', 'test "a" { given b 1  expect c 2 }\n'],
    ['dimension a { measure b { c 1, d 2 } }', 'dimension a { measure b  { c 1  d 2 } }\n'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(formatted(text)).toBe(expected)
  })
})

test('a file with an error stays as it is', () => {
  const text = 'let a   =  (1\nlet b = 2'
  expect(formatted(text)).toBe(text)
  expect(format(text, 'a.salus').findings).toEqual(parse(text, 'a.salus').findings)
})
