import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { complete } from '../../src/authoring/complete/complete.ts'
import type { CompletionContext, Suggestion } from '../../src/authoring/complete/suggestion.ts'
import { parse } from '../../src/parser/index.ts'

const head = `model a "A"
inputs {
  tickets    count "Tickets"
  sentiment  one of Bad, Good "Sentiment"
  team       text "Segment"
  asked      date "Asked on"
}
let per_seat = tickets / 2
dimension pulse "Pulse" weight 40% { measure sentiment  poor = Bad, healthy = Good }
`
const context: CompletionContext = {
  columns: [
    { header: 'Tickets', samples: ['1', '2'] },
    { header: 'Segment', samples: ['Digital', 'Enterprise', 'Digital'] },
    { header: 'Renewal date', samples: ['2026-01-31'] },
    { header: 'Licences used', samples: ['85%', '20 %'] },
  ],
  models: [{ file: 'base.salus', label: 'Base' }],
}

/** What is suggested where `|` stands. */
function at(marked: string): readonly Suggestion[] {
  const offset = marked.indexOf('|')
  return complete(marked.replace('|', ''), 'a.salus', offset, context)
}
const labels = (marked: string) => at(marked).map(({ label }) => label)

describe('what is suggested', () => {
  test.each([
    ['an empty file', '|', ['model', 'inputs', 'import']],
    ['a half-typed keyword', `${head}dim|`, ['dimension']],
    [
      'inside a dimension, after a measure',
      `${head}dimension t { measure tickets  | }`,
      ['weight', 'missing skip', 'stale after', 'measure'],
    ],
    ['inputs and formulas for a measure', `${head}measure |`, ['tickets', 'team', 'per_seat', 'sentiment']],
    ['bands in a chain', `${head}measure tickets  healthy <= 2 < |`, ['poor', 'concerning', 'unscored']],
    ['the choices of what is judged', `${head}measure sentiment  poor = |`, ['Bad', 'Good']],
    ['the choices of what is compared', `${head}segment s when sentiment = | { }`, ['Bad', 'Good']],
    ['what the sheet has for a text', `${head}segment s when team = | { }`, ['Digital', 'Enterprise']],
    ['the same in half-written quotes', `${head}segment s when team = "Di|`, ['Digital']],
    ['paths', `${head}indicator risk "x" when band of | = poor`, ['pulse', 'pulse.sentiment']],
    ['the rest of a path', `${head}indicator risk "x" when band of pulse.| = poor`, ['sentiment']],
    ['formulas', `${head}let x = |`, ['tickets', 'per_seat', 'days_since', 'if']],
    ['dates for an age', `${head}measure tickets stale after 30 days by |`, ['asked']],
    ['segments of a test', `${head}segment s when team = "x" { }\ntest "t" in |`, ['s']],
    ['values of a test', `${head}test "t" { given sentiment | }`, ['Bad', 'Good', 'missing']],
    ['kinds of input', 'model a\ninputs {\n  x |\n}', ['count', 'percent', 'one of', 'yes/no']],
    ['headings', 'model a\ninputs {\n  x count "|"\n}', ['Tickets', 'Segment', 'Renewal date']],
    ['models to import', 'import "|', ['base.salus']],
    ['in a literate file nothing outside its fences', 'Pros|e', []],
  ])('%s', (_, marked, wanted) => {
    expect(labels(marked)).toEqual(expect.arrayContaining(wanted))
  })

  test('a date is asked for by date inputs alone', () => {
    const suggested = at(`${head}measure tickets stale after 30 days by |`).filter(({ kind }) => kind === 'input')
    expect(suggested.map(({ label }) => label)).toEqual(['asked'])
  })

  test('columns no input reads become whole inputs', () => {
    const lines = at(`${head.slice(0, head.indexOf('}'))}  |\n}`).filter(({ kind }) => kind === 'new input')
    expect(lines.map(({ insert }) => insert)).toEqual([
      'renewal_date  date  "Renewal date"',
      'licences_used  percent  "Licences used"',
    ])
  })

  test('a half-written word is replaced, from its first letter to its last', () => {
    const text = `${head}measure tickets  healthy <= 2 < con`
    const [suggested] = complete(text, 'a.salus', text.length - 1, context)
    expect(suggested).toMatchObject({ insert: 'concerning', replaces: { start: text.length - 3, end: text.length } })
  })

  test('the names of an amended file are known', () => {
    const text = 'import "base.salus"\nmodel b amends base\nlet x = '
    const load = () => ({ text: head, file: 'base.salus' })
    expect(complete(text, 'b.salus', text.length, { load }).map(({ label }) => label)).toContain('tickets')
  })

  test.each([['// |'], ['/// about |'], ['model a "|"']])('nothing in %s', (marked) => {
    expect(at(marked)).toEqual([])
  })
})

describe('suggestions hold', () => {
  const texts = readdirSync('models')
    .map((file) => readFileSync(`models/${file}`, 'utf8'))
    .concat(readFileSync('test/parser/kitchen-sink/messy.salus', 'utf8'))
  const runs = { numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 25), seed: 20260203 }
  const place = fc.record({
    which: fc.nat(texts.length - 1),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    keep: fc.constantFrom('all', 'cut', 'cut to the line'),
    typed: fc.constantFrom('', '', 'm', 'we', ' b', '= ', '"'),
  })

  test('anywhere in any model, whole, cut off or half typed: what is inserted parses no worse', () => {
    fc.assert(
      fc.property(place, ({ which, share, keep, typed }) => {
        const text = texts[which]!
        const offset = Math.floor(share * text.length)
        const after =
          keep === 'all'
            ? text.slice(offset)
            : keep === 'cut'
              ? ''
              : `\n${text.slice(offset).replace(/^[^\n]*\n?/, '')}`
        const written = text.slice(0, offset) + typed + after
        const before = errorsIn(written)
        for (const { insert, replaces } of complete(written, 'a.salus', offset + typed.length, context)) {
          const next = written.slice(0, replaces.start) + insert + written.slice(replaces.end)
          expect(errorsIn(next), `${written.slice(offset - 80, offset)}⟦${insert}⟧`).toBeLessThanOrEqual(before)
        }
      }),
      runs,
    )
  })

  test('every seventh offset of a short model', () => {
    for (let offset = 0; offset <= head.length; offset += 7)
      expect(() => complete(head, 'a.salus', offset, context)).not.toThrow()
    for (let offset = 0; offset <= head.length; offset += 7)
      expect(() => complete(head.slice(0, offset), 'a.salus', offset, context)).not.toThrow()
  })

  test('noise', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'ab1 .,:=<>"`{}()/\n\u{1f600}'), maxLength: 60 })
    fc.assert(
      fc.property(noise, fc.nat(60), (text, offset) => {
        expect(() => complete(text, 'a.salus', Math.min(offset, text.length), context)).not.toThrow()
      }),
      runs,
    )
  })
})

function errorsIn(text: string): number {
  return parse(text, 'a.salus').findings.filter(({ level }) => level === 'error').length
}
