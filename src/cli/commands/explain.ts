import type { Command } from 'commander'
import type { Explanation } from '../../model/explanation.ts'
import { demandWhole, readAccounts, type DataOptions } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { figureOptions, loadFigures, type FigureOptions } from '../figures.ts'
import { loadSoundModel } from '../load-model.ts'
import { demandDate } from '../needs-date.ts'
import { EXIT, Problem } from '../problem.ts'
import { loadOverrides } from '../overrides.ts'
import { demandSegment, explainRow, type ScoreWith } from '../score-accounts.ts'
import { printBreakdown } from '../text/breakdown.ts'
import { printFindings } from '../text/findings.ts'

interface ExplainOptions extends DataOptions, FigureOptions {
  readonly model: string
  readonly account: string
  readonly segment?: string
  readonly overrides?: string
  readonly asOf?: string
  readonly json?: boolean
}

/** `salus explain --model M --data D --account A`: why one account has its score. */
export function explainCommand(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('explain')
    .description('say why an account has its score')
    .requiredOption('--model <file>', 'the model')
    .requiredOption('--data <file>', 'the table of accounts')
    .requiredOption('--account <key>', 'which account')
    .option('--segment <name>', 'explain it as this segment')
    .option('--overrides <file>', 'overrides by people')
    .option('--as-of <date>', 'the scoring date, or today')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--json', 'the explanation as JSON')
  figureOptions(command).action(async (options: ExplainOptions) => {
    const asOf = asOfDay(options.asOf)
    const { model } = loadSoundModel(options.model, (found) => printFindings(found, console))
    demandDate(model, asOf)
    const segment = demandSegment(model, options.segment)
    const overrides = options.overrides
      ? await loadOverrides(options.overrides, model, asOf, (told) =>
          printFindings({ path: options.overrides!, findings: told, texts: new Map() }, console),
        )
      : null
    const given: ScoreWith = {
      asOf,
      ...(segment !== undefined && { segment }),
      ...(overrides && { overrides: overrides.byAccount }),
    }
    const found: Explanation[] = []
    const figures = await loadFigures(model, options, asOf, (told, path) =>
      printFindings({ path, findings: told, texts: new Map() }, console),
    )
    const findings = await readAccounts(model, { ...options, figures }, given, async (batches) => {
      for await (const batch of batches) {
        const index = batch.columns.accounts?.findIndex((account) => sameKey(account, options.account)) ?? -1
        if (index < 0) continue
        found.push(explainRow(model, batch, index, given))
        break
      }
    })
    const errors = findings.filter((one) => one.level === 'error')
    printFindings({ path: options.data, findings: errors, texts: new Map() }, console)
    demandWhole(options.data, errors)
    const explanation = found[0]
    if (explanation === undefined) throw new Problem(`${options.data} has no account \`${options.account}\``)
    console.out(
      options.json
        ? `${JSON.stringify(explanation, null, 2)}\n`
        : `${printBreakdown(model, explanation, console.style).join('\n')}\n`,
    )
    done(EXIT.fine)
  })
}

function sameKey(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
