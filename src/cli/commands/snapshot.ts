import type { Command } from 'commander'
import { mkdirSync } from 'node:fs'
import { fillAcross } from '../../engine/across/fill.ts'
import type { ScoreTableOptions } from '../../engine/across/score-columns.ts'
import { evaluate } from '../../engine/evaluate.ts'
import { isoDate } from '../../engine/days.ts'
import { type Plan, plan } from '../../engine/kernels/plan.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { keep } from '../../history/keep.ts'
import type { SnapshotRows } from '../../history/rows.ts'
import { scoreRows } from '../../history/score-rows.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Model } from '../../model/model.ts'
import { rowAt } from '../../model/row-at.ts'
import { FORMATS, type Format } from '../../tables/node.ts'
import type { DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { dayOf } from '../dates.ts'
import { figureOptions, loadSources, type FigureOptions } from '../figures.ts'
import { type DatedAccounts, readDated } from '../dated-accounts.ts'
import { loadHistory, placeOf, storeScorings } from '../kept-files.ts'
import { loadSoundModel } from '../load-model.ts'
import { needsDate } from '../needs-date.ts'
import { loadOverrides } from '../overrides.ts'
import { EXIT, Problem } from '../problem.ts'
import { demandSegment } from '../score-accounts.ts'
import { findingsJson, hasErrors, printFindings } from '../text/findings.ts'
import { type RestoreOptions, restore } from '../restore.ts'

interface SnapshotOptions extends DataOptions, RestoreOptions, FigureOptions {
  readonly model: string
  readonly to: string
  readonly asOf?: string
  readonly dateColumn?: string
  readonly keep?: string
  readonly segment?: string
  readonly overrides?: string
  readonly recorded?: string
  readonly restate?: string
  readonly format?: string
  readonly json?: boolean
}

/** `salus snapshot --model M --data D --as-of DATE --to PLACE`: keeps every score of a date; what is kept is never changed. */
export function snapshotCommand(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('snapshot')
    .description('keep every score of a date, or give a date back that was kept')
    .option('--model <file>', 'the model')
    .option('--data <file>', 'the accounts of the date')
    .option('--to <place>', 'a folder, which gets a file each time, or one file that grows')
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--date-column <column>', 'for a table of many dates: the column that says which')
    .option('--keep <columns>', 'columns of the data to carry along, with commas: acv,owner')
    .option('--segment <name>', 'score all accounts as this segment, whatever the data says')
    .option('--overrides <file>', 'overrides by people, each on the dates on which it is in force')
    .option('--restate <reason>', 'keep other numbers of a date that is kept already, beside the earlier ones')
    .option('--recorded <date>', 'the day on which this is kept, or today')
    .option('--restore <date>', 'give back what was known on a date')
    .option('--from <place>', 'with --restore: where snapshots are kept')
    .option('--with-left', 'with --restore: also accounts that had left by then, with their last scores')
    .option('--out <file>', 'with --restore: write there; the format is that of its name')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--format <format>', `one of ${FORMATS.join(', ')}; parquet in a folder unless said otherwise`)
    .option('--json', 'what was kept, as JSON')
  figureOptions(command).action(async (options: SnapshotOptions) => {
    done(options.restore === undefined ? await runSnapshot(options, console) : await restore(options, console))
  })
}

async function runSnapshot(given: SnapshotOptions, console: Console): Promise<number> {
  const options = demandOptions(given)
  const place = placeOf(options.to)
  const format = demandFormat(options.format)
  const asOf = dayOf(options.asOf, '--as-of')
  const recordedAt = dayOf(options.recorded, '--recorded')
  const { model } = loadSoundModel(options.model, (found) => printFindings(found, console))
  const columns = (options.keep ?? '').split(',').map((name) => name.trim())
  const say = (found: readonly Finding[], path: string): void =>
    printFindings({ path, findings: found, texts: new Map() }, console)
  const fillerOf = await loadSources(model, options, say)
  const keeping = columns.filter((name) => name !== '')
  const { dated, findings } = await readDated(model, { ...options, asOf, fillerOf, keep: keeping })
  if (hasErrors(findings) || dated.length === 0) {
    say(findings, options.data)
    throw new Problem(
      `nothing was kept: ${dated.length === 0 ? `${options.data} has no rows to score` : 'every row needs a date and an account of its own'}`,
    )
  }
  const { history, findings: found } = await loadHistory(place)
  const scorings = await scoreDated(model, dated, { ...options, recordedAt }, console)
  const { added, same, refused, otherVersions } = keep(history, scorings, options.restate ?? null)
  const told = [
    ...refused.map(({ scoring, difference: { account, what, kept, now } }) =>
      finding('snapshot-differs', { date: isoDate(scoring.date)!, account, what, kept, now }),
    ),
    ...otherVersions.map((one) =>
      finding('snapshot-other-version', { date: isoDate(one.date)!, model: one.model.name }),
    ),
  ]
  let file: string | null = null
  if (refused.length === 0 && added.length > 0) {
    if (place.kind === 'folder') mkdirSync(place.path, { recursive: true })
    file = await storeScorings(place, history, added, format)
  }
  if (options.json) {
    const kept = refused.length > 0 ? [] : added.map((one) => summary(one))
    const result = {
      file,
      kept,
      same: same.map((one) => summary(one)),
      refused: refused.map(({ scoring, difference }) => ({ ...summary(scoring), difference })),
      findings: findingsJson({ path: options.data, findings: [...findings, ...found, ...told], texts: new Map() })
        .findings,
    }
    console.out(`${JSON.stringify(result, null, 2)}\n`)
  } else {
    say(findings, options.data)
    say([...found, ...told], options.to)
    if (refused.length === 0) console.out(`${sayKept(added, same, file)}\n`)
    else console.err(`nothing was kept: add --restate "the reason" to keep these numbers beside the earlier ones\n`)
  }
  return refused.length > 0 ? EXIT.findings : EXIT.fine
}

/** Every date scored as it would have been on that day. */
async function scoreDated(
  model: Model,
  dated: readonly DatedAccounts[],
  options: Pick<SnapshotOptions, 'segment' | 'overrides'> & {
    readonly data: string
    readonly recordedAt: number | null
  },
  console: Console,
): Promise<readonly SnapshotRows[]> {
  const segment = demandSegment(model, options.segment)
  const isDated = needsDate(model)
  let ready: Plan | null = null
  const scorings: SnapshotRows[] = []
  for (const { date, columns: read, carried } of dated) {
    if (ready === null || isDated) ready = plan(model, { asOf: date, segment })
    const overrides = await overridesOn(model, date, options.overrides, console)
    const { columns, findings } = fillAcross(model, read, { asOf: date, segment, overrides })
    printFindings({ path: options.data, findings, texts: new Map() }, console)
    const overridden = overriddenRows(model, columns, { asOf: date, segment, overrides })
    scorings.push(scoreRows(ready, columns, { date, recordedAt: options.recordedAt, overridden, carried }))
  }
  return scorings
}

async function overridesOn(
  model: Model,
  asOf: number,
  path: string | undefined,
  console: Console,
): Promise<ScoreTableOptions['overrides']> {
  if (path === undefined) return undefined
  const { byAccount, findings } = await loadOverrides(path, model, asOf, (found) =>
    printFindings({ path, findings: found, texts: new Map() }, console),
  )
  printFindings({ path, findings: findings.filter(({ level }) => level === 'error'), texts: new Map() }, console)
  return byAccount
}

function overriddenRows(
  model: Model,
  columns: DatedAccounts['columns'],
  { asOf, segment, overrides: all }: ScoreTableOptions,
): ReadonlyMap<number, Explanation> {
  const rows = new Map<number, Explanation>()
  if (all === undefined) return rows
  const inputs = allInputs(model)
  for (const [row, account] of (columns.accounts ?? []).entries()) {
    const overrides = all.get(account)
    if (overrides === undefined) continue
    const options = { asOf, account, overrides, ...(segment !== undefined && { segment }) }
    rows.set(row, evaluate(model, rowAt(columns, inputs, row), options))
  }
  return rows
}

type Demanded = SnapshotOptions & Required<Pick<SnapshotOptions, 'model' | 'data' | 'to'>>

function demandOptions(options: SnapshotOptions): Demanded {
  for (const name of ['model', 'data', 'to'] as const) {
    if (options[name] === undefined) throw new Problem(`--${name} is needed to keep a snapshot`)
  }
  if ((options.asOf === undefined) === (options.dateColumn === undefined)) {
    throw new Problem(
      'say of which day the accounts are: --as-of 2025-06-30, or --date-column for a table of many days',
    )
  }
  return options
}

function demandFormat(typed: string | undefined): Format {
  const format = FORMATS.find((one) => one === (typed ?? 'parquet'))
  if (format === undefined) throw new Problem(`--format is one of ${FORMATS.join(', ')}; \`${typed}\` is not`)
  return format
}

function summary({ date, model, inputsHash, sequence, restated, accounts }: SnapshotRows) {
  return {
    date: isoDate(date),
    model: model.name,
    version: model.version,
    hash: model.hash,
    inputsHash,
    sequence,
    restated,
    accounts: accounts.length,
  }
}

function sayKept(added: readonly SnapshotRows[], same: readonly SnapshotRows[], file: string | null): string {
  const parts: string[] = []
  if (added.length > 0) parts.push(`kept ${sayScorings(added)} in ${file}`)
  if (same.length > 0) parts.push(`${sayScorings(same)} kept already, with the same numbers`)
  return parts.join('; ')
}

function sayScorings(scorings: readonly SnapshotRows[]): string {
  const scores = scorings.reduce((sum, { accounts }) => sum + accounts.length, 0).toLocaleString('en')
  const [first, last] = [isoDate(scorings[0]!.date), isoDate(scorings.at(-1)!.date)]
  return scorings.length === 1
    ? `${scores} scores of ${first}`
    : `${scores} scores of ${scorings.length} dates, ${first} to ${last},`
}
