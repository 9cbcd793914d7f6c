import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.ts'
import { renderLine } from '../../src/findings/render/line.ts'
import { positionAt } from '../../src/findings/render/source.ts'
import { renderBox, renderTerminal } from '../../src/findings/render/terminal.ts'
import { finding } from '../../src/findings/report.ts'

/** A finding about the first place where a text stands. */
function about(text: string, part: string, file = 'm.salus', more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(part)
  const span = { file, start, end: start + part.length }
  return finding('input-unused', { name: part }, { span, trail: ['m'], ...more }) as Finding
}

/** The excerpt of a box: the marked lines and what stands under them. */
function excerptOf(text: string, part: string): readonly string[] {
  const box = renderBox(about(text, part), () => text).split('\n')
  return box.slice(2, 4)
}

describe('a box in the terminal', () => {
  test('underlines the text, however the line is made', () => {
    expect(excerptOf('inputs { tickets count }', 'tickets')).toEqual([
      ' 1 │ inputs { tickets count }',
      '   │          ━━━━━━━',
    ])
  })
  test('a tab is as wide as it looks', () => {
    expect(excerptOf('inputs {\n\ttickets\tcount\n}', 'count')).toEqual([
      ' 2 │     tickets count',
      '   │             ━━━━━',
    ])
  })
  test('wide letters take two columns, accents none', () => {
    expect(excerptOf('let 健康 = tickets', 'tickets')[1]).toBe('   │            ━━━━━━━')
    expect(excerptOf('let cafe\u0301 = tickets', 'tickets')[1]).toBe('   │            ━━━━━━━')
  })
  test('line breaks of every kind count', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(excerptOf(`model m${end}inputs {${end}  tickets count${end}}`, 'tickets')).toEqual([
        ' 3 │   tickets count',
        '   │   ━━━━━━━',
      ])
    }
  })
  test('of a long line the marked part is shown', () => {
    const text = `${'a '.repeat(200)}tickets ${'b '.repeat(200)}`
    const [line, mark] = excerptOf(text, 'tickets')
    expect(line!.length).toBeLessThan(120)
    expect(line!.slice(mark!.indexOf('━'), mark!.lastIndexOf('━') + 1)).toBe('tickets')
    expect(line).toContain('…')
  })
  test('of a long span its first line is marked', () => {
    expect(excerptOf('measure x {\n  poor\n}', '{\n  poor\n}')).toEqual([' 1 │ measure x {', '   │           ━'])
  })
  test('control characters cannot reach the terminal', () => {
    expect(renderBox(about('let \u001B[31mx = 1', 'x'), () => 'let \u001B[31mx = 1')).not.toContain('\u001B')
  })
  test('a finding in a file that cannot be had still says what and where', () => {
    const box = renderBox(about('inputs { tickets count }', 'tickets'), () => null)
    expect(box).toContain('`tickets` is declared but nothing reads it')
    expect(box).toContain('m.salus')
  })
  test('one about no text at all has no excerpt', () => {
    expect(renderBox({ ...about('x', 'x'), span: null }, () => null).split('\n')).toHaveLength(3)
  })
  test('parties in two files are both shown', () => {
    const texts: Readonly<Record<string, string>> = { 'm.salus': 'tickets', 'base.salus': 'model base\ntickets count' }
    const base = { span: { file: 'base.salus', start: 11, end: 18 }, label: 'declared here' }
    const box = renderBox(about('tickets', 'tickets', 'm.salus', { related: [base] }), (file) => texts[file] ?? null)
    expect(box).toContain('┌─ m.salus:1:1')
    expect(box).toContain('├─ base.salus:2:1')
    expect(box).toContain('─────── declared here')
  })
  test('colours only when asked for', () => {
    const box = (color: boolean) => renderBox(about('tickets', 'tickets'), () => 'tickets', { color })
    expect(box(false)).not.toContain('\u001B')
    expect(box(true)).toContain('\u001B[33m')
  })
})

describe('many findings', () => {
  const text = Array.from({ length: 14 }, (_, n) => `x${n}`).join(' ')
  const many = Array.from({ length: 14 }, (_, n) => about(text, `x${n}`))
  test('ten of a file are shown and the others counted', () => {
    const shown = renderTerminal(many.toReversed(), () => text)
    expect(shown.match(/input-unused/g)).toHaveLength(10)
    expect(shown).toContain('and 4 warnings more in m.salus')
    expect(shown).toContain('14 warnings')
    expect(shown.indexOf('`x0`')).toBeLessThan(shown.indexOf('`x9`'))
    expect(shown).not.toContain('`x13`')
  })
  test('none is nothing', () => {
    expect(renderTerminal([], () => null)).toBe('')
  })
})

describe('one line', () => {
  test('has place, level, sentence and slug', () => {
    expect(renderLine(about('a\r\n tickets', 'tickets'), () => 'a\r\n tickets')).toBe(
      'm.salus:2:2: warning: `tickets` is declared but nothing reads it [input-unused]',
    )
  })
})

test('positions count lines and columns from 1', () => {
  expect(positionAt('ab\ncd', 0)).toEqual({ line: 1, column: 1 })
  expect(positionAt('ab\ncd', 4)).toEqual({ line: 2, column: 2 })
  expect(positionAt('ab\r\ncd', 4)).toEqual({ line: 2, column: 1 })
  expect(positionAt('ab', 99)).toEqual({ line: 1, column: 3 })
})
