import type { Command } from 'commander'
import type { Finding } from '../../findings/finding.ts'
import type { Explanation } from '../../model/explanation.ts'
import {
  encode,
  FORMATS,
  formatOf,
  writeTable,
  type Format,
  type OutputBatch,
  type TableBatch,
} from '../../tables/node.ts'
import { writePieces, writeWhole } from '../../tables/write/file.ts'
import { readAccounts, type DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { EXIT, Problem } from '../problem.ts'
import { tableScorer, type TableScorer } from '../score-table.ts'
import { demandSegment, explainBatch, type ScoreWith } from '../score-accounts.ts'
import { hasErrors, printFindings } from '../text/findings.ts'

interface ScoreOptions extends DataOptions {
  readonly model: string
  readonly segment?: string
  readonly out?: string
  readonly format?: string
  readonly asOf?: string
  readonly measures?: boolean
  readonly why?: boolean
  readonly json?: boolean
}

/** `salus score --model M --data D`: every account's score, as a table or as full explanations. */
export function scoreCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('score')
    .description('score a table of accounts')
    .requiredOption('--model <file>', 'the model')
    .requiredOption('--data <file>', 'accounts in csv, xlsx, json, ndjson or parquet; columns by label or input name')
    .option('--segment <name>', 'score all accounts as this segment, whatever the data says')
    .option('--out <file>', 'write there; the format is that of its name')
    .option('--format <format>', `one of ${FORMATS.join(', ')}; json and ndjson hold full explanations`)
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--measures', 'in a table, also a few columns for every measure')
    .option('--why', 'in a table, also one sentence why')
    .option('--json', 'the same as --format json')
    .action(async (options: ScoreOptions) => {
      const asOf = asOfDay(options.asOf)
      const format = outputFormat(options)
      const { model } = loadSoundModel(options.model, (found) => printFindings(found, console))
      demandDate(model, asOf)
      const segment = demandSegment(model, options.segment)
      const given: ScoreWith = { asOf, ...(segment !== undefined && { segment }) }
      const choice = { measures: options.measures === true, why: options.why === true }
      const written: Finding[] = []
      const { findings } = await readAccounts(model, options, async (batches) => {
        const counted = countRows(batches, console)
        const found =
          format === 'json' || format === 'ndjson'
            ? await writeJson(
                encodeExplanations(counted, (batch) => explainBatch(model, batch, given), format),
                options.out,
                console,
              )
            : await writeScores(tableScorer(model, given, choice), counted, format, options.out, console)
        written.push(...found)
      })
      printFindings({ path: options.data, findings: [...findings, ...written], texts: new Map() }, console)
      if (hasErrors(findings)) throw new Problem(`${options.data} could not be read whole`)
      done(hasErrors(written) ? EXIT.usage : EXIT.fine)
    })
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

/** Says now and then how far it is, once it has taken long enough to wonder. */
async function* countRows(batches: AsyncIterable<TableBatch>, console: Console): AsyncGenerator<TableBatch> {
  let rows = 0
  let said = performance.now() + 2000
  for await (const batch of batches) {
    yield batch
    rows += batch.columns.length
    if (performance.now() < said) continue
    said = performance.now() + 1000
    console.err(`${rows.toLocaleString('en')} accounts scored\n`)
  }
}

async function writeScores(
  scorer: TableScorer,
  batches: AsyncIterable<TableBatch>,
  format: Format,
  out: string | undefined,
  console: Console,
): Promise<readonly Finding[]> {
  const scored = scoreAll(scorer, batches)
  if (out !== undefined) return writeTable(out, format, scorer.fields, scored)
  if (format !== 'csv') throw new Problem(`${format} cannot be shown on a screen: add --out scores.${format}`)
  return print(encode('csv', scorer.fields, scored), console)
}

async function* scoreAll(scorer: TableScorer, batches: AsyncIterable<TableBatch>): AsyncGenerator<OutputBatch> {
  for await (const batch of batches) yield scorer.score(batch)
}

function writeJson(
  pieces: AsyncIterable<Uint8Array>,
  out: string | undefined,
  console: Console,
): Promise<readonly Finding[]> {
  return out === undefined ? print(pieces, console) : writeWhole(out, (temporary) => writePieces(temporary, pieces))
}

/** The contract's JSON: an array of explanations, or one a line. */
async function* encodeExplanations(
  batches: AsyncIterable<TableBatch>,
  explain: (batch: TableBatch) => readonly Explanation[],
  format: 'json' | 'ndjson',
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const between = format === 'json' ? ',\n' : '\n'
  let before = format === 'json' ? '[\n' : ''
  let any = false
  for await (const batch of batches) {
    if (batch.columns.length === 0) continue
    any = true
    const texts = explain(batch).map((explanation) => JSON.stringify(explanation))
    yield encoder.encode(before + texts.join(between))
    before = between
  }
  if (format === 'json') yield encoder.encode(any ? '\n]\n' : '[]\n')
  else if (any) yield encoder.encode('\n')
}

async function print(pieces: AsyncIterable<Uint8Array>, console: Console): Promise<readonly Finding[]> {
  const decoder = new TextDecoder()
  for await (const piece of pieces) console.out(decoder.decode(piece, { stream: true }))
  return []
}
