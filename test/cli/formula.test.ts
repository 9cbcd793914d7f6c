import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { folder, salus } from './run.ts'

const files = folder({
  'team.salus': `model team "Team"
inputs {
  account text key "Account"
  defects count "Defects"
}
missing skip
measure defects  healthy < 2 <= concerning < 5 <= poor
`,
  'accounts.csv': 'Account,Defects,=1+1,@x\n=1+1,1,=A1,@sum\n"=HYPERLINK(""http://x"")",2,+1,"a ""b"""\n',
  'empty.csv': '',
  'none.xlsx': 'not a workbook',
  'twice.csv': 'Account,Defects,Defects\na,1,2\n',
})
const out = join(files.dir, 'out.xlsx')

describe('formula', () => {
  test('no text of a table becomes a formula', async () => {
    const { code } = await salus(formula(files['accounts.csv'], out))
    expect(code).toBe(0)
    const entries = unzipSync(readFileSync(out))
    const sheet = strFromU8(entries['xl/worksheets/sheet1.xml']!)
    for (const place of ['A2', 'A3', 'C1', 'C2', 'C3', 'D1', 'D2', 'D3'])
      expect(sheet).toMatch(new RegExp(`<c r="${place}"[^>]* t="s"[^>]*><v>`))
  })

  test.each([
    ['empty.csv', 'empty.csv cannot be read: it is empty'],
    ['none.xlsx', 'none.xlsx cannot be read: it is not an Excel workbook'],
    ['twice.csv', '`Defects` could be column'],
  ] as const)('of %s is said why it is not read, and nothing is written', async (name, why) => {
    const target = `${out}.${name}.xlsx`
    const { code, err } = await salus(formula(files[name], target))
    expect(code).toBe(2)
    expect(err.split(`${files[name]} could not be read whole`)[0]).toContain(why)
    expect(existsSync(target)).toBe(false)
  })
})

function formula(data: string, to: string): readonly string[] {
  return ['formula', '--model', files['team.salus'], '--data', data, '--out', to]
}
