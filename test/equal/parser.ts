import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pythonWith } from './engines/python.ts'
import { startPython } from './engines/python-process.ts'

/** A parser of SQL that knows nothing of Salus. */
export interface Parser {
  /** What it has against one query of a dialect. */
  readonly complaints: (text: string, dialect: string) => Promise<readonly string[]>
  readonly stop: () => Promise<void>
}

export async function startParser(): Promise<Parser> {
  const python = await pythonWith(['sqlglot'])
  const script = join(import.meta.dirname, 'parse.py')
  const parsing = startPython<{ readonly complaints: readonly string[] }>(python, script, [], tmpdir())
  return {
    complaints: async (text, dialect) => (await parsing.ask({ text, dialect })).complaints,
    stop: parsing.stop,
  }
}
