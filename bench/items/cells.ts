import { bindRow } from '../../src/engine/kernels/row.ts'
import { score } from '../../src/engine/kernels/score.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { itemReaders, rowReader } from '../../src/tables/row-reader.ts'
import { accounts, columnsOf } from '../accounts.ts'
import { atMost, sameNumbers, type Item } from '../item.ts'
import { defaultPlan } from '../models.ts'
import { rowsOf } from '../peers/rows.ts'
import { ratio, type Ratio } from '../ratio.ts'

const LENGTH = 10_000

/** A range of 20 columns as a host hands it over: the inputs of Default by label, and twelve columns that nothing reads. */
function block(): { readonly header: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] } {
  const { model } = defaultPlan()
  const columns = columnsOf(accounts(LENGTH))
  const used = model.inputs.filter((input) => columns.inputs.has(input.name))
  const header = [
    ...used.map((input) => input.labels[0]!),
    ...Array.from({ length: 20 - used.length }, (_, k) => `Column ${k}`),
  ]
  const rows = rowsOf(columns).map((row, i) => [
    ...used.map(({ name, type }): Cell => {
      const value = row[name] ?? null
      if (value === null) return ''
      if (type === 'yes/no') return value === 1
      return type === 'percent' ? Math.round(Number(value) * 100) : value
    }),
    ...Array.from({ length: 20 - used.length }, (_, k): Cell => [`text ${i % 50}`, (i * k) / 7, null][k % 3]!),
  ])
  return { header, rows }
}

async function oneCall(): Promise<Ratio> {
  const { header, rows } = block()
  const ready = defaultPlan()
  const cells = [header, ...rows]
  const text = JSON.stringify(cells)
  const run = () => score(ready, bindCells(cells, ready.model.inputs).columns)
  sameNumbers('block', run().score, score(ready, columnsOf(accounts(LENGTH))).score)
  return ratio({ units: LENGTH, run }, { units: LENGTH, run: () => JSON.parse(text) })
}

async function manyCalls(): Promise<Ratio> {
  const { header, rows } = block()
  const ready = defaultPlan()
  const scoreRow = bindRow(ready, itemReaders(rowReader(header, ready.model.inputs).bound))
  const one = (row: readonly Cell[]) => scoreRow(row).score
  sameNumbers('rows', rows.map(one), score(ready, columnsOf(accounts(LENGTH))).score)
  let last = 0
  const run = () => {
    for (const row of rows) last += one(row)
    return last
  }
  const marshal = () => rows.forEach((row) => JSON.parse(JSON.stringify(row)))
  return ratio({ units: LENGTH, run }, { units: LENGTH, run: marshal })
}

export const cellItems: readonly Item[] = [
  { name: 'block 10,000 x 20 / JSON.parse of it', target: '≤ 0.4', isMet: atMost(0.4), measure: oneCall },
  { name: '10,000 calls of a row / JSON of the row', target: '≤ 0.1', isMet: atMost(0.1), measure: manyCalls },
]
