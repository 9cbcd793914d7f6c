import { readdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { compileFile } from '../../src/cli/load-model.ts'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'

const root = resolve(import.meta.dirname, '../..')

/** Where the query of every published model in every dialect lies, to be read through and held to independent parsers. */
export const folder = join(root, 'test/golden/sql')

export const models: readonly string[] = readdirSync(join(root, 'models')).filter((file) => file.endsWith('.salus'))

/** As `salus sql --as-of 2025-06-30` writes it, by the name of its file. */
export function queriesOf(file: string): readonly (readonly [name: string, text: string])[] {
  const { model } = compileFile(join(root, 'models', file))
  return DIALECTS.map((dialect) => {
    const { text, findings } = queryFor(model, {
      dialect,
      table: ['accounts'],
      columnOf: (input) => input.name,
      account: model.inputs.find((input) => input.role === 'account')?.name ?? 'account',
      asOf: 20269,
    })
    if (text === null) throw new Error(`${dialect.label} does not say ${file}: ${JSON.stringify(findings)}`)
    return [`${basename(file, '.salus')}.${dialect.name}.sql`, text]
  })
}
