import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hover } from '../../src/authoring/hover/hover.ts'
import { nominalShares } from '../../src/authoring/hover/shares.ts'
import { outline } from '../../src/authoring/outline/outline.ts'
import { definitionAt, referencesAt, renameAt } from '../../src/authoring/symbols/references.ts'
import { applyFix } from '../../src/authoring/fixes.ts'
import { compile } from '../../src/compile/index.ts'

const text = `model a "A"
inputs {
  tickets    count "Tickets" or "Open tickets"
  sentiment  one of Bad, Good "Sentiment"
  vip        yes/no "VIP"
}
let half = tickets / 2
missing skip
dimension pulse "Pulse" weight 40% { measure sentiment "Mood"  poor = Bad, healthy = Good }
dimension support "Support" weight 60% {
  measure tickets "Open tickets"  healthy <= 2 < concerning <= 4 < poor
  measure half                    healthy <= 3 < poor
}
segment vips "VIPs" when vip { dimension support { measure tickets  healthy < 1 <= poor } }
indicator risk "Many tickets" when band of support.tickets = poor
`

/** The hover on the nth place where a word stands. */
function on(word: string, nth = 0): string {
  let offset = -1
  for (let k = 0; k <= nth; k++) offset = text.indexOf(word, offset + 1)
  return hover(text, 'a.salus', offset + 1)?.markdown ?? ''
}

describe('hover', () => {
  test('an input says its type, columns, values and readers', () => {
    const said = on('tickets')
    expect(said).toContain('**tickets**, count')
    expect(said).toContain('“Tickets” or “Open tickets”')
    expect(said).toContain('0 or more')
    expect(said).toContain('Read by Open tickets, Half')
  })

  test('a measure shows its bands as a number line, for each segment that has its own, and its share', () => {
    const said = on('tickets', text.slice(0, text.indexOf('measure tickets')).split('tickets').length - 1)
    expect(said).toContain('healthy ─── 2 ─── concerning ─── 4 ─── poor')
    expect(said).toContain('healthy ─── 1 ─── poor')
    expect(said).toContain('30% of the score')
    expect(said).toContain('VIPs')
  })

  test('a dimension says its share and members', () => {
    expect(on('support')).toContain('60% of the score')
  })

  test('a path names the measure', () => {
    expect(on('support.tickets')).toContain('**Support**, a dimension')
    expect(on('.tickets')).toContain('**Open tickets**, a measure')
  })

  test.each([
    ['healthy', 'the best of 3 bands, 10 points'],
    ['concerning', 'number 2 of 3 bands'],
    ['vips', 'accounts with `vip`'],
    ['"Many tickets"', 'a risk where `band of support.tickets = poor`'],
    ['Pulse', ''],
    ['skip', 'shares its weight'],
    ['segment', 'judged by other rules'],
    ['one of', 'A choice from a list'],
  ])('%s', (word, said) => {
    expect(on(word)).toContain(said)
  })

  test('nothing throws on models cut off anywhere', () => {
    for (let offset = 0; offset <= text.length; offset += 5) {
      expect(() => hover(text.slice(0, offset), 'a.salus', offset)).not.toThrow()
      expect(() => hover(text, 'a.salus', offset)).not.toThrow()
      expect(() => outline(text.slice(0, offset), 'a.salus')).not.toThrow()
    }
  })
})

test('shares of a whole add up to one', () => {
  const source = readFileSync('models/sourcegraph.salus', 'utf8')
  for (const { root } of compile(source, 'sourcegraph.salus').model.segments) {
    const shares = nominalShares(root)
    const total = root.children.reduce((sum, child) => sum + (shares.get(child.path) ?? 0), 0)
    expect(total).toBeCloseTo(1, 12)
  }
})

describe('names', () => {
  const at = (marked: string) => text.indexOf(marked) + marked.length - 1
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end))

  test('a measure leads to the input it judges', () => {
    const [span] = definitionAt(text, 'a.salus', at('measure sentiment'))
    expect(span?.start).toBe(text.indexOf('sentiment'))
  })

  test('an input is named where it is declared, read, judged, and in paths to its measure', () => {
    expect(words(referencesAt(text, 'a.salus', at('\n  tickets')))).toEqual(Array.from({ length: 5 }, () => 'tickets'))
  })

  test('renaming keeps the meaning', () => {
    const edits = renameAt(text, 'a.salus', at('\n  tickets'), 'open_tickets')!
    const next = applyFix(text, { title: '', edits })
    expect(compile(next, 'a.salus').findings).toEqual([])
    expect(next).toContain('band of support.open_tickets')
    const back = renameAt(next, 'a.salus', next.indexOf('open_tickets') + 1, 'tickets')!
    expect(applyFix(next, { title: '', edits: back })).toBe(text)
  })

  test('a name with a space is written in backticks; none is made of a backtick', () => {
    expect(renameAt(text, 'a.salus', at('let half'), 'by two')?.[0]?.text).toBe('`by two`')
    expect(renameAt(text, 'a.salus', at('let half'), '`')).toBeNull()
  })
})

test('the outline nests as the text does', () => {
  const names = outline(text, 'a.salus').map(({ kind, name, children }) => `${kind} ${name} ${children.length}`)
  expect(names).toEqual([
    'model a 0',
    'inputs inputs 3',
    'formula half 0',
    'dimension pulse 1',
    'dimension support 2',
    'segment vips 1',
    'indicator Many tickets 0',
  ])
})
