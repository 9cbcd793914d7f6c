import { readFileSync } from 'node:fs'
import { score } from '../../src/engine/kernels/score.ts'
import { answer } from '../../src/functions/answer.ts'
import type { Answer, Call } from '../../src/functions/call.ts'
import type { Block } from '../../src/host/block.ts'
import { type Desk, openDesk } from '../../src/host/desk/desk.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { accounts, columnsOf } from '../accounts.ts'
import { atMost, sameNumbers, type Item } from '../item.ts'
import { SOURCEGRAPH, sourcegraph } from '../models.ts'
import { rowsOf } from '../peers/rows.ts'
import { ratio, type Ratio } from '../ratio.ts'

const CALLS = 10_000
const ROWS = 100_000
const COLUMNS = 16

interface Sheet {
  readonly desk: Desk
  readonly header: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  readonly call: (first: number, last: number, which: string | null) => Call
}

/** A sheet of accounts: the inputs of the handbook by label, the team among them, and columns that nothing reads. */
async function sheet(length: number): Promise<Sheet> {
  const model = sourcegraph()
  const columns = columnsOf(accounts(length))
  const used = model.inputs.filter(({ name }) => columns.inputs.has(name) || name === 'team')
  const header = [
    ...used.map(({ labels }) => labels[0]!),
    ...Array.from({ length: COLUMNS - used.length }, (_, k) => `Column ${k}`),
  ]
  const rows = rowsOf(columns).map((row, i) => [
    ...used.map(({ name, type }): Cell => {
      if (name === 'team') return ['Digital', 'Enterprise', 'ELA', null][i % 4]!
      const value = row[name] ?? null
      if (value === null) return null
      if (type === 'yes/no') return value === 1
      return type === 'percent' ? Math.round(Number(value) * 100) : value
    }),
    ...Array.from({ length: COLUMNS - used.length }, (_, k): Cell => [`text ${i % 50}`, (i * k) / 7, null][k % 3]!),
  ])
  const part = encodeDocument(newDocument([{ file: 'sourcegraph.salus', text: readFileSync(SOURCEGRAPH, 'utf8') }]))
  const sheets = [{ name: 'Accounts', rows: [header, ...rows] }]
  const desk = openDesk(memoryWorkbook({ abilities: { cards: false }, sheets, part }))
  await desk.load()
  const call: Sheet['call'] = (first, last, which) => {
    const block: Block = { sheet: 'Accounts', top: first + 1, left: 0, bottom: last + 1, right: COLUMNS - 1 }
    const cells = last - first + 1 === rows.length ? rows : rows.slice(first, last + 1)
    return { arguments: [cells, which === null ? null : [[which]], null], addresses: [block, null, null] }
  }
  // From here on the headers are known.
  await answer(desk, 'HEALTH', call(0, length - 1, null))
  return { desk, header, rows, call }
}

function numbersOf(cells: Answer): number[] {
  return cells.map(([cell]) => (typeof cell === 'number' ? cell : NaN))
}

async function singleCells(): Promise<Ratio> {
  const { desk, rows, call } = await sheet(CALLS)
  const calls = rows.map((_, k) => call(k, k, null))
  const run = () => calls.map((one) => answer(desk, 'HEALTH', one) as Answer)
  sameNumbers('cells', numbersOf(run().flat()), numbersOf(await answer(desk, 'HEALTH', call(0, CALLS - 1, null))))
  const marshal = () => rows.forEach((row) => JSON.parse(JSON.stringify(row)))
  return ratio({ units: CALLS, run }, { units: CALLS, run: marshal })
}

async function spilled(which: string | null): Promise<Ratio> {
  const { desk, header, rows, call } = await sheet(ROWS)
  const applied = desk.apply(which)
  if (applied.kind === 'refusal') throw new Error(applied.message)
  const { columns } = bindCells([header, ...rows], applied.inputs)
  const kernels = () => score(applied.plan, columns)
  const given = call(0, ROWS - 1, which)
  const run = () => answer(desk, 'HEALTH', given)
  sameNumbers('spilled', numbersOf(await run()), kernels().score)
  return ratio({ units: ROWS, run }, { units: ROWS, run: kernels })
}

/** The longest time in which nothing else had a turn, beside the whole. */
async function longestSlice(): Promise<Ratio> {
  const { desk, call } = await sheet(ROWS)
  const given = call(0, ROWS - 1, null)
  const found: { readonly longest: number; readonly whole: number }[] = []
  for (let k = 0; k < 7; k++) {
    let longest = 0
    let isOver = false
    let last = performance.now()
    const turn = (): void => {
      const now = performance.now()
      longest = Math.max(longest, now - last)
      last = now
      if (!isOver) setTimeout(turn)
    }
    setTimeout(turn)
    const begun = performance.now()
    await answer(desk, 'HEALTH', given)
    const whole = performance.now() - begun
    isOver = true
    turn()
    found.push({ longest, whole })
  }
  const best = found.toSorted((a, b) => a.longest - b.longest)[0]!
  return { ratio: best.longest / best.whole, nanoseconds: best.longest * 1e6 }
}

const name = `HEALTH of ${ROWS.toLocaleString('en')} x ${COLUMNS}`

export const functionItems: readonly Item[] = [
  { name: '10,000 HEALTH cells / JSON of the row', target: '', isMet: () => true, measure: singleCells },
  { name: `${name} / kernels`, target: '≤ 10', isMet: atMost(10), measure: () => spilled(null) },
  { name: `${name}, Default / kernels`, target: '≤ 10', isMet: atMost(10), measure: () => spilled('Default') },
  { name: `${name}, longest slice / whole`, target: '', isMet: () => true, measure: longestSlice },
]
