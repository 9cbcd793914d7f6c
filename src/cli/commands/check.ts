import type { Command } from 'commander'
import { demandWhole, readColumns } from '../accounts.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { figureOptions, loadFigures, type FigureOptions } from '../figures.ts'
import { compileFile, examineModel, type LoadedModel } from '../load-model.ts'
import { EXIT } from '../problem.ts'
import { findingsJson, hasErrors, printFindings } from '../text/findings.ts'

interface CheckOptions extends FigureOptions {
  readonly data?: string
  readonly key?: string
  readonly sheet?: string
  readonly asOf?: string
  readonly json?: boolean
}

/** `salus check models/*.salus`: what is wrong with models, in words. */
export function checkCommand(program: Command, console: Console, done: (code: number) => void): void {
  const command = program
    .command('check')
    .description('find what is wrong with models: overlaps, gaps, weights, names')
    .argument('<models...>', 'model files')
    .option('--data <file>', 'a table of accounts: each finding then says how many it touches')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--as-of <date>', 'the scoring date, or today; expired modifiers are then found')
    .option('--json', 'findings as JSON')
  figureOptions(command).action(async (paths: string[], options: CheckOptions) => {
    const loaded: LoadedModel[] = []
    for (const path of paths) loaded.push(await checkOne(path, options, console))
    if (options.json) console.out(`${JSON.stringify(loaded.map(findingsJson), null, 2)}\n`)
    else for (const one of loaded) printFindings(one, console)
    const wrong = loaded.filter((one) => hasErrors(one.findings)).length
    if (!options.json) console.err(`${verdict(loaded.length, wrong)}\n`)
    done(wrong > 0 ? EXIT.findings : EXIT.fine)
  })
}

async function checkOne(path: string, options: CheckOptions, console: Console): Promise<LoadedModel> {
  const asOf = asOfDay(options.asOf)
  const compiled = compileFile(path)
  const { data } = options
  if (data === undefined) return examineModel(path, compiled, { asOf })
  const figures = await loadFigures(compiled.model, options, asOf, (told, file) =>
    printFindings({ path: file, findings: told, texts: new Map() }, console),
  )
  const { columns, findings } = await readColumns(compiled.model, { ...options, data, figures }, { asOf })
  printFindings({ path: data, findings, texts: new Map() }, console)
  demandWhole(data, findings)
  return examineModel(path, compiled, { asOf, columns })
}

function verdict(models: number, wrong: number): string {
  const all = models === 1 ? '1 model' : `${models} models`
  return wrong === 0 ? `${all} checked, no errors` : `${all} checked, ${wrong} with errors`
}
