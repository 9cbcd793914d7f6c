import { Command, CommanderError } from 'commander'
import { checkCommand } from './commands/check.ts'
import { diffCommand } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { formatCommand } from './commands/format.ts'
import { importCommand } from './commands/import.ts'
import { portfolioCommand } from './commands/portfolio.ts'
import { scoreCommand } from './commands/score.ts'
import { testCommand } from './commands/test.ts'
import { processConsole, type Console } from './console.ts'
import { EXIT, Problem } from './problem.ts'

const commands = [
  checkCommand,
  scoreCommand,
  explainCommand,
  portfolioCommand,
  testCommand,
  formatCommand,
  diffCommand,
  importCommand,
]

/** Runs one call of the command line; gives its exit code: 0 fine, 1 findings of level error, 2 wrong use or unreadable input. */
export async function main(args: readonly string[], console: Console = processConsole()): Promise<number> {
  let code: number = EXIT.fine
  const program = new Command('salus')
    .description('customer health scores: check models, score accounts, say why')
    .version('0.1.0')
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .showSuggestionAfterError()
  for (const command of commands) command(program, console, (result) => (code = result))
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program)
  try {
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage
    if (!(error instanceof Problem)) throw error
    console.err(`${error.message}\n`)
    return EXIT.usage
  }
}
