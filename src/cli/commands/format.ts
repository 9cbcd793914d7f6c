import type { Command } from 'commander'
import { format } from '../../parser/index.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../problem.ts'
import { readText } from '../read-text.ts'
import { printFindings, findingsJson } from '../text/findings.ts'
import { writeText } from '../write-text.ts'

interface FormatOptions {
  readonly check?: boolean
  readonly stdout?: boolean
  readonly json?: boolean
}

/** `salus format models/*.salus`: one canonical layout, comments kept. */
export function formatCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('format')
    .description('lay models out in the one canonical form; comments stay')
    .argument('<models...>', 'model files, rewritten in place')
    .option('--check', 'change nothing; exit 1 if a file is not in canonical form')
    .option('--stdout', 'print the result and leave the file alone')
    .option('--json', 'what was done, as JSON')
    .action(async (paths: string[], options: FormatOptions) => {
      const results = paths
        .map((path) => ({ path, before: readText(path) }))
        .map(({ path, before }) => {
          const { text, findings } = format(before, path)
          const broken = findings.some((found) => found.level === 'error')
          return {
            path,
            text,
            broken,
            changed: text !== before,
            loaded: { path, findings, texts: new Map([[path, before]]) },
          }
        })
      for (const result of results) {
        if (result.broken) {
          if (!options.json) printFindings(result.loaded, console)
        } else if (options.stdout) console.out(result.text)
        else if (result.changed && !options.check) await writeText(result.path, result.text)
        if (!options.json && !options.stdout && result.changed && !result.broken) {
          console.err(`${result.path} ${options.check ? 'is not in canonical form' : 'formatted'}\n`)
        }
      }
      if (options.json) {
        const said = results.map(({ path, changed, loaded }) => ({ ...findingsJson(loaded), file: path, changed }))
        console.out(`${JSON.stringify(said, null, 2)}\n`)
      }
      const wrong = results.some((result) => result.broken || (options.check === true && result.changed))
      done(wrong ? EXIT.findings : EXIT.fine)
    })
}
