import { isAcross } from '../model/across.ts'
import type { Input } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import { sayAmong } from './among.ts'
import { sayOverChildren } from './over-children.ts'
import { NOTHING, type Reader, type Said } from './said.ts'
import type { Sql } from './sql.ts'

/** Says the figures across accounts of a model, each once, that have no column of their own; null for any other input. */
export type Across = (model: Model, name: string, segment: Sql, reader: Reader) => Said | null

interface Given {
  readonly account: Sql
  readonly columnOf: (input: Input) => string | null
  /** A text as its cell is written; null where it is missing. */
  readonly spelt: (input: Input) => Sql
}

export function acrossWith({ account, columnOf, spelt }: Given): Across {
  const known = new Map<string, Said>()
  return (model, name, segment, reader) => {
    const input = model.inputs.find((one) => one.name === name)
    if (input === undefined || !isAcross(input) || columnOf(input) !== null) return null
    const key = `across |${model.name} |${name}`
    const before = known.get(key)
    if (before !== undefined) return before
    const { figure } = input
    const parent = model.inputs.find((one) => one.role === 'parent')
    const said =
      figure.kind === 'relative'
        ? sayAmong(figure, segment, reader)
        : parent === undefined
          ? NOTHING
          : sayOverChildren({ ...input, figure }, { account, parent: reader.sheet.once(spelt(parent), 'text') }, reader)
    const made =
      said.kind === 'nothing' ? said : { ...said, sql: reader.sheet.define(key, said.kind, 'figures', said.sql) }
    known.set(key, made)
    return made
  }
}
