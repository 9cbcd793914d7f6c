import type { Command } from 'commander'
import type { Finding } from '../../findings/finding.ts'
import { startSnapshot } from '../../history/snapshot.ts'
import { FORMATS, formatOf, type Format, type TableBatch } from '../../tables/node.ts'
import { ENGINES, engineFor } from '../engines.ts'
import { demandWhole, readAccounts, type DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { figureOptions, loadFigures, type FigureOptions } from '../figures.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { loadOverrides } from '../overrides.ts'
import { EXIT, Problem } from '../problem.ts'
import { demandSegment, explainBatch, explanationWriter, type ScoreWith } from '../score-accounts.ts'
import { tableScorer } from '../score-table.ts'
import { scoreWithDuckdb } from '../score-in-duckdb.ts'
import { scoreWithSpark } from '../score-in-spark.ts'
import { hasErrors, printFindings } from '../text/findings.ts'
import { writeExplanations, writeScores, type Target } from '../write-scores.ts'
import { writeText } from '../write-text.ts'

interface ScoreOptions extends DataOptions, FigureOptions {
  readonly model: string
  readonly segment?: string
  readonly out?: string
  readonly format?: string
  readonly asOf?: string
  readonly overrides?: string
  readonly snapshot?: string
  readonly measures?: boolean
  readonly why?: boolean
  readonly json?: boolean
  readonly engine?: string
  readonly memory?: string
  readonly master?: string
}

/** `salus score --model M --data D`: every account's score, as a table or as full explanations. */
export function scoreCommand(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('score')
    .description('score a table of accounts')
    .requiredOption('--model <file>', 'the model')
    .requiredOption('--data <file>', 'accounts in csv, xlsx, json, ndjson or parquet; columns by label or input name')
    .option('--segment <name>', 'score all accounts as this segment, whatever the data says')
    .option('--out <file>', 'write there; the format is that of its name')
    .option('--format <format>', `one of ${FORMATS.join(', ')}; json and ndjson hold full explanations`)
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--overrides <file>', 'overrides by people: account, score or band, reason, author, date, expiry')
    .option('--snapshot <file>', 'also write every score of this date, with the hashes of model and data, as JSON')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--measures', 'in a table, also a few columns for every measure')
    .option('--why', 'in a table, also one sentence why')
    .option('--json', 'the same as --format json')
    .option('--engine <name>', `what scores: ${ENGINES.join(', ')}; otherwise whichever is faster for the file`)
    .option('--memory <size>', 'the most memory DuckDB takes, such as 2GB, which it is without')
    .option(
      '--master <address>',
      'where Spark is: local[2], spark://host:7077, sc://host; all cores of this machine without it',
    )
  figureOptions(command).action(async (options: ScoreOptions) => done(await runScore(options, console)))
}

async function runScore(options: ScoreOptions, console: Console): Promise<number> {
  const asOf = asOfDay(options.asOf)
  const format = outputFormat(options)
  const say = (findings: readonly Finding[], path: string): void =>
    printFindings({ path, findings, texts: new Map() }, console)
  const { model } = loadSoundModel(options.model, (found) => printFindings(found, console))
  demandDate(model, asOf)
  const segment = demandSegment(model, options.segment)
  const engine = await engineFor(options, format)
  if (engine.name === 'spark') {
    const wanted = { asOf, ...(segment !== undefined && { segment }) }
    await scoreWithSpark(model, options, wanted, console, (findings) => say(findings, options.data))
    return EXIT.fine
  }
  if (engine.name === 'duckdb') {
    const outcome = await scoreWithDuckdb(
      model,
      options,
      { asOf, format, ...(segment !== undefined && { segment }) },
      console,
    )
    if (outcome.kind === 'done') {
      say([...outcome.findings, ...outcome.written], options.data)
      demandWhole(options.data, outcome.findings)
      return hasErrors(outcome.written) ? EXIT.usage : EXIT.fine
    }
    if (engine.isForced) {
      say(outcome.findings, options.model)
      throw new Problem(`${outcome.problem}; --engine kernels does`)
    }
  }
  const overrides = options.overrides
    ? await loadOverrides(options.overrides, model, asOf, (found) => say(found, options.overrides!))
    : null
  const given: ScoreWith = {
    asOf,
    ...(segment !== undefined && { segment }),
    ...(overrides && { overrides: overrides.byAccount }),
  }
  const snapshot = options.snapshot ? startSnapshot(model, asOf) : null
  const scored = new Set<string>()
  const seen = (batch: TableBatch): void => {
    if (overrides) for (const account of batch.columns.accounts ?? []) scored.add(account)
    snapshot?.add(batch.columns, explainBatch(model, batch, given))
  }

  const written: Finding[] = []
  const target: Target = { out: options.out, console }
  const figures = await loadFigures(model, options, asOf, say)
  const findings = await readAccounts(model, { ...options, figures }, given, async (batches) => {
    const watched = watch(batches, seen, console)
    const found =
      format === 'json' || format === 'ndjson'
        ? await writeExplanations(explanationWriter(model, given), watched, format, target)
        : await writeScores(tableScorer(model, given, tableChoice(options)), watched, format, target)
    written.push(...found)
  })
  say([...findings, ...written], options.data)
  if (overrides) say([...overrides.findings, ...overrides.strangers(scored)], options.overrides!)
  demandWhole(options.data, findings)
  if (hasErrors(written)) return EXIT.usage
  if (snapshot) await writeText(options.snapshot!, `${JSON.stringify(snapshot.finish())}\n`)
  return EXIT.fine
}

function tableChoice(options: ScoreOptions): Parameters<typeof tableScorer>[2] {
  return { measures: options.measures === true, why: options.why === true }
}

function outputFormat(options: ScoreOptions): Format {
  const named = options.format ?? (options.json ? 'json' : undefined)
  if (named !== undefined) {
    const format = FORMATS.find((one) => one === named)
    if (format) return format
    throw new Problem(`--format is one of ${FORMATS.join(', ')}; \`${named}\` is not`)
  }
  if (options.out === undefined) return 'csv'
  const format = formatOf(options.out)
  if (format) return format
  throw new Problem(`the name ${options.out} does not say a format: end it in .csv, or add --format`)
}

/** Shows every batch to `see` and says now and then how far it is, once it has taken long enough to wonder. */
async function* watch(
  batches: AsyncIterable<TableBatch>,
  see: (batch: TableBatch) => void,
  console: Console,
): AsyncGenerator<TableBatch> {
  let rows = 0
  let said = performance.now() + 2000
  for await (const batch of batches) {
    see(batch)
    yield batch
    rows += batch.columns.length
    if (performance.now() < said) continue
    said = performance.now() + 1000
    console.err(`${rows.toLocaleString('en')} accounts scored\n`)
  }
}
