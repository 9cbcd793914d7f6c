import { describe, expect, test } from 'vitest'
import { folder, salus } from './run.ts'

const before = `model team "Team"
inputs {
  account text key "Account"
  defects count "Defects"
}
missing skip
measure defects  healthy < 2 <= concerning < 5 <= poor
`
const after = before.replace('healthy < 2', 'healthy < 3')
const files = folder({
  'before.salus': before,
  'same.salus': before.replace(
    'healthy < 2 <= concerning < 5 <= poor',
    '{ poor >= 5  concerning 2 to 4  healthy < 2 }',
  ),
  'after.salus': after,
  'broken.salus': before.replace('< 5 <=', '<= 5 <='),
  'accounts.csv': 'Account,Defects\na,2\nb,2\nc,9\nd,\n',
})

describe('diff', () => {
  test('the values whose band changed', async () => {
    expect(await salus(['diff', files['before.salus'], files['after.salus']])).toEqual({
      code: 0,
      out: 'defects: 2 was concerning, is healthy\n',
      err: '',
    })
  })

  test('another way of writing the same is no difference', async () => {
    expect((await salus(['diff', files['before.salus'], files['same.salus']])).out).toBe('no difference in meaning\n')
  })

  test('with accounts, which of them move', async () => {
    const { out } = await salus(['diff', files['before.salus'], files['after.salus'], '--data', files['accounts.csv']])
    expect(out).toContain('Of 4 accounts, 2 get another score, 2 another band, 0 another segment.')
    expect(out).toMatch(/^a +5 → 10 +concerning → healthy\b/m)
    expect(out).not.toMatch(/^c /m)
  })

  test('as JSON', async () => {
    const { out } = await salus([
      'diff',
      files['before.salus'],
      files['after.salus'],
      '--data',
      files['accounts.csv'],
      '--json',
    ])
    expect(JSON.parse(out)).toMatchObject({
      same: false,
      changes: [{ kind: 'cells', path: 'defects', cells: [{ witness: 2, before: 'concerning', after: 'healthy' }] }],
      impact: { accounts: 4, moved: { score: 2, band: 2, segment: 0 } },
    })
  })

  test('a model with errors is shown and refused, a wrong count is wrong use', async () => {
    expect(await salus(['diff', files['before.salus'], files['broken.salus']])).toMatchObject({ code: 2, out: '' })
    const args = ['diff', files['before.salus'], files['after.salus'], '--data', files['accounts.csv'], '--movers', 'x']
    expect(await salus(args)).toMatchObject({ code: 2, out: '' })
  })
})
