import { expect, test } from 'vitest'
import { openDesk } from '../../src/host/desk/desk.ts'
import type { Portfolio } from '../../src/host/desk/portfolio.ts'
import type { Connection } from '../../src/host/document/document.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import { comparedTexts } from '../../src/model/compared-texts.ts'
import { connectionOf, withColumn, withList } from '../../src/taskpane/connect/connections.ts'
import { inputFacts } from '../../src/taskpane/connect/input-facts.ts'
import { sayFinding } from '../../src/taskpane/connect/say-finding.ts'

const MODEL = `model m
inputs {
  account text  "Account" key
  seats   count "Seats"
  active  count "Active users"
}
missing skip
measure seats  poor < 5 <= healthy
measure active poor < 5 <= healthy
`
const ROWS = [
  ['Account', 'Seats', 'Active user', 'Notes'],
  ['Acme', 10, 7, 'x'],
  ['Bits', 'many', null, 'x'],
  ['Cola', null, 2, 'y'],
]

async function open(connections: readonly Connection[] = []): Promise<Portfolio> {
  const part = encodeDocument({ ...newDocument([{ file: 'm.salus', text: MODEL }]), connections })
  const found = await openDesk(memoryWorkbook({ sheets: [{ name: 'Accounts', rows: ROWS }], part })).portfolio()
  if (found === null || 'kind' in found) throw new Error(found?.message ?? 'no list')
  return found
}

async function factsOf(name: string, connections: readonly Connection[] = []) {
  const { list, applied } = await open(connections)
  const input = applied.inputs.find((one) => one.name === name)!
  return inputFacts(list, connectionOf(connections, list.region), input)
}

test('a column found by its header: what is in it, what is blank and what cannot be read', async () => {
  expect(await factsOf('seats')).toMatchObject({
    header: 'Seats',
    column: 1,
    found: 'label',
    samples: ['10', 'many'],
    blanks: 1,
    unreadable: [1],
  })
})

test('a renamed column is suggested, and once it is connected it feeds the input', async () => {
  expect(await factsOf('active')).toMatchObject({ column: null, found: 'not found', near: 'Active user', blanks: 3 })
  const { list } = await open()
  const connections = withColumn([], list.region, 'active', 'Active user')
  expect(connections).toEqual([{ sheet: 'Accounts', table: null, columns: { active: 'Active user' } }])
  expect(await factsOf('active', connections)).toMatchObject({ header: 'Active user', found: 'hand', blanks: 1 })
  const { scores } = await open(connections)
  expect([...(scores.explanation?.measures.get('active')?.points ?? [])].map(Number.isNaN)).toEqual([
    false,
    true,
    false,
  ])
})

test('a text that is nearly one that a condition asks for is told, with the accounts that have it', async () => {
  const model = `${MODEL.replace('active  count', 'team text "Team"\n  active  count')}
segment digital when team is one of ("Digital", "Tier 1") { measure seats off }
`
  const teams = ['Digitl', 'digital ', 'Enterprise', 'Tier 2', null, 'Digitl']
  const rows = [['Account', 'Seats', 'Team'], ...teams.map((team, at) => [`A${at}`, at, team])]
  const part = encodeDocument(newDocument([{ file: 'm.salus', text: model }]))
  const found = await openDesk(memoryWorkbook({ sheets: [{ name: 'Accounts', rows }], part })).portfolio()
  if (found === null || 'kind' in found) throw new Error(found?.message ?? 'no list')
  const { list, applied } = found
  const team = applied.inputs.find(({ name }) => name === 'team')!
  const compared = comparedTexts(applied.model).get('team')
  expect(compared).toEqual(['Digital', 'Tier 1'])
  expect(inputFacts(list, connectionOf([], list.region), team, compared).slips).toEqual([
    { text: 'Digitl', near: 'Digital', rows: [0, 5] },
  ])
})

test('no column on purpose is no complaint, and can be taken back', async () => {
  const { list } = await open()
  const without = withColumn([], list.region, 'seats', null)
  expect(await factsOf('seats', without)).toMatchObject({ column: null, found: 'left out', near: null })
  const again = withColumn(without, list.region, 'seats', undefined)
  expect(await factsOf('seats', again)).toMatchObject({ header: 'Seats', found: 'label' })
})

test('the list that is chosen comes first, with what was connected on it before', async () => {
  const { list } = await open()
  const other: Connection = { sheet: 'Old', table: 'T', columns: { seats: 'Places' } }
  const own: Connection = { sheet: 'accounts', table: null, columns: { seats: 'Notes' } }
  expect(withList([other, own], list.region)).toEqual([own, other])
})

test('findings are sentences with names in quotation marks', async () => {
  const { list } = await open([{ sheet: 'Accounts', table: null, columns: { seats: 'Notes', active: 'Notes' } }])
  expect(list.matching.findings.map(sayFinding)).toContain('Column “Notes” is claimed by “Seats” and “Active users”.')
})
