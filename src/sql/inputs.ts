import { MARKS } from '../model/cell-words.ts'
import { folded } from '../model/domain.ts'
import type { Input } from '../model/input.ts'
import { FARTHEST_DAY, numeric, textual, truth, type Said } from './said.ts'
import { foldedText } from './literals.ts'
import type { Dialect } from './dialect.ts'
import type { Kind, Sheet } from './sheet.ts'
import { isListed, isNotListed } from './listed.ts'
import { cases, casesOf, joined, NULL, sql, type Sql } from './sql.ts'

const YES = ['true', 'yes', 'y', 't']
const NO = ['false', 'no', 'n', 'f']

/** An input read from its column of the table: cast, scaled, and null where it is outside its bounds or stands for "no data". */
export function sayInput(input: Input, column: string | null, sheet: Sheet): Said {
  const { double, string } = sheet.dialect
  const source = column === null ? null : sheet.dialect.quoted(column)
  switch (input.type) {
    case 'yes/no': {
      const cell = cellOf(input, sheet, source === null ? `cast(null as ${string})` : lowered(source, sheet))
      return truth(sheet.define(`input |${input.name}`, 'truth', 'inputs', yesNo(cell, sheet)))
    }
    case 'text':
    case 'choice': {
      const cell = cellOf(input, sheet, source === null ? `cast(null as ${string})` : lowered(source, sheet))
      return textual(sheet.define(`input |${input.name}`, 'text', 'inputs', text(input, cell, sheet)))
    }
    default: {
      const bare = source === null ? 'null' : input.type === 'date' ? sheet.dialect.days(source) : source
      const cell = cellOf(input, sheet, `cast(${bare} as ${double})`)
      const value = sheet.define(`input |${input.name}`, 'number', 'inputs', bounded(input, cell, sheet))
      return numeric(value, sizeOf(input), leastOf(input, sheet))
    }
  }
}

/** An input whose column holds it as the engine has it. */
export function sayReadInput(input: Input, column: string | null, sheet: Sheet): Said {
  const { double, string, quoted } = sheet.dialect
  const taken = (kind: Kind, type: string): Sql => {
    const value = column === null ? `cast(null as ${type})` : quoted(column)
    return sheet.define(
      `input |${input.name}`,
      kind,
      'cells',
      sql`${input.type === 'text' ? `lower(${value})` : value}`,
    )
  }
  if (input.type === 'yes/no') return truth(taken('truth', 'boolean'))
  if (input.type === 'text' || input.type === 'choice') return textual(taken('text', string))
  return numeric(taken('number', double), sizeOf(input), leastOf(input, sheet))
}

/** No value of it is larger. */
function sizeOf({ type, low, high }: Input): number {
  if (type === 'date') return FARTHEST_DAY
  return low === null || high === null ? Number.MAX_VALUE : Math.max(Math.abs(low), Math.abs(high))
}

/** The cell of a row, cast alone. */
function cellOf(input: Input, sheet: Sheet, value: string): Sql {
  const kind = input.type === 'yes/no' || input.type === 'text' || input.type === 'choice' ? 'text' : 'number'
  return sheet.define(`cell |${input.name}`, kind, 'cells', sql`${value}`)
}

/** As text is compared. A boolean and a number are read as the words they are written with. */
function lowered(source: string, { dialect }: Sheet): string {
  return `lower(${dialect.trimmed(`cast(${source} as ${dialect.string})`)})`
}

function yesNo(cell: Sql, { dialect }: Sheet): Sql {
  const among = (words: readonly string[]): Sql =>
    isListed(
      cell,
      words.map((word) => sql`${dialect.text(word)}`),
      dialect,
    )
  return cases([
    [among([...YES, ...dialect.written('1')]), sql`true`],
    [among([...NO, ...dialect.written('0')]), sql`false`],
  ])
}

/** A choice that is not declared is missing. */
function text(input: Input, cell: Sql, { dialect }: Sheet): Sql {
  const list = (values: readonly string[]): readonly Sql[] =>
    [...new Set(values)].map((value) => foldedText(dialect, value))
  const marks = input.missingWhen.map((mark) => folded(String(mark)))
  if (input.type === 'text') return cases([[isNotListed(cell, list([...MARKS, ...marks]), dialect), cell]])
  const kept = input.choices.filter((choice) => !marks.includes(folded(choice)))
  return kept.length === 0 ? sql`cast(null as ${dialect.string})` : cases([[isListed(cell, list(kept), dialect), cell]])
}

function bounded(input: Input, cell: Sql, { dialect, number, plainNumber }: Sheet): Sql {
  const { low, high, whole, type } = input
  const settles = stopsAtTiny(dialect) && !whole && type !== 'date'
  const tiny = sql`abs(${cell}) < ${number(SMALLEST)}`
  const apart: [Sql, Sql][] = settles ? [[tiny, number(0)]] : []
  const value = type === 'percent' ? percentage(cell, apart, dialect, number) : cell
  const marks = input.missingWhen.filter((mark) => typeof mark === 'number')
  const tests = [
    ...(type === 'date' ? [] : [sql`abs(${cell}) <= ${number(Number.MAX_VALUE)}`]),
    ...(whole && type !== 'date' ? [{ ...value, text: dialect.whole(value.text) }] : []),
    ...(low === null ? [] : [sql`${value} >= ${plainNumber(low)}`]),
    ...(high === null ? [] : [sql`${value} <= ${plainNumber(high)}`]),
    ...marks.flatMap((mark) => [
      sql`${cell} <> ${plainNumber(mark)}`,
      ...(type === 'percent' ? [sql`${value} <> ${plainNumber(mark)}`] : []),
    ]),
  ]
  // No account has a count of -0.
  const plain = type === 'percent' || !settles ? sql`${value} + ${number(0)}` : cases(apart, cell)
  return tests.length === 0 ? plain : cases([[joined(tests, ' and '), plain]])
}

/** A bare number is that many percent. */
function percentage(cell: Sql, apart: readonly [Sql, Sql][], dialect: Dialect, number: (value: number) => Sql): Sql {
  const shifted: Sql = { ...cell, text: dialect.hundredth(cell.text) }
  const between = sql`abs(${cell}) between ${number(0.001)} and ${number(1e14)}`
  return cases([[between, shifted], ...apart], sql`${cell} / ${number(100)}`)
}

/** A text as its cell is written, without the blanks around it; a choice as it is declared. `value` is its column, folded. */
export function spellInput(input: Input, value: Sql, column: string | null, sheet: Sheet, isRead: boolean): Sql {
  const { dialect } = sheet
  if (input.type === 'choice') {
    return casesOf(
      value,
      input.choices.map((choice) => [foldedText(dialect, choice), sql`${dialect.text(choice)}`]),
    )
  }
  if (column === null) return NULL
  const written = dialect.quoted(column)
  const cell = isRead ? written : dialect.trimmed(`cast(${written} as ${dialect.string})`)
  const spelt = sheet.define(`spelt |${input.name}`, 'text', 'cells', sql`${cell}`)
  return cases([[sql`${value} is not null`, spelt]])
}

/** Where an engine stops at a number that comes out too small, one that is smaller to begin with is 0. */
const SMALLEST = 1e-100

/** No value of it but 0 is nearer to 0; 0: any may be. */
function leastOf({ whole, type }: Input, { dialect }: Sheet): number {
  if (whole || type === 'date') return 1
  return stopsAtTiny(dialect) ? SMALLEST / 100 : 0
}

function stopsAtTiny({ overflow }: Dialect): boolean {
  return overflow === 'stops, tiny too'
}
