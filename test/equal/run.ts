/**
 * Runs a corpus of models and rows through every back end and holds each to the evaluator of single accounts.
 *
 *     npm run equal -- [--without spark,postgres] [--only NAME] [--rows N] [--random N] [--seed N]
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sentence } from '../../src/findings/report.ts'
import { corpus } from './corpus.ts'
import { queryOf, queryOutcome } from './database.ts'
import { startDuckDB, startPostgres, startSpark, type Engine } from './engines/index.ts'
import { kernelOutcome, referenceOutcome, type Outcome } from './outcome.ts'
import { report } from './report.ts'
import type { Subject } from './subject.ts'
import { compare, failed, tallyOf, type Tally } from './tally.ts'

const STARTS = { duckdb: startDuckDB, postgres: startPostgres, spark: startSpark }
const LABELS: Readonly<Record<string, string>> = { duckdb: 'DuckDB', postgres: 'PostgreSQL', spark: 'Spark' }

const { values } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    only: { type: 'string' },
    rows: { type: 'string', default: '4000' },
    random: { type: 'string', default: '120' },
    seed: { type: 'string' },
    query: { type: 'boolean', default: false },
  },
})
const without = values.without.split(',').filter((name) => name !== '')
const unknown = without.find((name) => !(name in STARTS))
if (unknown !== undefined) stop(`there is no back end ${unknown} to leave out: ${Object.keys(STARTS).join(', ')}`)
if (without.length > 0) process.stdout.write(`left out as asked: ${without.join(', ')}\n`)

const engines = await started(Object.entries(STARTS).filter(([name]) => !without.includes(name)))
const kernels = tallyOf('kernels')
const tallies = new Map(engines.map((engine) => [engine, tallyOf(LABELS[engine.name]!)]))
const begun = performance.now()
/** Subjects whose answers are under way: Spark takes its time over each. */
const asking: Asked[] = []
let last: Subject['rows'] | null = null
for (const subject of corpus({
  rows: Number(values.rows),
  random: Number(values.random),
  randomRows: 1000,
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
})) {
  if (values.only !== undefined && !subject.name.includes(values.only)) continue
  if (last !== subject.rows) await Promise.all(engines.map((engine) => engine.load(subject.rows.table)))
  last = subject.rows
  const found = engines.map((engine) => asked(engine, subject))
  const wanted = referenceOutcome(subject)
  compare(kernels, subject, wanted, kernelOutcome(subject))
  asking.push({ subject, wanted, found })
  if (asking.length > 3) await answered(asking.shift()!)
}
for (const one of asking) await answered(one)
if (process.stderr.isTTY) process.stderr.write('\n')
await Promise.all(engines.map((engine) => engine.stop()))
const all = [kernels, ...tallies.values()]
report(all, (performance.now() - begun) / 1000)
const counts = { numPassedTests: 0, numFailedTests: 0 }
for (const { models, wrong } of all) {
  counts.numPassedTests += models - wrong
  counts.numFailedTests += wrong
}
if (process.env['SALUS_REPORT']) writeFileSync(process.env['SALUS_REPORT'], JSON.stringify(counts))
process.exitCode = all.some((one) => one.differences > 0) ? 1 : 0

/** What a back end gives; why it refuses; or how it failed. */
type Found =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly because: readonly string[] }
  | { readonly kind: 'failed'; readonly because: string }

interface Asked {
  readonly subject: Subject
  readonly wanted: Outcome
  readonly found: readonly Promise<Found>[]
}

async function answered({ subject, wanted, found }: Asked): Promise<void> {
  for (const [at, engine] of engines.entries()) hold(tallies.get(engine)!, subject, wanted, await found[at]!)
  if (process.stderr.isTTY) process.stderr.write(`\r${subject.name} `.padEnd(60))
}

async function asked(engine: Engine, subject: Subject): Promise<Found> {
  const { text, findings } = queryOf(subject, engine.name)
  if (text === null) return { kind: 'refused', because: findings.map(sentence) }
  if (values.query) process.stdout.write(`-- ${subject.name}, ${engine.name}\n${text}\n`)
  try {
    return { kind: 'outcome', outcome: await queryOutcome(engine, text) }
  } catch (because) {
    return { kind: 'failed', because: because instanceof Error ? because.message.slice(0, 300) : String(because) }
  }
}

function hold(into: Tally, subject: Subject, wanted: Outcome, found: Found): void {
  if (found.kind === 'outcome') compare(into, subject, wanted, found.outcome)
  else if (found.kind === 'failed') failed(into, subject, found.because)
  else into.refused.set(subject.name, found.because)
}

/** All of them, or one sentence about each that is missing. */
async function started(starts: readonly (readonly [string, () => Promise<Engine>])[]): Promise<readonly Engine[]> {
  const settled = await Promise.allSettled(starts.map(([, start]) => start()))
  const running = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const missing = settled.flatMap((one) => (one.status === 'rejected' ? [String((one.reason as Error).message)] : []))
  if (missing.length > 0) {
    await Promise.all(running.map((engine) => engine.stop()))
    stop(missing.join('\n'))
  }
  return running
}

function stop(because: string): never {
  process.stderr.write(`${because}\n`)
  process.exit(2)
}
