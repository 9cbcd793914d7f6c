import type { Command } from 'commander'
import { text as readAll } from 'node:stream/consumers'
import { importTable } from '../../authoring/import/import.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../problem.ts'
import { readText } from '../read-text.ts'
import { printFindings, findingsJson } from '../text/findings.ts'
import { writeText } from '../write-text.ts'

interface ImportOptions {
  readonly label?: string
  readonly out?: string
  readonly resolve?: boolean
  readonly json?: boolean
}

/** `salus import page.md`: a published table becomes a model, with what is wrong with the table. */
export function importCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('import')
    .description('turn a pasted Markdown, HTML or spreadsheet table into a model')
    .argument('[file]', 'the pasted text; - or nothing reads standard input', '-')
    .option('--label <label>', 'the label of the model')
    .option('--out <file>', 'write the model there instead of printing it')
    .option('--resolve', 'mend what the page contradicts by the rule of transcription, with a comment at each place')
    .option('--json', 'model and findings as JSON')
    .action(async (file: string, options: ImportOptions) => {
      const text = file === '-' ? await readAll(process.stdin) : readText(file)
      const { source, findings } = importTable(text, {
        ...(options.label && { label: options.label }),
        resolve: options.resolve === true,
      })
      const path = options.out ?? file
      const loaded = { path, findings, texts: new Map([[path, text]]) }
      if (options.json) console.out(`${JSON.stringify({ source, ...findingsJson(loaded) }, null, 2)}\n`)
      else {
        printFindings(loaded, console)
        if (!options.out) console.out(source)
      }
      if (options.out) await writeText(options.out, source)
      done(findings.some((found) => found.level === 'error') ? EXIT.findings : EXIT.fine)
    })
}
