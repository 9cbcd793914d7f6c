import { plan, type Plan } from '../../src/engine/kernels/plan.ts'
import { score } from '../../src/engine/kernels/score.ts'
import type { Columns } from '../../src/model/columns.ts'
import { accounts, columnsOf, generator } from '../accounts.ts'
import { atMost, sameNumbers, type Item } from '../item.ts'
import { asOf, defaultPlan, wideModel } from '../models.ts'
import { generatedScores, generatedWide } from '../peers/generated/wide.ts'
import { loopScores, scoreByLoop } from '../peers/loop.ts'
import { ratio, type Job, type Ratio } from '../ratio.ts'

/** Scores the same rows again and again, into the same columns: what a loop by hand does too. */
export function scoring(columns: Columns, ready: Plan = defaultPlan()): Job {
  let into = score(ready, columns)
  return { units: columns.length, run: () => (into = score(ready, columns, { into })) }
}

async function againstLoop(length: number): Promise<Ratio> {
  const of = accounts(length)
  const columns = columnsOf(of)
  const out = loopScores(length)
  scoreByLoop(of, out)
  const own = score(defaultPlan(), columns)
  sameNumbers('loop', own.score, out.score)
  for (const path of ['pulse', 'technical', 'relationships', 'utilization'] as const) {
    sameNumbers(`loop, ${path}`, own.dimensions.get(path)!.score, out[path])
  }
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
  const ready = plan(wideModel(dimensions), { asOf })
  const generated = generatedWide(dimensions)
  const into = generatedScores(dimensions, length)
  generated(values, into, length)
  const own = score(ready, columns)
  sameNumbers('generated, score', own.score, into.score)
  sameNumbers('generated, band', own.band, into.band)
  sameNumbers('generated, coverage', own.coverage, into.coverage)
  for (const [d, one] of into.dimensions.entries()) {
    sameNumbers('generated, dimension', own.dimensions.get(`d${d}`)!.score, one.score)
    sameNumbers('generated, dimension band', own.dimensions.get(`d${d}`)!.band, one.band)
  }
  return ratio(scoring(columns, ready), { units: length, run: () => generated(values, into, length) })
}

async function explaining(): Promise<Ratio> {
  const columns = columnsOf(accounts(100_000))
  const ready = defaultPlan()
  const run = () => score(ready, columns, { columns: 'explanation' })
  return ratio({ units: columns.length, run }, scoring(columns), 5)
}

export const scoringItems: readonly Item[] = [
  {
    name: 'Default, 1M accounts / loop (b)',
    target: '≤ 3 (goal 2.2)',
    isMet: atMost(3),
    measure: () => againstLoop(1e6),
  },
  { name: 'Default, 20k accounts / loop (b)', target: '', isMet: () => true, measure: () => againstLoop(2e4) },
  { name: '12 measures / generated code', target: '≤ 1', isMet: atMost(1), measure: () => againstGenerated(3) },
  { name: '20 measures / generated code', target: '≤ 1', isMet: atMost(1), measure: () => againstGenerated(5) },
  { name: 'explanation columns, 100k / scoring', target: '≤ 15', isMet: atMost(15), measure: explaining },
]
