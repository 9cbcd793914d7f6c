import type { Expression, Formula } from '../model/expression.ts'
import { compared, type Written } from './compare.ts'
import type { Numbers } from './numbers.ts'
import { anyOf } from './spread.ts'
import { rounded } from './rounding.ts'
import {
  atom,
  atomOf,
  atomText,
  clean,
  erring,
  isPresent,
  isThere,
  loose,
  NOTHING,
  numeric,
  textual,
  truth,
  valueOf,
  type Reader,
  type Said,
  type SaidNumber,
  type SaidTruth,
} from './said.ts'
import { all, any, BLANK, call, cases, not, number, quoted, type Text } from './text.ts'

/** Where numbers that a condition compares with are listed, so that people may change them; null: they stay in the formula. */
export interface Listed {
  readonly numbers: Numbers
  /** The heading they stand under. */
  readonly of: string
}

export function say(formula: Formula, reader: Reader, listed: Listed | null = null): Said {
  const { expression, type } = formula
  const isDay = type === 'date' && expression.kind === 'number'
  return sayExpression(isDay ? { kind: 'date', value: expression.value } : expression, reader, listed)
}

/** Whether a condition holds: never missing. */
export function condition(formula: Formula, reader: Reader, listed: Listed | null = null): Text {
  const said = say(formula, reader, listed)
  return said.kind === 'truth' ? said.holds : 'FALSE'
}

/** The number a formula yields; anything else is missing. */
export function numberOf(formula: Formula, reader: Reader, listed: Listed | null = null): SaidNumber {
  const said = say(formula, reader, listed)
  return said.kind === 'number' ? said : numeric(BLANK)
}

function sayExpression(expression: Expression, reader: Reader, listed: Listed | null): Said {
  return smaller(whole(expression, reader, listed), reader)
}

/** What has grown long or deep becomes a column of its own. */
function smaller(said: Said, { grid }: Reader): Said {
  switch (said.kind) {
    case 'nothing':
      return said
    case 'text':
      return { ...said, text: grid.small(said.text) }
    case 'truth':
      return { ...said, holds: grid.small(said.holds), fails: grid.small(said.fails) }
    case 'number': {
      const text = grid.small(said.text)
      return text === said.text ? said : numeric(grid.once(clean(said)), said.lacks)
    }
  }
}

function whole(expression: Expression, reader: Reader, listed: Listed | null): Said {
  const { grid } = reader
  const value = (part: Expression): Said => sayExpression(part, reader, listed)
  const numberIn = (part: Expression): SaidNumber => {
    const said = value(part)
    return said.kind === 'number' ? said : numeric(BLANK)
  }
  const truthIn = (part: Expression): SaidTruth => {
    const said = value(part)
    return said.kind === 'truth' ? said : truth('FALSE', 'FALSE')
  }
  switch (expression.kind) {
    case 'number':
      return numeric(number(expression.value), false)
    case 'date':
      return numeric(number(serial(expression.value)), false)
    case 'text':
      return literalText(expression.value)
    case 'yes/no':
      return expression.value ? truth('TRUE', 'FALSE') : truth('FALSE', 'TRUE')
    case 'missing':
      return NOTHING
    case 'band':
      return numeric(number(expression.rank), false)
    case 'input':
      return reader.input(expression.name)
    case 'let':
      return reader.let(expression.name)
    case 'as of':
      return reader.asOf()
    case 'points of':
    case 'score of':
      return reader.points(expression.path, expression.model)
    case 'band of':
      return reader.band(expression.path, expression.model)
    case 'arithmetic':
      return arithmetic(expression.operator, numberIn(expression.left), numberIn(expression.right), reader)
    case 'days between':
      return arithmetic('-', numberIn(expression.to), numberIn(expression.from), reader)
    case 'negate':
      return changed(numberIn(expression.of), (x) => `(-${x})`)
    case 'abs':
      return changed(numberIn(expression.of), (x) => `ABS(${x})`)
    case 'round': {
      const x = atom(numberIn(expression.of), grid)
      const guard = `1E-9*MAX(1,ABS(${x.text}))`
      return loose(`(${rounded(x.text, expression.direction, expression.places, guard)})`)
    }
    case 'min':
    case 'max':
      return loose(
        call(
          expression.kind === 'min' ? 'MIN' : 'MAX',
          expression.of.map((part) => erring(numberIn(part))),
        ),
      )
    case 'coalesce':
      return alike(expression.of.map(value), reader, (parts) => first(parts, reader))
    case 'count':
      return numeric(`(${expression.of.map((part) => `IF(${truthIn(part).holds},1,0)`).join('+')})`, false)
    case 'is missing': {
      const there = isThere(value(expression.of))
      return truth(not(there), there)
    }
    case 'not': {
      const { holds, fails } = truthIn(expression.of)
      return truth(fails, holds)
    }
    case 'and':
    case 'or': {
      const parts = expression.of.map(truthIn)
      const [holds, fails] = [parts.map((part) => part.holds), parts.map((part) => part.fails)]
      return expression.kind === 'and' ? truth(all(holds), any(fails)) : truth(any(holds), all(fails))
    }
    case 'compare': {
      const { operator, left, right, guard } = expression
      const written = (part: Expression): Written | null =>
        listedNumber(part, part === right ? left : right, `${operator} ${guard}`, guard, listed)
      return compared(
        operator,
        value(left),
        value(right),
        guard,
        { left: written(left), right: written(right) },
        reader,
      )
    }
    case 'one of':
      return oneOf(value(expression.of), expression.values.map(value), reader)
    case 'if': {
      const { holds } = truthIn(expression.when)
      return alike([value(expression.then), value(expression.else)], reader, ([then, other]) =>
        either(holds, then!, other!),
      )
    }
    case 'workdays between':
      return workdays(numberIn(expression.from), numberIn(expression.to), reader)
  }
}

/** A day since 1970-01-01 as a workbook counts it. */
export function serial(day: number): number {
  return day + 25_569
}

/** Text as it is compared: without outer spaces, and a workbook compares without regard to case. */
function literalText(written: string): Said {
  const value = written.trim()
  return textual(quoted(value), value === '')
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: SaidNumber, right: SaidNumber, reader: Reader): Said {
  if (operator !== '^') return loose(`(${left.text}${operator}${right.text})`)
  const [base, power] = [atom(left, reader.grid), atom(right, reader.grid)]
  const [b, p] = [base.text, power.text]
  // Programs differ about nothing to the power of nothing, and about roots of negative numbers.
  return loose(`IF(${p}+0*${b}=0,1,IF(AND(${b}<0,${p}<>INT(${p})),NA(),${b}^${p}))`)
}

function changed(said: SaidNumber, change: (x: Text) => Text): Said {
  return { kind: 'number', text: change(said.text), lacks: said.lacks, loose: said.lacks }
}

/** Branches of one kind; what is always missing is of any. */
function alike(parts: readonly Said[], reader: Reader, make: (parts: readonly Said[]) => Said): Said {
  const kinds = new Set(parts.map((part) => part.kind).filter((kind) => kind !== 'nothing'))
  if (kinds.size > 1) reader.refuse('a formula that yields values of several kinds')
  const [kind] = kinds
  if (kind === undefined || kinds.size > 1) return NOTHING
  const missing = kind === 'number' ? numeric(BLANK) : kind === 'text' ? textual(BLANK) : truth('FALSE', 'FALSE')
  return make(parts.map((part) => (part.kind === 'nothing' ? missing : part)))
}

/** The first that is not missing. */
function first(parts: readonly Said[], reader: Reader): Said {
  const [head, ...rest] = parts
  if (rest.length === 0) return head ?? NOTHING
  const other = first(rest, reader)
  if (head!.kind === 'truth') return either(any([head!.holds, head!.fails]), head!, other)
  if (head!.kind === 'text') {
    const word = atomText(head!, reader.grid)
    return either(isThere(word), word, other)
  }
  if (head!.kind !== 'number') return other
  const x = atom(head!, reader.grid)
  return either(isPresent(x), x, other)
}

/** One of two of the same kind. */
function either(holds: Text, then: Said, other: Said): Said {
  const pick = (a: Text, b: Text): Text => cases([[holds, a]], b)
  if (then.kind === 'number' && other.kind === 'number') {
    const text = pick(then.text, other.text)
    return { kind: 'number', text, lacks: then.lacks || other.lacks, loose: then.loose || other.loose }
  }
  if (then.kind === 'text' && other.kind === 'text')
    return textual(pick(then.text, other.text), then.lacks || other.lacks)
  if (then.kind !== 'truth' || other.kind !== 'truth') return NOTHING
  const decided = (a: Text, b: Text): Text => any([all([holds, a]), all([not(holds), b])])
  return truth(decided(then.holds, other.holds), decided(then.fails, other.fails))
}

/** A literal that a condition compares with, where such are listed. */
function listedNumber(
  expression: Expression,
  beside: Expression,
  how: string,
  guard: number,
  listed: Listed | null,
): Written | null {
  if (listed === null || expression.kind !== 'number') return null
  const what = beside.kind === 'input' || beside.kind === 'let' ? beside.name : 'a figure'
  const one = {
    key: `${listed.of}|${what} ${how} ${expression.value}`,
    of: listed.of,
    label: `${what} ${how.split(' ')[0]!}`,
    value: expression.value,
    format: null,
    guard: guard === 0 ? null : ({ kind: 'relative', by: guard } as const),
  }
  return { numbers: listed.numbers, one }
}

/** Exact, and missing only where the value is. */
function oneOf(of: Said, values: readonly Said[], reader: Reader): Said {
  if (of.kind === 'nothing') return NOTHING
  const value = atomOf(of, reader.grid)
  const there = isThere(value)
  const same = values
    .filter((one) => one.kind === value.kind)
    .map((one) => compared('=', value, one, 0, { left: null, right: null }, reader))
    .map((one) => (one.kind === 'truth' ? one.holds : 'FALSE'))
  const holds = anyOf(same, reader)
  return truth(holds, all([there, not(holds)]))
}

/** Mondays to Fridays, counted from a Monday: the workbook's day 2 is 1900-01-01, by its calendar, and a Monday from March 1900 on. */
function workdays(from: SaidNumber, to: SaidNumber, { grid }: Reader): Said {
  const until = (day: SaidNumber): Text => {
    const since = grid.once(clean(loose(`INT(${day.text}+0)-25569+4`)))
    return `(INT(${since}/7)*5+MIN(${since}-INT(${since}/7)*7,5))`
  }
  return loose(`(${until(to)}-${until(from)})`)
}

/** What a cell holds for a formula's value, and the value as it is read from that cell. */
export function inCell(said: Said, define: (text: Text) => Text): Said {
  if (said.kind === 'nothing') return said
  const cell = define(valueOf(said))
  if (said.kind === 'number') return numeric(cell, said.lacks)
  return said.kind === 'text' ? textual(cell, said.lacks) : truth(`${cell}=TRUE`, `${cell}=FALSE`)
}
