import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { sentence } from '../../src/findings/report.ts'
import { format, parse, tokensOf } from '../../src/parser/index.ts'
import { contextualWords, reservedWords } from '../../src/parser/tokens.ts'
import { anyCharacter } from '../any-character.ts'
import { meaningOf } from './meaning.ts'

const runs = { numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 40), seed: 20260101 }
const sink = readFileSync('test/parser/kitchen-sink/messy.salus', 'utf8')
const pieces = sink.match(/\s+|\w+|[^\s\w]/g)!

const anyText = fc.string({ unit: anyCharacter, maxLength: 300 })
const asciiText = fc.string({
  unit: fc.constantFrom(...'ab1. ,:;=<>!&|+-*/^%(){}[]"\'`#\\\n\r\t\0\uFEFF–“”≤€é🔥\uD800\uDC00'),
  maxLength: 200,
})
const signs = [
  '{',
  '}',
  '(',
  ')',
  ',',
  ':',
  '.',
  '=',
  '=>',
  '<',
  '<=',
  '>',
  '>=',
  '!=',
  '+',
  '-',
  '*',
  '/',
  '^',
  '\n',
  '//',
  '///',
]
const word = fc.oneof(
  fc.constantFrom(...contextualWords, ...reservedWords),
  fc.constantFrom(...signs),
  fc.constantFrom(
    'a',
    'poor',
    'healthy',
    '5',
    '50%',
    '.5',
    '2025-01-31',
    '2025-02-30',
    '"text"',
    '"open',
    '`a b`',
    '`',
  ),
)
const soup = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '))
const cut = fc
  .tuple(fc.nat(sink.length), fc.nat(sink.length))
  .map(([a, b]) => sink.slice(Math.min(a, b), Math.max(a, b)))
/** The kitchen sink with some of its pieces taken out, doubled, swapped or replaced. */
const mutated = fc
  .array(fc.tuple(fc.nat(pieces.length - 1), fc.constantFrom('out', 'twice', 'swap', 'other'), word), {
    minLength: 1,
    maxLength: 6,
  })
  .map((changes) => {
    const now = [...pieces]
    for (const [index, change, other] of changes) {
      const own = now[index]!
      const next = now[index + 1] ?? ''
      if (change === 'out') now[index] = ''
      if (change === 'twice') now[index] = own + own
      if (change === 'swap') now.splice(index, 2, next, own)
      if (change === 'other') now[index] = other
    }
    return now.join('')
  })
const text = fc.oneof(anyText, asciiText, soup, cut, mutated)
const file = fc.constantFrom('a.salus', 'a.salus.md')

function spansIn(value: unknown, found: { start: number; end: number }[] = []): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return found
  if ('start' in value && 'end' in value) found.push(value as { start: number; end: number })
  else for (const inner of Object.values(value)) spansIn(inner, found)
  return found
}

function applied(source: string, { edits }: Finding['fixes'][number]): string {
  const backwards = edits.toSorted((a, b) => b.span.start - a.span.start)
  return backwards.reduce((now, { span, text: by }) => now.slice(0, span.start) + by + now.slice(span.end), source)
}

describe('whatever the text', () => {
  test('reading ends, without a throw, and every place is a place in the text', () => {
    fc.assert(
      fc.property(text, file, (source, name) => {
        const { tree, findings } = parse(source, name)
        for (const { start, end } of [...spansIn(tree), ...spansIn(findings)]) {
          expect(start >= 0 && start <= end && end <= source.length).toBe(true)
        }
        for (const found of findings) expect(sentence(found)).not.toMatch(/undefined|null|\btoken\b/)
      }),
      runs,
    )
  })

  test('no two findings stand at one place', () => {
    fc.assert(
      fc.property(text, (source) => {
        const starts = parse(source, 'a.salus').findings.map(({ span }) => span!.start)
        expect(new Set(starts).size).toBe(starts.length)
      }),
      runs,
    )
  })

  test('it reads the same twice', () => {
    fc.assert(
      fc.property(text, text, (source, other) => {
        const first = JSON.stringify(parse(source, 'a.salus'))
        parse(other, 'a.salus')
        expect(JSON.stringify(parse(source, 'a.salus'))).toBe(first)
      }),
      runs,
    )
  })

  test('formatted, it is formatted, and means what it meant', () => {
    fc.assert(
      fc.property(text, file, (source, name) => {
        const { text: once, findings } = format(source, name)
        const wrong = findings.some(({ level }) => level === 'error')
        expect(wrong ? source : format(once, name).text).toBe(once)
        expect(meaningOf(once, name)).toEqual(meaningOf(source, name))
      }),
      runs,
    )
  })

  test('colours stand in order and do not overlap', () => {
    fc.assert(
      fc.property(text, (source) => {
        let reached = 0
        for (const { start, end } of tokensOf(source, 'a.salus')) {
          expect(start >= reached && end > start && end <= source.length).toBe(true)
          reached = end
        }
      }),
      runs,
    )
  })
})

test('blanks and comments anywhere change nothing that is meant, and every comment is kept', () => {
  const words = tokensOf(sink, 'a.salus').filter(({ kind }) => kind !== 'comment' && kind !== 'documentation')
  const blank = fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\n\n\n',
    ' // note\n',
    '\n  // alone\n',
    '\n\n// apart\n\n',
    '\u00a0',
  )
  const plain = words.map(({ start, end }) => sink.slice(start, end)).join(' ')
  const meant = meaningOf(plain)
  const torn = fc.array(blank, { minLength: words.length, maxLength: words.length })
  fc.assert(
    fc.property(fc.tuple(torn, fc.nat(20)), ([blanks, often]) => {
      const between = (index: number) => (index % (often + 1) === 0 ? blanks[index]! : ' ')
      const source = words.map(({ start, end }, index) => sink.slice(start, end) + between(index)).join('')
      const { text: once } = format(source, 'a.salus')
      expect(meaningOf(once)).toEqual(meant)
      expect(format(once, 'a.salus').text).toBe(once)
      const comments = (from: string) => from.match(/\/\/.*$/gm)
      expect(comments(once)).toEqual(comments(source))
    }),
    { ...runs, numRuns: Math.ceil(runs.numRuns / 4) },
  )
})

test('a mistake in one item loses no item but its neighbours', () => {
  const beautiful = readFileSync('test/parser/kitchen-sink/beautiful.salus', 'utf8')
  const before = parse(beautiful, 'a.salus').tree.items
  const meant = (meaningOf(beautiful) as { items: unknown[] }).items
  const words = tokensOf(beautiful, 'a.salus').filter(
    ({ kind, start }) => !['comment', 'documentation', 'text'].includes(kind) && !'{}'.includes(beautiful[start]!),
  )
  const junk = fc.constantFrom('^ ^', '=> 5', '"x" "y"', '', 'blah blah', '. .', ')', ', ,')
  fc.assert(
    fc.property(fc.constantFrom(...words), junk, ({ start, end }, other) => {
      const own = before.findIndex(({ span }) => start < span.end)
      const broken = meaningOf(beautiful.slice(0, start) + other + beautiful.slice(end)) as { items: unknown[] }
      const left = broken.items.map((item) => JSON.stringify(item))
      const lost = meant.filter((item, at) => Math.abs(at - own) > 1 && !left.includes(JSON.stringify(item)))
      expect(lost).toEqual([])
    }),
    runs,
  )
})

test('a fix removes what it was offered for', () => {
  const one = fc.tuple(fc.nat(pieces.length - 1), fc.constantFrom('out', 'twice'))
  fc.assert(
    fc.property(one, ([index, change]) => {
      const broken = pieces.map((piece, at) => (at !== index ? piece : change === 'out' ? '' : piece + piece)).join('')
      for (const found of parse(broken, 'a.salus').findings) {
        for (const fix of found.fixes) {
          const left = parse(applied(broken, fix), 'a.salus').findings
          expect(left.map((other) => [other.span?.start, sentence(other)])).not.toContainEqual([
            found.span?.start,
            sentence(found),
          ])
        }
      }
    }),
    runs,
  )
})

describe('in bounded time', () => {
  test.each([
    ['nothing', ''],
    ['ten megabytes of noise', 'x{(y '.repeat(2_000_000)],
    ['a megabyte of noise', 'x{(y '.repeat(199_999)],
    ['300,000 closing braces', '}'.repeat(300_000)],
    ['100,000 open braces', '{'.repeat(100_000)],
    ['100,000 blocks in blocks', 'dimension x {'.repeat(70_000)],
    ['100,000 open parentheses', `let x = ${'('.repeat(100_000)}`],
    ['100,000 calls in calls', `let x = ${'round('.repeat(100_000)}`],
    ['100,000 times not', `let x = ${'not '.repeat(100_000)}a`],
    ['100,000 minus signs', `let x = ${'-'.repeat(100_000)}a`],
    ['100,000 powers', `let x = a${'^a'.repeat(100_000)}`],
    ['100,000 conditions in conditions', `let x = ${'if a then b else '.repeat(50_000)}c`],
    ['conditions on names that are keywords', `let x = ${'if round then '.repeat(50_000)}c`],
    ['100,000 terms', `let x = a${' + a'.repeat(100_000)}`],
    ['null bytes', '\0'.repeat(100_000)],
    ['halves of surrogate pairs', '\uD800'.repeat(100_000)],
    ['20,000 mistakes', 'measre x poor < 1 <== healthy\n'.repeat(20_000)],
    ['a text that is never closed, 50,000 times', '"abc\n'.repeat(50_000)],
  ])('%s', (_, source) => {
    const { findings } = parse(source, 'a.salus')
    expect(findings.length).toBeLessThanOrEqual(200)
    expect(format(source, 'a.salus').text.length).toBe(source.length)
  })

  test('a large model that is right has nothing to say', () => {
    const source = 'let x = if a then b else c\n'.repeat(2_000) + 'measure x  poor < 1 <= healthy\n'.repeat(2_000)
    expect(parse(source, 'a.salus').findings).toEqual([])
  })
})
