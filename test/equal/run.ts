/**
 * Runs a corpus of models and rows through every back end and holds each to the evaluator of single accounts.
 *
 *     npm run equal -- [--without spark,postgres] [--only NAME] [--rows N] [--random N] [--seed N] [--query]
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DIALECTS } from '../../src/sql/index.ts'
import { database, kernels, type Backend, type Found } from './backend.ts'
import { startCommand } from './command.ts'
import { corpus } from './corpus.ts'
import { queryOf } from './database.ts'
import { startLibreOffice } from './formulas.ts'
import { IN_WORKBOOKS } from './in-workbook.ts'
import { startDuckDB, startPostgres, startSpark } from './engines/index.ts'
import { referenceOutcome, type Outcome } from './outcome.ts'
import { startParser } from './parser.ts'
import { report, type Parsed } from './report.ts'
import type { Subject } from './subject.ts'
import { hold, tallyOf } from './tally.ts'

const { values } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    only: { type: 'string' },
    rows: { type: 'string', default: '4000' },
    random: { type: 'string', default: '60' },
    seed: { type: 'string' },
    query: { type: 'boolean', default: false },
  },
})

/** What must be started before it can be asked. Each throws one sentence where it cannot. */
const STARTS: Readonly<Record<string, () => Promise<Backend>>> = {
  duckdb: async () => database('DuckDB', await startDuckDB()),
  postgres: async () => database('PostgreSQL', await startPostgres()),
  spark: async () => database('Spark', await startSpark()),
  formulas: startLibreOffice,
  command: startCommand,
}
const EXECUTED = ['duckdb', 'postgres', 'spark']

const without = values.without.split(',').filter((name) => name !== '')
const names = [...Object.keys(STARTS), 'parser']
const unknown = without.find((name) => !names.includes(name))
if (unknown !== undefined) stop(`there is no ${unknown} to leave out: ${names.join(', ')}`)
if (without.length > 0) process.stdout.write(`left out, as asked: ${without.join(', ')}\n`)

if (!without.includes('formulas')) for (const one of IN_WORKBOOKS) process.stdout.write(`in workbooks ${one}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const begun = performance.now()
const backends = [kernels, ...(await started(Object.keys(STARTS).filter((name) => !without.includes(name))))]
const parser = without.includes('parser') ? null : await startParser().catch((because: Error) => stop(because.message))
const tallies = backends.map(({ label }) => tallyOf(label))
const parsed: Parsed[] = DIALECTS.map(({ name, label }) => ({ name, label, queries: 0, complaints: [] }))

/** Subjects whose answers are under way: some take their time. */
const asking: Asked[] = []
for (const subject of corpus({
  rows: Number(values.rows),
  random: Number(values.random),
  randomRows: 1000,
  ...(values.seed === undefined ? {} : { seed: Number(values.seed) }),
})) {
  if (values.only !== undefined && !subject.name.includes(values.only)) continue
  const found = backends.map((one) => (one.takes(subject) ? one.ask(subject) : null))
  const parsing = parse(subject)
  asking.push({ subject, wanted: referenceOutcome(subject), found, parsing })
  if (asking.length > 3) await answered(asking.shift()!)
}
for (const one of asking) await answered(one)
if (process.stderr.isTTY) process.stderr.write('\n')
const counts = report(tallies, parser === null ? [] : parsed, (performance.now() - begun) / 1000)
if (process.env['SALUS_REPORT']) writeFileSync(process.env['SALUS_REPORT'], JSON.stringify(counts))
process.exitCode = counts.numFailedTests > 0 ? 1 : 0
await Promise.all(backends.map((backend) => backend.stop()))
await parser?.stop()

interface Asked {
  readonly subject: Subject
  readonly wanted: Outcome
  /** By back end; null where it is not asked. */
  readonly found: readonly (Promise<Found> | null)[]
  readonly parsing: Promise<void>
}

async function answered({ subject, wanted, found, parsing }: Asked): Promise<void> {
  for (const [at, tally] of tallies.entries()) {
    const given = await found[at]
    if (given) hold(tally, subject, wanted, given)
  }
  await parsing
  if (process.stderr.isTTY) process.stderr.write(`\r${subject.name} `.padEnd(60))
}

/** Has the query of every dialect parsed by somebody else; of random models, those that nothing here executes. */
async function parse(subject: Subject): Promise<void> {
  for (const into of parsed) {
    if (subject.kind === 'in a workbook' || (subject.kind === 'random' && EXECUTED.includes(into.name))) continue
    const { text } = queryOf(subject, into.name)
    if (text === null) continue
    if (values.query) process.stdout.write(`-- ${subject.name}, ${into.label}\n${text}\n`)
    into.queries++
    const complaints = (await parser?.complaints(text, into.name)) ?? []
    into.complaints.push(...complaints.map((one) => `${subject.name}: ${one}`))
  }
}

/** All of them, or one sentence about each that is missing. */
async function started(wanted: readonly string[]): Promise<readonly Backend[]> {
  const settled = await Promise.allSettled(wanted.map((name) => STARTS[name]!()))
  const running = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const missing = settled.flatMap((one) => (one.status === 'rejected' ? [String((one.reason as Error).message)] : []))
  if (missing.length > 0) {
    await Promise.all(running.map((backend) => backend.stop()))
    stop(missing.join('\n'))
  }
  return running
}

function stop(because: string): never {
  process.stderr.write(`${because}\n`)
  process.exit(2)
}
