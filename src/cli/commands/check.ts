import type { Command } from 'commander'
import type { Console } from '../console.ts'
import { EXIT } from '../problem.ts'
import { loadModel } from '../load-model.ts'
import { printFindings, printFindingsJson } from '../text/findings.ts'

interface CheckOptions {
  readonly data?: string
  readonly key?: string
  readonly json?: boolean
}

/** `salus check models/*.salus`: what is wrong with models, in words. */
export function checkCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('check')
    .description('find what is wrong with models: overlaps, gaps, weights, names')
    .argument('<models...>', 'model files')
    .option('--data <file>', 'a table of accounts: each finding then says how many it touches')
    .option('--key <column>', 'the column that names the accounts')
    .option('--json', 'findings as JSON')
    .action(async (paths: string[], options: CheckOptions) => {
      const loaded = paths.map(loadModel)
      const counted = options.data ? await Promise.all(loaded.map((one) => countTouched(one, options))) : loaded
      if (options.json) console.out(`${JSON.stringify(counted.map(printFindingsJson), null, 2)}\n`)
      else for (const one of counted) printFindings(one, console)
      const errors = counted.flatMap((one) => one.findings).filter((found) => found.level === 'error').length
      done(errors > 0 ? EXIT.findings : EXIT.fine)
    })
}
