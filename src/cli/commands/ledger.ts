import type { Command } from 'commander'
import type { ExclusionReason, Ledger } from '../../finance/ledger.ts'
import { OPEN } from '../../finance/ledger.ts'
import { decimalOf, moneyText } from '../../finance/money.ts'
import type { LedgerReading } from '../../finance/read/ledger.ts'
import type { LedgerOptions } from '../../finance/read/options.ts'
import { sentence } from '../../findings/report.ts'
import { formatOf, writeTable } from '../../tables/node.ts'
import type { Console } from '../console.ts'
import { EXPORTS, openExport } from '../finance/exports.ts'
import { LEDGER_COLUMNS, ledgerBatches } from '../finance/ledger-table.ts'
import { openLedger, type Say } from '../finance/open-tables.ts'
import { currencyOption } from '../finance/options.ts'
import { type ReadingCall, readingOf, readingOptions, recurringOf } from '../finance/reading-options.ts'
import { EXIT, Problem } from '../problem.ts'
import { type Findings, findingsJson, hasErrors, printFindings } from '../text/findings.ts'

interface LedgerCall extends ReadingCall {
  readonly from?: string
  readonly currency: string
  readonly out?: string
  readonly json?: boolean
}

/** `salus ledger F`: what a ledger holds, what of it counts, and what is wrong with it. */
export function ledgerCommand(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('ledger')
    .description('read contract lines: what counts, what does not and why; write them in one form')
    .argument('<path>', 'a table of contract lines, or with --from the folder of an export')
    .option('--from <system>', `the export of a billing system: ${EXPORTS.join(' or ')}`)
    .option('--currency <code>', 'the currency of lines that name none', 'USD')
  readingOptions(command)
    .option('--out <file>', 'write the lines that count: .csv, .xlsx, .json, .ndjson or .parquet')
    .option('--json', 'counts, sums and every line that does not count as JSON')
    .action(async (path: string, call: LedgerCall) => done(await runLedger(path, call, console)))
}

async function runLedger(path: string, call: LedgerCall, console: Console): Promise<number> {
  const format = call.out === undefined ? null : formatOf(call.out)
  if (call.out !== undefined && format === null) {
    throw new Problem(
      `--out takes a file that ends in .csv, .xlsx, .json, .ndjson or .parquet; \`${call.out}\` does not`,
    )
  }
  const said: Findings[] = []
  const say: Say = (file, findings) => said.push({ path: file, findings, texts: new Map() })
  const options = optionsOf(call)
  const reading: LedgerReading =
    call.from === undefined ? await openLedger(path, options, say) : await openExport(path, call.from, options, say)
  for (const found of said) printFindings(found, console)
  const unreadable = said.some(({ findings }) => findings.some(({ slug }) => slug === 'file-unreadable'))
  if (unreadable) return EXIT.usage
  const { ledger } = reading
  if (call.out !== undefined && format !== null) {
    const [refused] = await writeTable(call.out, format, LEDGER_COLUMNS, ledgerBatches(ledger))
    if (refused !== undefined) throw new Problem(sentence(refused))
  }
  if (call.json) console.out(`${JSON.stringify(jsonOf(reading, said), null, 2)}\n`)
  else console.out(`${textOf(ledger).join('\n')}\n`)
  return said.some(({ findings }) => hasErrors(findings)) ? EXIT.findings : EXIT.fine
}

/** Rates are no matter here: every currency passes, as at a rate of its own. */
function optionsOf(call: LedgerCall): LedgerOptions {
  const currency = currencyOption('--currency', call.currency)
  return {
    asOf: OPEN - 1,
    from: OPEN - 1,
    currency,
    rates: { currency, at: () => ({ numerator: 1, denominator: 1 }) },
    recurring: recurringOf(call),
    ...readingOf(call),
  }
}

function jsonOf({ ledger, headers }: LedgerReading, said: readonly Findings[]): object {
  const { read, used, excluded, amounts } = ledger.control
  return {
    read,
    used,
    excluded,
    amounts: Object.fromEntries(
      [...amounts].map(([currency, sum]) => [
        currency,
        { read: decimalOf(sum.read), used: decimalOf(sum.used), excluded: decimalOf(sum.excluded) },
      ]),
    ),
    columns: Object.fromEntries(headers),
    lines: ledger.excluded.map(({ amount, ...line }) => ({
      ...line,
      amount: amount === null ? null : decimalOf(amount),
    })),
    findings: said.filter(({ findings }) => findings.length > 0).map(findingsJson),
  }
}

function textOf({ control, excluded }: Ledger): readonly string[] {
  const count = (lines: number) => lines.toLocaleString('en')
  const table = [
    ['currency', 'read', 'counts', 'does not'],
    ...[...control.amounts].map(([currency, sum]) => [
      currency === '' ? 'none' : currency,
      ...[sum.read, sum.used, sum.excluded].map((cents) => moneyText(cents, '')),
    ]),
  ]
  const widths = table[0]!.map((_, column) => Math.max(...table.map((row) => row[column]!.length)))
  const laid = table.map((row) =>
    row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join('  '),
  )
  const reasons = new Map<ExclusionReason, number>()
  for (const { reason } of excluded) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const why = [...reasons]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([reason, lines]) => `${count(lines)} ${reason}`)
  return [
    `${count(control.read)} lines read: ${count(control.used)} count, ${count(control.excluded)} do not${
      why.length === 0 ? '' : ` (${why.join(', ')})`
    }`,
    '',
    ...laid,
  ]
}
