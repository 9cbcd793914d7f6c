import { describe, expect, test } from 'vitest'
import { type Desk, openDesk } from '../../src/host/desk/desk.ts'
import { VERSIONS } from '../../src/host/desk/save.ts'
import type { OverrideEntry } from '../../src/host/document/document.ts'
import { decodeDocument, encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { type MemoryWorkbook, memoryWorkbook } from '../../src/host/memory/workbook.ts'

const model = (points: number): string => `model m
inputs {
  account text "Account" key
  seats   count "Seats"
}
missing skip
measure seats poor < ${points} <= healthy
`
const ROWS = [
  ['Account', 'Seats'],
  ['Acme', 10],
  [null, null],
  ['Bits', 3],
]
const NOW = new Date(2026, 10, 22, 23, 30)
const OWN = [{ file: 'm.salus', text: model(5) }]

function open(workbook: MemoryWorkbook): Desk {
  return openDesk(workbook, { now: () => NOW })
}

function workbookWith(part: string | null = encodeDocument(newDocument(OWN))): MemoryWorkbook {
  return memoryWorkbook({ sheets: [{ name: 'Accounts', rows: ROWS }], part, author: 'Ann' })
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

describe('a document is loaded', () => {
  test('with its models compiled; the date is the day where the user is', async () => {
    const state = await open(workbookWith()).load()
    expect(state).toMatchObject({ status: 'ready', problem: null, asOf: Date.UTC(2026, 10, 22) / 86_400_000 })
    expect(state.models.map(({ file, sound, model: { name } }) => ({ file, sound, name }))).toEqual([
      { file: 'm.salus', sound: true, name: 'm' },
    ])
  })

  test('models import one another by the names of their files', async () => {
    const importing = `import "./m.salus" as base\nmodel n amends base\nmeasure seats poor < 2 <= healthy\n`
    const part = encodeDocument(newDocument([{ file: 'n.salus', text: importing }, ...OWN]))
    const { models } = await open(workbookWith(part)).load()
    expect(models.map(({ sound, model: { name } }) => ({ sound, name }))).toEqual([
      { sound: true, name: 'n' },
      { sound: true, name: 'm' },
    ])
  })

  test('one that cannot be read is a problem and is not written over', async () => {
    const workbook = workbookWith('<other/>')
    const desk = open(workbook)
    expect((await desk.load()).problem).toMatch(/Salus part/)
    expect(await desk.publish(OWN, null)).toEqual({ kind: 'refused', message: expect.any(String) as string })
    expect(await workbook.readPart()).toBe('<other/>')
  })
})

describe('publishing', () => {
  test('stores, notes who and why, compiles and computes again', async () => {
    const workbook = workbookWith()
    const desk = open(workbook)
    await desk.load()
    let recalculations = 0
    let changes = 0
    workbook.onRecalculate(() => recalculations++)
    desk.subscribe(() => changes++)
    const saved = await desk.publish([{ file: 'm.salus', text: model(4) }], 'lower')
    expect(saved.kind).toBe('saved')
    expect(recalculations).toBe(1)
    expect(changes).toBe(1)
    const { document, models } = desk.state()
    expect(document?.revision).toBe(1)
    expect(models[0]?.text).toBe(model(4))
    expect(document?.versions).toEqual([
      { file: 'm.salus', text: model(4), revision: 1, published: NOW.toISOString(), author: 'Ann', note: 'lower' },
      { file: 'm.salus', text: model(5), revision: 0, published: NOW.toISOString(), author: null, note: null },
    ])
  })

  test('keeps the last versions of each model, and gives any of them back', async () => {
    const desk = open(workbookWith())
    for (let k = 0; k < VERSIONS + 5; k++) await desk.publish([{ file: 'm.salus', text: model(k + 10) }], null)
    const versions = desk.state().document!.versions
    expect(versions.map(({ text }) => text)).toEqual(Array.from({ length: VERSIONS }, (_, k) => model(24 - k)))
    await desk.restore(versions[3]!)
    expect(desk.state().models[0]?.text).toBe(model(21))
    expect(desk.state().document?.versions[0]).toMatchObject({ text: model(21), note: 'restored revision 12' })
  })

  test('over a newer revision of somebody else writes nothing and gives both back', async () => {
    const workbook = workbookWith()
    const [ann, bob] = [open(workbook), open(workbook)]
    await Promise.all([ann.load(), bob.load()])
    // Bob is another computer: he has not heard of what Ann stores.
    bob.close()
    await ann.publish([{ file: 'm.salus', text: model(7) }], null)
    const saved = await bob.publish([{ file: 'm.salus', text: model(9) }], null)
    expect(saved).toMatchObject({
      kind: 'conflict',
      texts: [{ file: 'm.salus', base: model(5), mine: model(9), theirs: model(7) }],
    })
    expect((decodeDocument((await workbook.readPart())!) as { document: { revision: number } }).document.revision).toBe(
      1,
    )
    // Bob now sees Ann's, and may publish over it on purpose.
    expect(bob.state().models[0]?.text).toBe(model(7))
    expect((await bob.publish([{ file: 'm.salus', text: model(9) }], 'after all')).kind).toBe('saved')
    expect(bob.state().document).toMatchObject({ revision: 2, models: [{ text: model(9) }] })
  })

  test('different models by two people are both kept', async () => {
    const two = [...OWN, { file: 'n.salus', text: model(1).replace('model m', 'model n') }]
    const workbook = workbookWith(encodeDocument(newDocument(two)))
    const [ann, bob] = [open(workbook), open(workbook)]
    await Promise.all([ann.load(), bob.load()])
    bob.close()
    const annas = { file: 'm.salus', text: model(7) }
    const bobs = { file: 'n.salus', text: model(2).replace('model m', 'model n') }
    await ann.publish([annas, two[1]!], null)
    expect((await bob.publish([two[0]!, bobs], null)).kind).toBe('saved')
    expect(bob.state().document?.models).toEqual([annas, bobs])
  })

  test('what else is stored is put on top of what is there', async () => {
    const workbook = workbookWith()
    const [ann, bob] = [open(workbook), open(workbook)]
    await Promise.all([ann.load(), bob.load()])
    bob.close()
    await ann.publish([{ file: 'm.salus', text: model(7) }], null)
    const saved = await bob.update((document) => ({ ...document, asOf: '2026-01-31' }))
    expect(saved).toMatchObject({
      kind: 'saved',
      document: { revision: 2, asOf: '2026-01-31', models: [{ text: model(7) }] },
    })
  })

  test('is heard of by whoever else has the workbook open', async () => {
    const workbook = workbookWith()
    const [ann, bob] = [open(workbook), open(workbook)]
    await Promise.all([ann.load(), bob.load()])
    await ann.publish([{ file: 'm.salus', text: model(7) }], null)
    await settled()
    expect(bob.state().models[0]?.text).toBe(model(7))
  })
})

describe('the portfolio', () => {
  const override: OverrideEntry = {
    account: 'Bits',
    path: '',
    score: 9,
    band: null,
    reason: 'agreed',
    author: 'Ann',
    date: null,
    expiry: null,
    withdrawn: null,
  }

  test('finds the list of accounts, leaves blank rows out and knows where each stands', async () => {
    const portfolio = await open(workbookWith()).portfolio()
    if (portfolio === null || 'message' in portfolio) throw new Error('no portfolio')
    expect([...portfolio.list.columns.accounts!]).toEqual(['Acme', 'Bits'])
    expect([...portfolio.list.rows]).toEqual([1, 3])
  })

  test('applies the overrides in force, and keeps what was calculated', async () => {
    const rows = ROWS.filter(([account]) => account !== null)
    const document = { ...newDocument(OWN), overrides: [override, { ...override, account: 'Acme', withdrawn: 20_000 }] }
    const workbook = memoryWorkbook({ sheets: [{ name: 'Accounts', rows }], part: encodeDocument(document) })
    const portfolio = await open(workbook).portfolio()
    if (portfolio === null || 'message' in portfolio) throw new Error('no portfolio')
    expect([...portfolio.scores.score]).toEqual([10, 9])
    expect([...portfolio.overridden.keys()]).toEqual([1])
    expect(portfolio.explain(1)).toMatchObject({ account: 'Bits', score: 9, scoreBefore: 0, bandBefore: 'poor' })
  })

  test('is made once, and again when an account changes', async () => {
    const workbook = workbookWith()
    const desk = open(workbook)
    const first = await desk.portfolio()
    expect(await desk.portfolio()).toBe(first)
    const { epoch } = desk.state()
    await workbook.writeCells({ sheet: 'Accounts', top: 1, left: 1, bottom: 1, right: 1 }, [[1]])
    await settled()
    expect(desk.state().epoch).toBeGreaterThan(epoch)
    const again = await desk.portfolio()
    expect(again !== null && 'scores' in again && again.scores.score[0]).toBe(0)
  })

  test('is null where no list feeds the model', async () => {
    const workbook = memoryWorkbook({
      sheets: [{ name: 'Notes', rows: [['hello']] }],
      part: encodeDocument(newDocument(OWN)),
    })
    expect(await open(workbook).portfolio()).toBeNull()
  })
})
