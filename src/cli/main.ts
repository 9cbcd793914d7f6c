import { Command, CommanderError } from 'commander'
import { processConsole, type Console } from './console.ts'
import { EXIT, Problem } from './problem.ts'
import { VERSION } from './version.ts'

/** Adds one command to the program; `done` is told the exit code. */
type AddCommand = (program: Command, console: Console, done: (code: number) => void) => void

/** In the order of `--help`. A call of one command loads that one alone: loading is most of what a short call takes. */
const COMMANDS: ReadonlyMap<string, () => Promise<AddCommand>> = new Map([
  ['check', async () => (await import('./commands/check.ts')).checkCommand],
  ['score', async () => (await import('./commands/score.ts')).scoreCommand],
  ['explain', async () => (await import('./commands/explain.ts')).explainCommand],
  ['portfolio', async () => (await import('./commands/portfolio.ts')).portfolioCommand],
  ['snapshot', async () => (await import('./commands/snapshot.ts')).snapshotCommand],
  ['trend', async () => (await import('./commands/trend.ts')).trendCommand],
  ['alerts', async () => (await import('./commands/alerts.ts')).alertsCommand],
  ['test', async () => (await import('./commands/test.ts')).testCommand],
  ['format', async () => (await import('./commands/format.ts')).formatCommand],
  ['diff', async () => (await import('./commands/diff.ts')).diffCommand],
  ['ledger', async () => (await import('./commands/ledger.ts')).ledgerCommand],
  ['reconcile', async () => (await import('./commands/reconcile.ts')).reconcileCommand],
  ['import', async () => (await import('./commands/import.ts')).importCommand],
  ['learn', async () => (await import('./commands/learn.ts')).learnCommand],
  ['validate', async () => (await import('./commands/validate.ts')).validateCommand],
  ['sql', async () => (await import('./commands/sql.ts')).sqlCommand],
  ['formula', async () => (await import('./commands/formula.ts')).formulaCommand],
  ['lsp', async () => (await import('./commands/lsp.ts')).lspCommand],
])

/** Runs one call of the command line; gives its exit code: 0 fine, 1 findings of level error, 2 wrong use or unreadable input. */
export async function main(args: readonly string[], console: Console = processConsole()): Promise<number> {
  let code: number = EXIT.fine
  const program = new Command('salus')
    .description('customer health scores: check models, score accounts, say why')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .showSuggestionAfterError()
  for (const add of await commandsFor(args[0])) add(program, console, (result) => (code = result))
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

/** The command named, or all where none is: for help, and to suggest the nearest. */
function commandsFor(name: string | undefined): Promise<readonly AddCommand[]> {
  const named = COMMANDS.get(name ?? '')
  return Promise.all(named ? [named()] : [...COMMANDS.values()].map((load) => load()))
}
