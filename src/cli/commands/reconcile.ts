import type { Command } from 'commander'
import type { Ledger } from '../../finance/ledger.ts'
import type { Rates } from '../../finance/rates.ts'
import { drill, DRILLED, drilledFigure, type DrilledFigure, type DrilledPart } from '../../finance/reconcile/drill.ts'
import { reconciliationJson } from '../../finance/reconcile/json.ts'
import { openItems } from '../../finance/reconcile/open-items.ts'
import { MATCH_DAYS, reconcile } from '../../finance/reconcile/reconcile.ts'
import type { Reconciliation } from '../../finance/reconcile/reconciliation.ts'
import type { Console } from '../console.ts'
import { drillTable } from '../finance/drill-table.ts'
import { readingOptions } from '../finance/reading-options.ts'
import { readInputs, type ReconcileFiles } from '../finance/reconcile-inputs.ts'
import { EXIT, Problem } from '../problem.ts'
import { findingsJson, hasErrors, printFindings, type Findings } from '../text/findings.ts'
import { bandOutcomes } from '../finance/band-outcomes.ts'
import { printReconciliation } from '../text/reconciliation.ts'
import { writeBytes, writeText } from '../write-text.ts'

interface ReconcileOptions extends ReconcileFiles {
  readonly out: readonly string[]
  readonly drill?: string
  readonly strict?: boolean
  readonly json?: boolean
}

/** `salus reconcile --ledger F --from D --to D --currency C`: ties a ledger out, alone and against scores and CRM. */
export function reconcileCommand(program: Command, console: Console, done: (code: number) => void): void {
  const many = (text: string, before: readonly string[]): readonly string[] => [...before, text]
  const command = program
    .command('reconcile')
    .description('tie the contract ledger out: bridge, retention, scores and CRM, to the cent')
    .requiredOption('--ledger <file>', 'contract lines in csv, xlsx, json, ndjson or parquet')
    .option('--accounts <file>', 'accounts with parent and segment')
    .option('--fx <file>', 'rates: date, currency, rate')
    .option('--crm <file>', 'churn as the CRM has it')
    .option('--snapshots <file>', 'scores kept by salus snapshot, or measures by date and account')
    .option('--model <file>', 'the model: scores measures, and chooses among kept scores')
    .requiredOption('--from <date>', 'the day of the opening balance')
    .requiredOption('--to <date>', 'the day of the closing balance')
    .requiredOption('--currency <code>', 'the currency of the report')
    .option('--as-of <date>', 'what is known of the ledger ends here; the day of --to unless said')
    .option('--rate <which>', 'rate of cohorts: closing, opening or reported', 'closing')
    .option('--gap-days <days>', 'days without a line that are no churn', '0')
    .option('--match-days <days>', 'days between a CRM event and its ledger churn', String(MATCH_DAYS))
    .option('--tolerance <amount>', 'amounts that differ by no more are not listed', '0.00')
    .option('--merged <file>', 'ids that count as another: from id, to id, and the date from which')
    .option('--previous <file>', 'the JSON of the report that closed on the day of --from: ties the opening to it')
    .option('--control <amount>', 'what finance says the lines add up to; once a currency', many, [])
    .option('--run-time <text>', 'printed in the report; the clock is never asked')
    .option('--preparer <name>', 'who prepared the report')
    .option('--reviewer <name>', 'who is to review it')
    .option('--out <file>', 'write there as well: .html, .xlsx or .json; once a file', many, [])
    .option('--drill <figure>', 'the lines behind a figure as csv, in place of the report: churn, 2024-12/churn')
    .option('--strict', 'open differences are errors')
    .option('--json', 'everything as JSON')
  readingOptions(command).action(async (options: ReconcileOptions) => done(await runReconcile(options, console)))
}

async function runReconcile(options: ReconcileOptions, console: Console): Promise<number> {
  const writers = options.out.map((path) => [path, writerOf(path)] as const)
  const drilled = options.drill === undefined ? null : figureOf(options.drill)
  const said: Findings[] = []
  const inputs = await readInputs(options, (path, findings) => {
    const found = { path, findings, texts: new Map<string, string>() }
    said.push(found)
    printFindings(found, console)
  })
  const report = reconcile(inputs)
  const open = {
    path: options.ledger,
    findings: openItems(report, options.strict === true),
    texts: new Map(),
  }
  printFindings(open, console)
  const json = (): object => ({
    ...reconciliationJson(report, inputs.ledger, inputs.rates),
    findings: [...said, open].filter(({ findings }) => findings.length > 0).map(findingsJson),
  })
  const made = { report, ledger: inputs.ledger, rates: inputs.rates, json }
  for (const [path, write] of writers) await write(path, made)
  if (drilled !== null) console.out(await drillTable(partsOf(drilled, made, options), inputs.ledger))
  else
    console.out(
      options.json
        ? `${JSON.stringify(json(), null, 2)}\n`
        : `${printReconciliation(report, inputs.ledger, console.style).join('\n')}\n`,
    )
  return hasErrors(open.findings) ? EXIT.findings : EXIT.fine
}

function figureOf(text: string): DrilledFigure {
  const figure = drilledFigure(text)
  if (figure !== null) return figure
  throw new Problem(`--drill takes one of ${DRILLED.join(', ')}, or of a month as 2024-12/churn; \`${text}\` is none`)
}

function partsOf(
  figure: DrilledFigure,
  { report, ledger, rates }: Made,
  { drill: text }: ReconcileOptions,
): readonly DrilledPart[] {
  const parts = drill(report, ledger, rates, figure)
  if (parts === null) throw new Problem(`--drill ${text} is of no month of the period`)
  return parts
}

interface Made {
  readonly report: Reconciliation
  readonly ledger: Ledger
  readonly rates: Rates
  readonly json: () => object
}

async function writePage(path: string, made: Made): Promise<void> {
  const { reconciliationPage } = await import('../../finance/reconcile/page/page.ts')
  await writeText(path, reconciliationPage({ ...made, outcomes: bandOutcomes(made.report) }))
}

async function writeBook(path: string, made: Made): Promise<void> {
  const { reconciliationWorkbook } = await import('../../finance/workbook/reconciliation-workbook.ts')
  await writeBytes(path, await reconciliationWorkbook(made))
}

/** How a file is written, by the end of its name; known before anything is read. */
function writerOf(path: string): (path: string, made: Made) => Promise<void> {
  if (path.endsWith('.json')) return (file, { json }) => writeText(file, `${JSON.stringify(json(), null, 2)}\n`)
  if (path.endsWith('.html')) return writePage
  if (path.endsWith('.xlsx')) return writeBook
  throw new Problem(`--out takes a file that ends in .html, .xlsx or .json; \`${path}\` does not`)
}
