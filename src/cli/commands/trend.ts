import type { Command } from 'commander'
import type { History } from '../../history/history.ts'
import { type Step, STEPS } from '../../history/period.ts'
import { knownOn, modelsIn, seriesOf } from '../../history/series.ts'
import { type Trend, trendOf } from '../../history/trend.ts'
import { chosenBy } from '../../host/filter/snapshot-fields.ts'
import type { Console } from '../console.ts'
import { dayOf } from '../dates.ts'
import { demandHistory } from '../kept-files.ts'
import { csvText } from '../print-pieces.ts'
import { EXIT, Problem } from '../problem.ts'
import { printFindings } from '../text/findings.ts'
import { printTrend } from '../text/trend.ts'
import { trendJson, trendTable } from '../trend-output.ts'
import { whereFilter } from '../where.ts'
import { writeText } from '../write-text.ts'

interface TrendOptions {
  readonly snapshots: string
  readonly by: string
  readonly model?: string
  readonly amount?: string
  readonly segment?: readonly string[]
  readonly where?: readonly string[]
  readonly at?: string
  readonly format?: string
  readonly out?: string
  readonly json?: boolean
}

/** `salus trend --snapshots PLACE`: accounts and what they are worth by band over time. */
export function trendCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('trend')
    .description('accounts and ACV by band over time, from snapshots')
    .requiredOption('--snapshots <place>', 'where salus snapshot keeps them')
    .option('--by <step>', `one of ${STEPS.join(', ')}: the last snapshot of each counts`, 'month')
    .option('--model <name>', 'the model, where snapshots of several are kept')
    .option('--amount <column>', 'the carried column that says what an account is worth; acv or the like without it')
    .option('--segment <names...>', 'only accounts of these segments')
    .option('--where <conditions...>', 'only accounts for which all of these hold: "acv >= 10000" "owner = Ann"')
    .option('--at <date>', 'what was known on that date alone')
    .option('--format <format>', 'text, csv or json', 'text')
    .option('--out <file>', 'write there')
    .option('--json', 'the same as --format json')
    .action(async (options: TrendOptions) => done(await runTrend(options, console)))
}

async function runTrend(options: TrendOptions, console: Console): Promise<number> {
  const step = STEPS.find((one) => one === options.by)
  if (step === undefined) throw new Problem(`--by is one of ${STEPS.join(', ')}; \`${options.by}\` is not`)
  const format = options.json ? 'json' : options.format
  if (format !== 'text' && format !== 'csv' && format !== 'json') {
    throw new Problem(`--format is text, csv or json; \`${options.format}\` is not`)
  }
  const at = dayOf(options.at, '--at')
  const loaded = await demandHistory(options.snapshots, options.where === undefined ? 'no parts' : 'parts')
  printFindings({ path: options.snapshots, findings: loaded.findings, texts: new Map() }, console)
  const model = demandModel(loaded.history, options.model)
  const history = at === null ? loaded.history : onlyKnownOn(loaded.history, model, at)
  const filter = whereFilter(options.where ?? [], history)
  const chosen = chosenBy(history, demandSegments(history, options.segment ?? []), filter === null ? [] : [filter])
  const by: Step = at === null ? step : 'date'
  const trend = trendOf(history, { model, step: by, amount: options.amount ?? null, chosen })
  if (options.amount !== undefined && trend.amount === null) {
    throw new Problem(`no snapshot carries numbers in a column \`${options.amount}\``)
  }
  const text = await written(trend, format, console)
  if (options.out === undefined) console.out(text)
  else await writeText(options.out, text)
  return EXIT.fine
}

async function written(trend: Trend, format: 'text' | 'csv' | 'json', console: Console): Promise<string> {
  if (format === 'json') return `${JSON.stringify(trendJson(trend), null, 2)}\n`
  if (format === 'text') return `${printTrend(trend, console.style).join('\n')}\n`
  const { fields, batch } = trendTable(trend)
  return csvText(fields, batch)
}

/** The model that is asked for, or the only one there is. */
export function demandModel(history: History, asked: string | undefined): string {
  const models = modelsIn(history)
  const found = asked === undefined ? models[0]! : models.find((name) => name === asked)
  if (found === undefined) throw new Problem(`no snapshots of a model \`${asked}\`; there are ${models.join(', ')}`)
  if (asked === undefined && models.length > 1) {
    throw new Problem(`snapshots of several models are kept: add --model, one of ${models.join(', ')}`)
  }
  return found
}

/** Segments by name, whatever their case. */
export function demandSegments({ segments }: History, asked: readonly string[]): readonly string[] {
  return asked.map((name) => {
    const found = segments.find((one) => one.toLowerCase() === name.toLowerCase())
    if (found !== undefined) return found
    throw new Problem(`no snapshot has a segment \`${name}\`; there are ${segments.join(', ')}`)
  })
}

function onlyKnownOn(history: History, model: string, day: number): History {
  const known = knownOn(seriesOf(history, model), day)
  if (known === null) throw new Problem('nothing was kept until that date')
  return { ...history, snapshots: [known] }
}
