import type { Command } from 'commander'
import type { Finding } from '../../findings/finding.ts'
import { formulaBook } from '../../formula/index.ts'
import { writeBook } from '../../tables/xlsx/write-book.ts'
import { demandWhole, type DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { readGivenCells } from '../given-cells.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { EXIT, Problem } from '../problem.ts'
import { demandSegment } from '../score-accounts.ts'
import { findingsJson, hasErrors, printFindings } from '../text/findings.ts'
import { writeBytes } from '../write-text.ts'

interface FormulaCommandOptions extends DataOptions {
  readonly model: string
  readonly out: string
  readonly style: string
  readonly segment?: string
  readonly asOf?: string
  readonly json?: boolean
}

const STYLES = ['cells', 'let'] as const

/** `salus formula --model M --data D --out F`: a workbook that scores itself. */
export function formulaCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('formula')
    .description('write accounts as a workbook that scores itself with plain formulas')
    .requiredOption('--model <file>', 'the model')
    .requiredOption('--data <file>', 'accounts in csv, xlsx, json, ndjson or parquet; columns by label or input name')
    .requiredOption('--out <file>', 'the workbook to write, ending in .xlsx')
    .option('--style <name>', 'cells, for every Excel since 2019 and LibreOffice; let, for Excel 365', 'cells')
    .option('--segment <name>', 'score all accounts as this segment, whatever the data says')
    .option('--as-of <date>', 'the scoring date, or today; a cell of the workbook, where it may be changed')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--json', 'what is to be said, as JSON')
    .action(async (options: FormulaCommandOptions) => done(await runFormula(options, console)))
}

async function runFormula(options: FormulaCommandOptions, console: Console): Promise<number> {
  const style = STYLES.find((one) => one === options.style)
  if (style === undefined) throw new Problem(`--style is one of ${STYLES.join(', ')}; \`${options.style}\` is not`)
  if (!options.out.toLowerCase().endsWith('.xlsx')) throw new Problem(`${options.out} does not end in .xlsx`)
  const loaded = loadSoundModel(options.model, (found) => printFindings(found, console))
  const { model } = loaded
  const asOf = asOfDay(options.asOf)
  demandDate(model, asOf)
  const segment = demandSegment(model, options.segment)
  const { given, findings } = await readGivenCells(model, options, { asOf, ...(segment !== undefined && { segment }) })
  if (hasErrors(findings)) printFindings({ path: options.data, findings, texts: new Map() }, console)
  demandWhole(options.data, findings)
  const book = formulaBook(model, {
    accounts: given,
    columnOf: (input) => given.columns.get(input.name) ?? null,
    asOf,
    ...(segment !== undefined && { segment }),
    style,
    sheets: { model: 'Model', accounts: 'Accounts' },
  })
  report(options, { data: findings, model: book.findings }, console)
  if (book.sheets === null) return EXIT.findings
  const sheets = book.sheets.map(({ workings, ...sheet }) => ({ ...sheet, tables: [], folded: workings }))
  await writeBytes(options.out, await writeBook({ sheets, part: null, calculate: true }, { own: [], namespace: '' }))
  return EXIT.fine
}

function report(
  options: FormulaCommandOptions,
  found: { readonly data: readonly Finding[]; readonly model: readonly Finding[] },
  console: Console,
): void {
  const texts = new Map<string, string>()
  const parts = [
    { path: options.data, findings: found.data, texts },
    { path: options.model, findings: found.model, texts },
  ]
  if (options.json) {
    console.out(`${JSON.stringify(parts.map(findingsJson), null, 2)}\n`)
    return
  }
  for (const part of parts) if (part.findings.length > 0) printFindings(part, console)
}
