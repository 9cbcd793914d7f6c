import { describe, expect, test } from 'vitest'
import { applyFix, applyFixes } from '../../src/authoring/fixes.ts'
import { check } from '../../src/checks/index.ts'
import { compile } from '../../src/compile/index.ts'
import type { Finding, Fix } from '../../src/findings/finding.ts'
import { finding } from '../../src/findings/report.ts'

const file = 'm.salus'
const fix = (...edits: readonly (readonly [start: number, end: number, text: string])[]): Fix => ({
  title: 'mend it',
  edits: edits.map(([start, end, text]) => ({ span: { file, start, end }, text })),
})
const found = (...fixes: readonly Fix[]): Finding => finding('import-empty', {}, { fixes })

describe('fixes', () => {
  test('all edits of one are applied, wherever they stand', () => {
    expect(applyFix('one two three', fix([0, 3, '1'], [8, 13, '3']))).toBe('1 two 3')
  })

  test('of several findings the first fix of each; the same one once', () => {
    const both = [found(fix([0, 3, '1']), fix([0, 3, 'I'])), found(fix([4, 7, '2'])), found(fix([4, 7, '2']))]
    expect(applyFixes('one two three', both, file)).toMatchObject({ text: '1 2 three', left: [] })
  })

  test('one that overlaps another is left whole for later', () => {
    const clash = fix([2, 5, '-'], [8, 13, '3'])
    expect(applyFixes('one two three', [found(fix([0, 3, '1'])), found(clash)], file)).toMatchObject({
      text: '1 two three',
      left: [clash],
    })
  })

  test('insertions stay where they belong', () => {
    expect(applyFixes('ac', [found(fix([1, 1, 'b'])), found(fix([2, 2, 'd']))], file).text).toBe('abcd')
  })

  test('edits of another file, or beyond the text, are not applied', () => {
    const elsewhere: Fix = { title: '', edits: [{ span: { file: 'other.salus', start: 0, end: 1 }, text: 'x' }] }
    expect(applyFixes('abc', [found(elsewhere), found(fix([2, 9, 'x']))], file)).toMatchObject({
      text: 'abc',
      applied: [],
    })
  })

  test('what the checks offer mends a model', () => {
    let text = 'inputs { tickets count }\nmissing skip\nmeasure tickets { poor >= 5, concerning 2 to 5, healthy < 2 }\n'
    const overlaps = (): readonly Finding[] =>
      check(compile(text, file).model, null).filter(({ slug }) => slug === 'band-overlap')
    expect(overlaps()).toHaveLength(1)
    text = applyFixes(text, overlaps(), file).text
    expect(overlaps()).toEqual([])
  })
})
