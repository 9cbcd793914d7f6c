import type { Command } from 'commander'
import { diffOnData, type Impact } from '../../authoring/diff/data.ts'
import { diffModels } from '../../authoring/diff/diff.ts'
import { diffLines } from '../../authoring/diff/say.ts'
import type { Columns } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'
import { demandWhole, readColumns, type DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { EXIT, Problem } from '../problem.ts'
import { hasErrors, printFindings } from '../text/findings.ts'
import { printTable, type PrintedColumn } from '../text/table.ts'

interface DiffOptions extends Partial<DataOptions> {
  readonly asOf?: string
  readonly movers?: string
  readonly json?: boolean
}

/** `salus diff before.salus after.salus`: what changed in meaning, and with data which accounts move. */
export function diffCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('diff')
    .description('say what changed in meaning between two versions of a model')
    .argument('<before>', 'the older model')
    .argument('<after>', 'the newer model')
    .option('--data <file>', 'a table of accounts: also say which of them move')
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--movers <number>', 'how many accounts to list', '10')
    .option('--json', 'the difference as JSON')
    .action(async (beforePath: string, afterPath: string, options: DiffOptions) => {
      const [before, after] = [beforePath, afterPath].map(
        (path) => loadSoundModel(path, (found) => printFindings(found, console)).model,
      ) as [Model, Model]
      const diff = diffModels(before, after)
      const impact = options.data === undefined ? null : await impactOf(before, after, options.data, options, console)
      if (options.json) console.out(`${JSON.stringify({ ...diff, impact }, null, 2)}\n`)
      else {
        const names = after.segments.map((segment) => segment.name)
        const lines = [...diffLines(diff, names), ...(impact ? ['', ...impactLines(impact)] : [])]
        console.out(`${lines.join('\n')}\n`)
      }
      done(EXIT.fine)
    })
}

async function impactOf(
  before: Model,
  after: Model,
  data: string,
  options: DiffOptions,
  console: Console,
): Promise<Impact> {
  const asOf = asOfDay(options.asOf)
  const movers = Number(options.movers)
  if (!Number.isInteger(movers) || movers < 0)
    throw new Problem(`--movers is a number of accounts; \`${options.movers}\` is not`)
  for (const model of [before, after]) demandDate(model, asOf)
  const read = (model: Model): Promise<Columns> => columnsOf(model, { ...options, data }, asOf, console)
  return diffOnData(
    { model: before, columns: await read(before) },
    { model: after, columns: await read(after) },
    { asOf, movers },
  )
}

async function columnsOf(model: Model, options: DataOptions, asOf: number | null, console: Console): Promise<Columns> {
  const { columns, findings } = await readColumns(model, options, { asOf })
  if (hasErrors(findings)) printFindings({ path: options.data, findings, texts: new Map() }, console)
  demandWhole(options.data, findings)
  return columns
}

const moverColumns: readonly PrintedColumn[] = [
  { title: 'account', align: 'left', most: 40 },
  { title: 'score', align: 'left' },
  { title: 'band', align: 'left' },
  { title: 'segment', align: 'left' },
]

function impactLines({ accounts, moved, bands, movers }: Impact): string[] {
  const changed = bands.filter(({ from, to }) => from !== to)
  const rows = movers.map((mover) => [
    { text: mover.account ?? `row ${mover.row + 1}` },
    { text: turn(mover.score, (score) => String(Number(score.toFixed(2)))) },
    { text: turn(mover.band, (band) => band) },
    { text: turn(mover.segment, (segment) => segment) },
  ])
  return [
    `Of ${accounts} accounts, ${moved.score} get another score, ${moved.band} another band, ${moved.segment} another segment.`,
    ...changed.map(({ from, to, count }) => `  ${count} from ${from ?? 'no score'} to ${to ?? 'no score'}`),
    ...(rows.length > 0 ? ['', ...printTable(moverColumns, rows, (text) => text)] : []),
  ]
}

/** `5 → 7.5`, or the one value where both are the same. */
function turn<T>({ before, after }: { before: T | null; after: T | null }, say: (value: T) => string): string {
  const [was, is] = [before, after].map((value) => (value === null ? 'none' : say(value)))
  return was === is ? was! : `${was} → ${is}`
}
