import { LARGEST, numeric, type Said } from './said.ts'
import type { Sheet } from './sheet.ts'
import { cases, joined, sql, type Sql } from './sql.ts'

/**
 * Arithmetic after which what is too large for a double is null or infinite, and never the end of a query. Where an engine
 * would stop, the operands are looked at first: what comes within a few units of the largest double counts as too large there.
 */
export function plus(left: Said, right: Said, sheet: Sheet): Said {
  return added('+', left, right, sheet)
}

export function minus(left: Said, right: Said, sheet: Sheet): Said {
  return added('-', left, right, sheet)
}

export function times(left: Said, right: Said, sheet: Sheet): Said {
  // What may be infinite times 0 is no number either.
  const largest = left.size * right.size
  const size = Number.isNaN(largest) ? Infinity : largest
  const least = left.least * right.least
  const tiny = mayVanish(least, sheet)
  if (isSure(size, sheet) && !tiny) return numeric(sql`(${left.sql} * ${right.sql})`, size, least)
  if (sheet.dialect.overflow === 'safe') return numeric(sql`safe_multiply(${left.sql}, ${right.sql})`, LARGEST, least)
  const { number } = sheet
  const [x, y, by] = constant(left) === null ? [left, right, constant(right)] : [right, left, constant(left)]
  const a = sheet.once(x.sql, 'number')
  const b = sheet.once(y.sql, 'number')
  const rows: [Sql, Sql][] = []
  if (tiny && by !== null && by > 0 && by < 1) rows.push([sql`abs(${a}) < ${number(VANISHING / by)}`, number(0)])
  if (tiny && by === null) {
    const from = sql`${number(VANISHING)} / greatest(least(abs(${b}), ${number(1)}), ${number(VANISHING)})`
    rows.push([sql`abs(${b}) < ${number(1)} and abs(${a}) < ${from}`, number(0)])
  }
  const product = sql`${a} * ${b}`
  if (isSure(size, sheet)) return numeric(cases(rows, product), size, least || VANISHING)
  const most =
    by === null ? sql`${number(LARGEST)} / greatest(${number(1)}, abs(${b}))` : number(LARGEST / Math.max(1, by))
  return numeric(cases([...rows, [sql`abs(${a}) < ${most}`, product]]), LARGEST, least || VANISHING)
}

/** Null where the divisor is 0. */
export function over(left: Said, right: Said, sheet: Sheet): Said {
  const by = constant(right)
  const size = left.size === 0 ? 0 : left.size / (by ?? right.least)
  const least = left.least / right.size
  const tiny = mayVanish(least, sheet)
  const { number } = sheet
  if (isSure(size, sheet) && !tiny) {
    const divisor = by === null || by === 0 ? sql`nullif(${right.sql}, ${number(0)})` : right.sql
    return numeric(sql`(${left.sql} / ${divisor})`, size, least)
  }
  if (sheet.dialect.overflow === 'safe') return numeric(sql`safe_divide(${left.sql}, ${right.sql})`, LARGEST, least)
  const a = sheet.once(left.sql, 'number')
  const b = sheet.once(right.sql, 'number')
  const rows: [Sql, Sql][] = []
  if (tiny && by !== null && by > 1) rows.push([sql`abs(${a}) < ${number(VANISHING * by)}`, number(0)])
  if (tiny && by === null) {
    const from = sql`${number(VANISHING)} * greatest(${number(1)}, abs(${b}))`
    rows.push([sql`abs(${b}) > ${number(1)} and abs(${a}) < ${from}`, number(0)])
  }
  const known = by !== null && by !== 0
  if (isSure(size, sheet)) {
    const divisor = known ? b : sql`nullif(${b}, ${number(0)})`
    return numeric(cases(rows, sql`${a} / ${divisor}`), size, least || VANISHING)
  }
  const most = known ? number(LARGEST * Math.min(1, by)) : sql`${number(LARGEST)} * least(${number(1)}, abs(${b}))`
  return numeric(cases([...rows, [sql`abs(${a}) < ${most}`, sql`${a} / ${b}`]]), LARGEST, least || VANISHING)
}

/** Null where there is no such power, or it is too large. */
export function power(left: Said, right: Said, sheet: Sheet): Said {
  const { overflow, floor } = sheet.dialect
  if (overflow === 'infinite') return numeric(sql`pow(${left.sql}, ${right.sql})`, Infinity)
  if (overflow === 'safe') return numeric(sql`safe.pow(${left.sql}, ${right.sql})`, Infinity)
  const { number } = sheet
  const a = sheet.once(left.sql, 'number')
  const b = sheet.once(right.sql, 'number')
  const logarithm = sheet.once(sql`ln(abs(nullif(${a}, ${number(0)})))`, 'number')
  const exponent = sql`greatest(least(${b}, ${number(1e300)}), ${number(-1e300)})`
  const grown = sheet.once(sql`(${exponent} * ${logarithm})`, 'number')
  const impossible = sql`${a} = ${number(0)} and ${b} < ${number(0)} or ${a} < ${number(0)} and ${b} <> ${floor(b.text, LARGEST)}`
  const value = cases(
    [
      [impossible, sql`null`],
      [sql`${grown} > ${number(GREATEST_LOGARITHM)}`, sql`null`],
      [sql`${grown} < ${number(-700)}`, number(0)],
    ],
    sql`pow(${a}, ${b})`,
  )
  return numeric(value, LARGEST, VANISHING)
}

/** Whether the difference of two columns is no number, so that they are surely apart; null where it always is one. */
export function tooFarApart(left: Said, right: Said, a: Sql, b: Sql, sheet: Sheet): Sql | null {
  if (isSure(left.size + right.size, sheet)) return null
  return sql`sign(${a}) <> sign(${b}) and abs(${a}) > ${sheet.number(LARGEST)} - abs(${b})`
}

/** All of them together, in the written order. */
export function totalOf(terms: readonly Said[], sheet: Sheet): Said {
  const [first, ...rest] = terms
  if (first === undefined) return numeric(sheet.number(0), 0, LARGEST)
  const size = terms.reduce((sum, term) => sum + term.size, 0)
  if (!isSure(size, sheet)) return rest.reduce((sum, term) => plus(sum, term, sheet), first)
  const least = Math.min(...terms.map((term) => term.least)) * 2 ** -53
  const parts = terms.map((term) => term.sql)
  return numeric(joined(parts, ' + '), size, least)
}

/** Whether nothing so large can end the query. */
export function isSure(size: number, { dialect }: Sheet): boolean {
  return size <= LARGEST || dialect.overflow === 'infinite'
}

/** With what is too small to be multiplied put to 0, where an engine would stop at that. */
export function settled(said: Said, sheet: Sheet): Said {
  if (said.kind !== 'number' || said.least >= SETTLED || !mayVanish(0, sheet)) return said
  const value = sheet.once(said.sql, 'number')
  const { number } = sheet
  const held = cases([[sql`abs(${value}) < ${number(SETTLED)}`, number(0)]], value)
  return numeric(held, said.size, SETTLED)
}

/** Products of two that are no smaller do not vanish. */
export const SETTLED = 1e-150

/** Below it a result may come out as 0. */
const VANISHING = 1e-300
const GREATEST_LOGARITHM = 709.7827

function added(sign: '+' | '-', left: Said, right: Said, sheet: Sheet): Said {
  const size = left.size + right.size
  const least = Math.min(left.least, right.least) * 2 ** -53
  if (isSure(size, sheet)) return numeric(sql`(${left.sql} ${sign} ${right.sql})`, size, least)
  if (sheet.dialect.overflow === 'safe') {
    const name = sign === '+' ? 'safe_add' : 'safe_subtract'
    return numeric(sql`${name}(${left.sql}, ${right.sql})`, LARGEST, least)
  }
  const a = sheet.once(left.sql, 'number')
  const b = sheet.once(right.sql, 'number')
  const against = sql`sign(${a}) ${sign === '+' ? '<>' : '='} sign(${b})`
  const within = sql`abs(${a}) <= ${sheet.number(LARGEST)} - abs(${b})`
  return numeric(cases([[sql`${against} or ${within}`, sql`${a} ${sign} ${b}`]]), LARGEST, least)
}

function mayVanish(least: number, { dialect }: Sheet): boolean {
  return dialect.overflow === 'stops, tiny too' && least === 0
}

/** Its magnitude where it is written in the model. */
function constant(said: Said): number | null {
  if (said.size === 0) return 0
  return said.size === said.least && said.sql.uses.length === 0 ? said.size : null
}
