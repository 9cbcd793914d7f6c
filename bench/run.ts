import { appendFileSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { plan } from '../src/engine/kernels/plan.ts'
import { score } from '../src/engine/kernels/score.ts'
import type { Columns } from '../src/model/columns.ts'
import { accounts, columnsOf, generator } from './accounts.ts'
import { defaultModel, wideModel } from './models.ts'
import { generatedWide } from './peers/generated/wide.ts'
import { loopScores, scoreByLoop } from './peers/loop.ts'
import { cel, filtrex, jsonRulesEngine, rowsOf, zen } from './peers/rows.ts'
import { ratio, type Job, type Ratio } from './ratio.ts'

/** `npm run bench`: every item beside its target, as ratios within one run, recorded in `history.jsonl`. */
interface Item {
  readonly name: string
  readonly target: string
  readonly isMet: (ratio: number) => boolean
  readonly measure: () => Promise<Ratio>
}

const asOf = 20_000

function sameNumbers(name: string, own: Float64Array, other: Float64Array): void {
  const at = own.findIndex((value, i) => !Object.is(value, other[i]))
  if (at !== -1) throw new Error(`${name}: row ${at} scores ${own[at]}, not ${other[at]}`)
}

function scoring(columns: Columns, made = plan(defaultModel(), { asOf })): Job {
  let into = score(made, columns)
  return { units: columns.length, run: () => (into = score(made, columns, { into })) }
}

async function againstLoop(length: number): Promise<Ratio> {
  const of = accounts(length)
  const columns = columnsOf(of)
  const out = loopScores(length)
  scoreByLoop(of, out)
  const own = score(plan(defaultModel(), { asOf }), columns)
  sameNumbers('loop', own.score, out.score)
  sameNumbers('loop', own.dimensions.get('technical')!.score, out.technical)
  const few = accounts(20_000)
  const fewOut = loopScores(few.length)
  return ratio(scoring(columns), { units: few.length, run: () => scoreByLoop(few, fewOut) })
}

async function againstGenerated(dimensions: number): Promise<Ratio> {
  const length = 20_000
  const random = generator(3)
  const values = Array.from({ length: dimensions * 4 }, () =>
    Float64Array.from({ length }, () => (random() < 0.1 ? NaN : Math.floor(random() * 100))),
  )
  const inputs = new Map(values.map((own, k) => [`m${k}`, { kind: 'number' as const, values: own, unreadable: [] }]))
  const columns: Columns = { length, accounts: null, inputs }
  const made = plan(wideModel(dimensions), { asOf })
  const generated = generatedWide(dimensions)
  sameNumbers('generated', score(made, columns).score, generated(values, length).score)
  return ratio(scoring(columns, made), { units: length, run: () => generated(values, length) })
}

/** How many times as long the peer takes: on some of the rows for the slow ones. */
async function peer(make: () => ReturnType<typeof filtrex>, length: number): Promise<Ratio> {
  const all = columnsOf(accounts(100_000))
  const few = columnsOf(accounts(length))
  const rows = rowsOf(few)
  const run = make()
  sameNumbers(make.name, await run(rows), score(plan(defaultModel(), { asOf }), few).score)
  return ratio({ units: length, run: () => run(rows) }, scoring(all), 5)
}

async function explaining(): Promise<Ratio> {
  const columns = columnsOf(accounts(100_000))
  const made = plan(defaultModel(), { asOf })
  const run = () => score(made, columns, { columns: 'explanation' })
  return ratio({ units: columns.length, run }, scoring(columns), 5)
}

const atMost = (limit: number) => (found: number) => found <= limit
const atLeast = (limit: number) => (found: number) => found >= limit

const items: readonly Item[] = [
  {
    name: 'Default, 1M accounts / loop (b)',
    target: '≤ 3, goal 2.2',
    isMet: atMost(3),
    measure: () => againstLoop(1e6),
  },
  { name: 'Default, 20k accounts / loop (b)', target: '', isMet: () => true, measure: () => againstLoop(2e4) },
  { name: '12 measures / generated code', target: '≤ 1', isMet: atMost(1), measure: () => againstGenerated(3) },
  { name: '20 measures / generated code', target: '≤ 1', isMet: atMost(1), measure: () => againstGenerated(5) },
  { name: 'filtrex / us, 100k', target: '≥ 35', isMet: atLeast(35), measure: () => peer(filtrex, 100_000) },
  { name: 'CEL / us, 100k', target: '≥ 35', isMet: atLeast(35), measure: () => peer(cel, 100_000) },
  { name: 'ZEN (loop) / us', target: '≥ 600', isMet: atLeast(600), measure: () => peer(zen, 2_000) },
  { name: 'json-rules-engine / us', target: '≥ 600', isMet: atLeast(600), measure: () => peer(jsonRulesEngine, 1_000) },
  { name: 'explanation columns / scoring, 100k', target: '≤ 15', isMet: atMost(15), measure: explaining },
]

const wanted = process.argv[2]
const found: Record<string, Ratio> = {}
console.log(`${'item'.padEnd(40)}${'ratio'.padStart(9)}  ${'target'.padEnd(15)}${'ns/unit'.padStart(10)}`)
for (const { name, target, isMet, measure } of items) {
  if (wanted !== undefined && !name.includes(wanted)) continue
  const result = await measure()
  found[name] = result
  const shown = result.ratio.toFixed(result.ratio < 100 ? 2 : 0)
  const verdict = target === '' ? '' : isMet(result.ratio) ? 'met' : 'missed'
  console.log(
    `${name.padEnd(40)}${shown.padStart(9)}  ${target.padEnd(15)}${result.nanoseconds.toFixed(0).padStart(10)}  ${verdict}`,
  )
}
const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  devDependencies: Record<string, string>
}
const record = {
  at: new Date().toISOString(),
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  peers: devDependencies,
  found,
}
appendFileSync(new URL('history.jsonl', import.meta.url), `${JSON.stringify(record)}\n`)
