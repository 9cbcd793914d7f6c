import { describe, expect, test } from 'vitest'
import { checked } from './apply.ts'

const slugsOf = (text: string) => checked(text).findings.map(({ slug }) => slug)
const unused = (line: string, end = '\n') =>
  ['model m', 'missing skip', 'inputs { x count', line, '}', 'measure x  poor < 5 <= healthy', ''].join(end)

describe('`allow`', () => {
  test('on its own line permits what stands there', () => {
    expect(slugsOf(unused('  y count // allow input-unused: comes next quarter'))).toEqual([])
  })
  test('standing alone permits the next line of code, over blank lines and comments', () => {
    expect(slugsOf(unused('  // allow input-unused: later\n\n  // a remark\n  y count'))).toEqual([])
  })
  test('reads every kind of line break', () => {
    expect(slugsOf(unused('  y count // allow input-unused: later', '\r\n'))).toEqual([])
  })
  test('does not reach further than one line', () => {
    expect(slugsOf(unused('  // allow input-unused: later\n  y count\n  z count'))).toEqual(['input-unused'])
  })
  test('permits only what it names', () => {
    expect(slugsOf(unused('  y count // allow let-unused: later')).toSorted()).toEqual(['allow-unused', 'input-unused'])
  })
  test('without a reason permits all the same, and is asked for it', () => {
    expect(slugsOf(unused('  y count // allow input-unused'))).toEqual(['allow-without-reason'])
    expect(slugsOf(unused('  y count // allow input-unused:'))).toEqual(['allow-without-reason'])
  })
  test('without a reason and without anything to permit can only go', () => {
    expect(
      slugsOf('// allow input-unused\nmodel m\nmissing skip\ninputs { x count }\nmeasure x  poor < 5 <= healthy\n'),
    ).toEqual(['allow-unused'])
  })
  test('never permits an error', () => {
    const text = 'model m\nmissing skip\ninputs { x count }\n// allow band-gap: meant\nmeasure x  poor < 5 < healthy\n'
    expect(slugsOf(text).toSorted()).toEqual(['allow-unused', 'band-gap'])
  })
})
