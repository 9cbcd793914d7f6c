import type { Column } from './grid.ts'
import { columnsIn, mark, sizeOf, type Text } from './text.ts'

/** Workings as names inside the formulas that read them, where they fit, in the place of columns. */
export function lettingIn(columns: readonly Column[]): {
  readonly kept: readonly Column[]
  readonly formulaOf: (column: Column) => Text
} {
  const byKey = new Map(columns.map((one) => [one.key, one]))
  const isLet = (key: string): boolean => {
    const found = byKey.get(key)
    return found?.part === 'workings' && found.formula !== null && found.keep !== true && !key.endsWith('|number')
  }
  const written = new Map<string, Text>()
  const tooLong = new Set<string>()
  const formulaOf = (column: Column): Text => {
    const known = written.get(column.key)
    if (known !== undefined) return known
    const names = namesFor(column, isLet, byKey, tooLong)
    const named = (text: Text): Text =>
      [...names].reduce((told, [key, { name }]) => told.replaceAll(mark('column', key), name), text)
    const bindings = [...names.values()].flatMap(({ name, formula }) => [name, named(formula)])
    const text = bindings.length === 0 ? column.formula! : `LET(${[...bindings, named(column.formula!)].join(',')})`
    written.set(column.key, text)
    return text
  }
  // What would make a formula too long stays a column; its readers are then written anew.
  for (let again = true; again;) {
    again = false
    written.clear()
    for (const column of columns) {
      if (column.formula === null || (isLet(column.key) && !tooLong.has(column.key))) continue
      const { length, depth } = sizeOf(formulaOf(column))
      if (length <= LONGEST && depth <= DEEPEST && bindingsIn(formulaOf(column)) <= MOST_NAMES) continue
      const uses = columnsIn(column.formula).filter((key) => isLet(key) && !tooLong.has(key))
      if (uses.length === 0) continue
      for (const key of uses) tooLong.add(key)
      again = true
    }
  }
  return { kept: columns.filter((one) => !isLet(one.key) || tooLong.has(one.key)), formulaOf }
}

const LONGEST = 7500
const DEEPEST = 50
/** 255 arguments: two a name, and the result. */
const MOST_NAMES = 120

function bindingsIn(text: Text): number {
  return text.startsWith('LET(') ? text.split(/[,(]w_\d+,/).length - 1 : 0
}

/** What a formula reads, directly or not, in an order in which each needs only those before. */
function namesFor(
  column: Column,
  isLet: (key: string) => boolean,
  byKey: ReadonlyMap<string, Column>,
  tooLong: ReadonlySet<string>,
): ReadonlyMap<string, { readonly name: string; readonly formula: Text }> {
  const names = new Map<string, { name: string; formula: Text }>()
  const visit = (text: Text): void => {
    for (const key of columnsIn(text)) {
      if (names.has(key) || !isLet(key) || tooLong.has(key) || key === column.key) continue
      const { formula } = byKey.get(key)!
      visit(formula!)
      names.set(key, { name: '', formula: formula! })
    }
  }
  visit(column.formula!)
  return new Map([...names].map(([key, { formula }], n) => [key, { name: `w_${n + 1}`, formula }]))
}
