import type { Command } from 'commander'
import { scoreAccount, type AccountScore } from '../../engine/account.ts'
import { portfolioFigures, type PortfolioResult } from '../../engine/portfolio.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { rowAt } from '../../model/row-at.ts'
import { demandWhole, readAccounts, type DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { figureOptions, loadFigures, type FigureOptions } from '../figures.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { EXIT } from '../problem.ts'
import { printFindings } from '../text/findings.ts'
import { printPortfolio, type PortfolioRow } from '../text/portfolio.ts'

interface PortfolioOptions extends DataOptions, FigureOptions {
  readonly model: string
  readonly asOf?: string
  readonly json?: boolean
}

/** `salus portfolio --model M --data D`: accounts by band and segment, and the figures the model declares. */
export function portfolioCommand(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('portfolio')
    .description('accounts by band and segment, and the figures the model declares')
    .requiredOption('--model <file>', 'the model')
    .requiredOption('--data <file>', 'the table of accounts')
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--json', 'counts and figures as JSON')
  figureOptions(command).action(async (options: PortfolioOptions) => {
    const asOf = asOfDay(options.asOf)
    const { model } = loadSoundModel(options.model, (found) => printFindings(found, console))
    demandDate(model, asOf)
    const inputs = allInputs(model)
    const rows: PortfolioRow[] = []
    const accounts: AccountScore[] = []
    const figures = await loadFigures(model, options, asOf, (told, path) =>
      printFindings({ path, findings: told, texts: new Map() }, console),
    )
    const findings = await readAccounts(model, { ...options, figures }, { asOf }, async (batches) => {
      for await (const { columns } of batches) {
        for (let index = 0; index < columns.length; index++) {
          const account = scoreAccount(model, rowAt(columns, inputs, index), { asOf })
          const { segment, root } = account
          rows.push({ segment: segment?.name ?? null, score: root?.points ?? null, band: root?.band ?? null })
          if (model.portfolio.length > 0) accounts.push(account)
        }
      }
    })
    printFindings({ path: options.data, findings, texts: new Map() }, console)
    demandWhole(options.data, findings)
    const shares = portfolioFigures(model, accounts)
    if (options.json)
      console.out(`${JSON.stringify({ accounts: rows.length, bands: countBands(rows), figures: shares }, null, 2)}\n`)
    else console.out(`${[...printPortfolio(model, rows, console.style), ...shares.map(figureLine)].join('\n')}\n`)
    done(EXIT.fine)
  })
}

function countBands(rows: readonly PortfolioRow[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { band } of rows) counts.set(band ?? 'no score', (counts.get(band ?? 'no score') ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** A figure with what it is a figure of. */
function figureLine({ label, kind, value, numerator, denominator, accounts, leftOut }: PortfolioResult): string {
  const shown =
    value === null
      ? 'nothing to count'
      : kind === 'share'
        ? `${Number((value * 100).toFixed(1))}%`
        : String(Number(value.toFixed(2)))
  const of = kind === 'share' ? ` (${round(numerator)} of ${round(denominator)})` : ` (over ${accounts} accounts)`
  return `${label}: ${shown}${of}${leftOut > 0 ? `, ${leftOut} left out` : ''}`
}

function round(value: number): string {
  return Number(value.toFixed(2)).toLocaleString('en')
}
