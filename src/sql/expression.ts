import type { Expression, Formula } from '../model/expression.ts'
import { minus, over, plus, power, times } from './arithmetic.ts'
import { foldedText } from './literals.ts'
import { compared } from './compare.ts'
import { rounded } from './rounding.ts'
import { constant, FARTHEST_DAY, LARGEST, NOTHING, numeric, textual, truth, type Reader, type Said } from './said.ts'
import type { Sheet } from './sheet.ts'
import { isListed } from './listed.ts'
import { cases, joined, sql, UNKNOWN, type Sql } from './sql.ts'

/** A formula; what is not finite is missing. */
export function say(formula: Formula, reader: Reader): Said {
  return sayExpression(formula.expression, reader)
}

/** A condition, true where it holds, else false or missing. */
export function condition(formula: Formula, reader: Reader): Sql {
  const said = say(formula, reader)
  return said.kind === 'truth' ? said.sql : sql`false`
}

/** The number a formula yields; anything else is missing. */
export function numberOf(formula: Formula, reader: Reader): Said {
  const said = say(formula, reader)
  return said.kind === 'number' ? said : NOTHING
}

function sayExpression(expression: Expression, reader: Reader): Said {
  return finite(loose(expression, reader), reader.sheet)
}

/** An expression that is no formula of the model, but part of a figure. */
export function sayOne(expression: Expression, reader: Reader): Said {
  return sayExpression(expression, reader)
}

/** Overflow is missing. */
export function finite(said: Said, sheet: Sheet): Said {
  if (said.kind !== 'number' || said.size <= LARGEST) return said
  const value = sheet.once(said.sql, 'number')
  return numeric(cases([[sql`abs(${value}) <= ${sheet.number(LARGEST)}`, value]]), LARGEST, said.least)
}

/** A number that is not finite stays so under `+ - *`, above a division and under rounding: it is held finite once, around them. */
function loose(expression: Expression, reader: Reader): Said {
  const { sheet } = reader
  const value = (part: Expression): Said => sayExpression(part, reader)
  const truthOf = (part: Expression): Sql => {
    const said = value(part)
    return said.kind === 'truth' ? said.sql : UNKNOWN
  }
  const changed = (part: Expression, change: (of: Sql) => Sql): Said => {
    const said = loose(part, reader)
    return said.kind === 'number' ? { ...said, sql: change(said.sql) } : NOTHING
  }
  switch (expression.kind) {
    case 'number':
    case 'date':
      return constant(expression.value, sheet)
    case 'text':
      return textual(foldedText(sheet.dialect, expression.value))
    case 'yes/no':
      return truth(sql`${String(expression.value)}`)
    case 'missing':
      return NOTHING
    case 'band':
      return constant(expression.rank, sheet)
    case 'input':
      return reader.input(expression.name)
    case 'let':
      return reader.let(expression.name)
    case 'as of':
      return reader.asOf === null ? NOTHING : numeric(reader.asOf, FARTHEST_DAY, 1)
    case 'points of':
    case 'score of':
      return reader.points(expression.path, expression.model)
    case 'band of':
      return reader.band(expression.path, expression.model)
    case 'arithmetic':
      return arithmetic(expression, reader)
    case 'days between':
      return arithmetic({ kind: 'arithmetic', operator: '-', left: expression.to, right: expression.from }, reader)
    case 'negate':
      return changed(expression.of, (of) => sql`(-${of})`)
    case 'abs':
      return changed(expression.of, (of) => sql`abs(${of})`)
    case 'round': {
      const said = value(expression.of)
      if (said.kind !== 'number') return NOTHING
      const x = sheet.once(said.sql, 'number')
      const guard = sql`(${sheet.number(1e-9)} * greatest(${sheet.number(1)}, abs(${x})))`
      return rounded({ ...said, sql: x }, { ...expression, guard }, sheet)
    }
    case 'min':
    case 'max':
      return extreme(expression.kind, expression.of.map(value), sheet)
    case 'coalesce': {
      const parts = expression.of.map(value).filter((part) => part.kind !== 'nothing')
      return alike(parts, reader, (all) => sql`coalesce(${joined(all, ', ')})`)
    }
    case 'count': {
      const each = expression.of.map(
        (part) => sql`case when ${truthOf(part)} then ${sheet.number(1)} else ${sheet.number(0)} end`,
      )
      return numeric(sql`(${joined(each, ' + ')})`, each.length, 1)
    }
    case 'is missing':
      return truth(sql`(${value(expression.of).sql} is null)`)
    case 'not':
      return truth(sql`(not ${truthOf(expression.of)})`)
    case 'and':
    case 'or':
      return truth(sql`(${joined(expression.of.map(truthOf), ` ${expression.kind} `)})`)
    case 'compare':
      return truth(
        compared(expression.operator, value(expression.left), value(expression.right), expression.guard, reader),
      )
    case 'one of':
      return truth(oneOf(value(expression.of), expression.values.map(value), sheet))
    case 'if': {
      const when = truthOf(expression.when)
      return alike([value(expression.then), value(expression.else)], reader, ([then, other]) =>
        cases([[when, then!]], other!),
      )
    }
    case 'workdays between':
      return workdays(value(expression.from), value(expression.to), sheet)
  }
}

function arithmetic(expression: Expression & { readonly kind: 'arithmetic' }, reader: Reader): Said {
  const { operator } = expression
  const propagates = operator === '+' || operator === '-' || operator === '*'
  const part = propagates ? loose : sayExpression
  const left = operator === '/' ? loose(expression.left, reader) : part(expression.left, reader)
  const right = part(expression.right, reader)
  if (left.kind !== 'number' || right.kind !== 'number') return NOTHING
  switch (operator) {
    case '+':
      return plus(left, right, reader.sheet)
    case '-':
      return minus(left, right, reader.sheet)
    case '*':
      return times(left, right, reader.sheet)
    case '/':
      return over(left, right, reader.sheet)
    case '^':
      return power(left, right, reader.sheet)
  }
}

/** `least` and `greatest` pass over what is missing in some engines: here one that is missing makes all missing. */
function extreme(kind: 'min' | 'max', parts: readonly Said[], sheet: Sheet): Said {
  if (parts.some((part) => part.kind !== 'number')) return NOTHING
  if (parts.length === 1) return parts[0]!
  const all = parts.map((part) => sheet.once(part.sql, 'number'))
  const present = joined(
    all.map((one) => sql`${one} is not null`),
    ' and ',
  )
  const best = sql`${kind === 'min' ? 'least' : 'greatest'}(${joined(all, ', ')})`
  return numeric(cases([[present, best]]), Math.max(...parts.map((part) => part.size)), leastOf(parts))
}

/** Branches of one kind; others have no type in SQL. */
function alike(parts: readonly Said[], reader: Reader, make: (parts: readonly Sql[]) => Sql): Said {
  const kinds = new Set(parts.map((part) => part.kind).filter((kind) => kind !== 'nothing'))
  if (kinds.size > 1) reader.refuse('a formula that yields values of several kinds')
  const [kind] = kinds
  if (kind === undefined || kinds.size > 1) return NOTHING
  return {
    kind,
    sql: make(parts.map((part) => part.sql)),
    size: Math.max(...parts.map((part) => part.size)),
    least: leastOf(parts),
  }
}

function leastOf(parts: readonly Said[]): number {
  return Math.min(...parts.map((part) => part.least))
}

/** Exact, and missing only where the value is. */
function oneOf(of: Said, values: readonly Said[], sheet: Sheet): Sql {
  if (of.kind === 'nothing') return UNKNOWN
  const x = sheet.once(of.sql, of.kind)
  const meeting = values.filter((one) => one.kind === of.kind)
  if (meeting.every((one) => one.sql.uses.length === 0) && meeting.length > 0) {
    return sql`(${isListed(
      x,
      meeting.map((one) => one.sql),
      sheet.dialect,
    )})`
  }
  const same = meeting.map((one) => sql`coalesce(${x} = ${one.sql}, false)`)
  return cases([[sql`${x} is not null`, same.length === 0 ? sql`false` : sql`(${joined(same, ' or ')})`]])
}

/** Mondays to Fridays, counted from the Monday before 1970-01-01, a Thursday. */
function workdays(from: Said, to: Said, sheet: Sheet): Said {
  if (from.kind !== 'number' || to.kind !== 'number') return NOTHING
  const { number } = sheet
  const until = (day: Said): Sql => {
    const below = (of: Sql): Sql => ({ ...of, text: sheet.dialect.floor(of.text, day.size) })
    const since = sheet.once(sql`(${below(sheet.once(day.sql, 'number'))} + ${number(4)})`, 'number')
    const weeks = sheet.once(below(sql`${since} / ${number(7)}`), 'number')
    const rest = sheet.once(sql`(${since} - ${weeks} * ${number(7)})`, 'number')
    return sql`(${weeks} * ${number(5)} + ${cases([[sql`${rest} > 5`, number(5)]], rest)})`
  }
  return numeric(sql`(${until(to)} - ${until(from)})`, 2 * Math.max(from.size, to.size), 1)
}
