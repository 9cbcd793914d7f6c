import type { Command } from 'commander'
import { isoDate } from '../../engine/days.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { type Alert, alertsOf } from '../../history/alerts.ts'
import { cadenceOf } from '../../history/cadence.ts'
import type { History } from '../../history/history.ts'
import { seriesOf } from '../../history/series.ts'
import { chosenBy } from '../../host/filter/snapshot-fields.ts'
import { alertJson, alertTable } from '../alert-output.ts'
import type { Console } from '../console.ts'
import { dayOf } from '../dates.ts'
import { demandHistory } from '../kept-files.ts'
import { csvText } from '../print-pieces.ts'
import { EXIT, Problem } from '../problem.ts'
import { printAlerts } from '../text/alerts.ts'
import { findingsJson, printFindings } from '../text/findings.ts'
import { whereFilter } from '../where.ts'
import { writeText } from '../write-text.ts'
import { demandModel, demandSegments } from './trend.ts'

interface AlertsOptions {
  readonly snapshots: string
  readonly model?: string
  readonly dimension?: string
  readonly direction: string
  readonly hold: string
  readonly margin: string
  readonly drop?: string
  readonly days: string
  readonly since?: string
  readonly segment?: readonly string[]
  readonly where?: readonly string[]
  readonly cadence?: string
  readonly asOf?: string
  readonly format: string
  readonly out?: string
  readonly json?: boolean
}

/** `salus alerts --snapshots PLACE`: who has crossed into another band or lost many points, each with its reason. */
export function alertsCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('alerts')
    .description('accounts that crossed into another band or lost many points, and why')
    .requiredOption('--snapshots <place>', 'where salus snapshot keeps them')
    .option('--model <name>', 'the model, where snapshots of several are kept')
    .option('--dimension <path>', 'of one dimension; of the whole score without it')
    .option('--direction <which>', 'crossings to the worse, the better, or both', 'worse')
    .option('--hold <count>', 'so many snapshots in a row must say the same', '1')
    .option('--margin <points>', 'a crossing counts where the score moved by so many points as well', '0')
    .option('--drop <points>', 'also who has lost so many points')
    .option('--days <days>', 'within so many days', '31')
    .option('--since <date>', 'alerts from that date on; those of the last snapshot without it')
    .option('--segment <names...>', 'only accounts of these segments')
    .option('--where <conditions...>', 'only accounts for which all of these hold: "acv >= 10000" "owner = Ann"')
    .option('--cadence <how often>', 'warn where scores are older: weekly, monthly, 45d; needs --as-of')
    .option('--as-of <date>', 'the day on which this is asked, or today')
    .option('--format <format>', 'text, csv or json', 'text')
    .option('--out <file>', 'write there')
    .option('--json', 'the same as --format json')
    .action(async (options: AlertsOptions) => done(await runAlerts(options, console)))
}

async function runAlerts(options: AlertsOptions, console: Console): Promise<number> {
  const format = options.json ? 'json' : options.format
  if (!['text', 'csv', 'json'].includes(format))
    throw new Problem(`--format is text, csv or json; \`${format}\` is not`)
  const since = dayOf(options.since, '--since')
  const { history, findings } = await demandHistory(options.snapshots)
  const model = demandModel(history, options.model)
  const series = seriesOf(history, model)
  const told = [...findings, ...staleness(series.at(-1)!.date, options)]
  const filter = whereFilter(options.where ?? [], history)
  const segments = demandSegments(history, options.segment ?? [])
  const all = alertsOf(history, {
    model,
    of: demandDimension(history, options.dimension),
    direction: demandDirection(options.direction),
    hold: Math.max(1, Math.floor(numberOf(options.hold, '--hold'))),
    margin: numberOf(options.margin, '--margin'),
    drop:
      options.drop === undefined
        ? null
        : { points: numberOf(options.drop, '--drop'), days: numberOf(options.days, '--days') },
    chosen: chosenBy(history, segments, filter === null ? [] : [filter]),
  })
  const alerts = all.filter(({ to }) => to.date >= (since ?? series.at(-1)!.date))
  const text = await written(alerts, format, history, told, console)
  if (format !== 'json') printFindings({ path: options.snapshots, findings: told, texts: new Map() }, console)
  if (options.out === undefined) console.out(text)
  else await writeText(options.out, text)
  return EXIT.fine
}

async function written(
  alerts: readonly Alert[],
  format: string,
  history: History,
  told: readonly Finding[],
  console: Console,
): Promise<string> {
  if (format === 'json') {
    const { findings } = findingsJson({ path: '', findings: told, texts: new Map() })
    return `${JSON.stringify({ alerts: alerts.map((one) => alertJson(one)), findings }, null, 2)}\n`
  }
  if (format === 'text') return `${printAlerts(alerts, history, console.style).join('\n')}\n`
  const { fields, batch } = alertTable(alerts)
  return csvText(fields, batch)
}

/** Scores older than the cadence that was declared are said to be. */
function staleness(last: number, { cadence: typed, asOf: text }: AlertsOptions): readonly Finding[] {
  if (typed === undefined) return []
  const cadence = cadenceOf(typed)
  const asOf = dayOf(text, '--as-of')
  if (cadence === null)
    throw new Problem(`--cadence is daily, weekly, monthly, quarterly or days such as 45d; \`${typed}\` is not`)
  if (asOf === null) throw new Problem('--cadence needs --as-of: on which day is this asked?')
  const days = asOf - last
  return days <= cadence.days ? [] : [finding('scores-old', { date: isoDate(last)!, days, cadence: cadence.said })]
}

function demandDimension({ snapshots }: History, typed: string | undefined): string {
  if (typed === undefined) return ''
  const paths = [
    ...new Set(
      snapshots.flatMap(({ parts }) => [...parts].filter(([, { kind }]) => kind === 'dimension').map(([path]) => path)),
    ),
  ]
  if (paths.includes(typed)) return typed
  throw new Problem(`snapshots have no dimension \`${typed}\`; there are ${paths.join(', ')}`)
}

function demandDirection(typed: string): 'worse' | 'better' | 'both' {
  if (typed === 'worse' || typed === 'better' || typed === 'both') return typed
  throw new Problem(`--direction is worse, better or both; \`${typed}\` is not`)
}

function numberOf(typed: string, option: string): number {
  const value = Number(typed)
  if (typed.trim() !== '' && Number.isFinite(value) && value >= 0) return value
  throw new Problem(`${option} takes a number from 0 on; \`${typed}\` is none`)
}
