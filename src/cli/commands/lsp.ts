import type { Command } from 'commander'
import type { Console } from '../console.ts'
import { serve } from '../../lsp/serve.ts'
import { EXIT } from '../problem.ts'

/** `salus lsp`: the language server, for editors. */
export function lspCommand(program: Command, _console: Console, done: (code: number) => void): void {
  program
    .command('lsp')
    .description('speak the language server protocol over standard input and output, for editors')
    .option('--stdio', 'the only way there is; editors like to say it')
    .action(async () => {
      await serve()
      done(EXIT.fine)
    })
}
