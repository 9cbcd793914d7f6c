import type { Expression, Formula, ValueType } from '../model/expression.ts'
import type { Model } from '../model/model.ts'
import { condition, say } from './expression.ts'
import type { Reader } from './said.ts'
import type { Kind } from './sheet.ts'
import { cases, casesOf, joined, NULL, sql, type Sql } from './sql.ts'

/** What a further result is as a column: a band by its name, a date as a date, text as it was written. */
export function sayResult(formula: Formula, model: Model, reader: Reader, spelt: Spelt): Sql {
  const { dialect } = reader.sheet
  if (formula.type === 'text') return asWritten(formula.expression, model, reader, spelt)
  const said = say(formula, reader)
  if (said.kind === 'nothing') return NULL
  if (formula.type === 'band') {
    return casesOf(
      said.sql,
      model.ladder.map((band, rank) => [sql`${String(rank)}`, sql`${dialect.text(band.name)}`]),
    )
  }
  if (formula.type !== 'date') return said.sql
  const value = reader.sheet.once(said.sql, 'number')
  const below = { ...value, text: dialect.floor(value.text, said.size) }
  const { text, uses } = reader.sheet.once(below, 'number')
  const day = { text: dialect.date(text), uses }
  return cases([[sql`${{ text, uses }} between ${FIRST_DAY} and ${LAST_DAY}`, day]])
}

/** The years 1 to 9999, which every engine knows. */
const FIRST_DAY = '-719162'
const LAST_DAY = '2932896'

/** The kind of column that holds values of a type. */
export function kindOf(type: ValueType): Kind {
  if (type === 'yes/no') return 'truth'
  return type === 'band' ? 'text' : type
}

/** The column of a text or choice as its cell is written, or as the choice is declared. */
export type Spelt = (input: string) => Sql

/** Text everywhere else is folded, since it is compared; here people read it. */
function asWritten(expression: Expression, model: Model, reader: Reader, spelt: Spelt): Sql {
  const written = (part: Expression): Sql => asWritten(part, model, reader, spelt)
  switch (expression.kind) {
    case 'text':
      return sql`${reader.sheet.dialect.text(expression.value)}`
    case 'input':
      return spelt(expression.name)
    case 'let': {
      const formula = model.lets.find((one) => one.name === expression.name)?.formula
      return formula === undefined ? NULL : written(formula.expression)
    }
    case 'coalesce':
      return sql`coalesce(${joined(expression.of.map(written), ', ')})`
    case 'if': {
      const when = condition({ ...TRUTH, expression: expression.when }, reader)
      return cases([[when, written(expression.then)]], written(expression.else))
    }
    default:
      return NULL
  }
}

const TRUTH = { type: 'yes/no', unit: null, computed: true, text: '', span: null } as const
