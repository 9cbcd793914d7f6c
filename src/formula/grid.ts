import { columnsIn, isAtom, mark, sizeOf, type Text } from './text.ts'

/** What columns are for, in the order in which they stand as far as each may stand behind all that it reads. */
export const PARTS = ['figures', 'measures', 'dimensions', 'headline', 'indicators', 'results', 'workings'] as const
export type Part = (typeof PARTS)[number]

export interface Column {
  readonly key: string
  readonly label: string
  readonly part: Part
  /** A number format, where it is not plain. */
  readonly format: string | null
  /** Null: a cell of the data. */
  readonly formula: Text | null
  /** There even if no formula names it; other workings that none does are left out. */
  readonly keep?: true
}

/** All columns of the accounts, told in any order. */
export interface Grid {
  /** A column by its key, which may be defined later. */
  readonly column: (key: string) => Text
  readonly define: (column: Column) => Text
  /** A value that is read more than once, as a column of its own. */
  readonly once: (value: Text) => Text
  /** As it stands, or as a column of its own where it has grown too long or too deep to be part of another. */
  readonly small: (value: Text) => Text
  /** Each behind all that it reads: LibreOffice computes from left to right, and gets lost where it must look ahead too often. */
  readonly columns: () => readonly Column[]
  /** Whether a column needs itself. */
  readonly isCircular: () => boolean
}

/** A part of a formula stays well below what a formula may hold, 8,192 characters and 64 levels. */
const LONG = 1200
const DEEP = 12

export function gridFor(where: () => string): Grid {
  const columns = new Map<string, Column>()
  const known = new Map<string, Text>()
  const column = (key: string): Text => mark('column', key)
  const define = (made: Column): Text => {
    columns.set(made.key, made)
    return column(made.key)
  }
  const once = (value: Text): Text => {
    if (isAtom(value)) return value
    const before = known.get(value)
    if (before !== undefined) return before
    const label = `${where()} (${known.size + 1})`
    const made = define({ key: `once |${known.size + 1}`, label, part: 'workings', format: null, formula: value })
    known.set(value, made)
    return made
  }
  const small = (value: Text): Text => {
    const { length, depth } = sizeOf(value)
    return length > LONG || depth > DEEP ? once(value) : value
  }
  return {
    column,
    define,
    once,
    small,
    columns: () => ordered(columns),
    isCircular: () => isCircular(columns),
  }
}

function ordered(columns: ReadonlyMap<string, Column>): readonly Column[] {
  const done = new Set<string>()
  const order: Column[] = []
  const visit = (key: string): void => {
    const column = columns.get(key)
    if (column === undefined || done.has(key)) return
    done.add(key)
    columnsIn(column.formula ?? '').forEach(visit)
    order.push(column)
  }
  // Numbers that are looked up by segment read its number, which their formulas do not say.
  for (const [key, { keep }] of columns) if (keep === true) visit(key)
  for (const part of PARTS) {
    if (part !== 'workings') for (const [key, column] of columns) if (column.part === part) visit(key)
  }
  return order
}

function isCircular(columns: ReadonlyMap<string, Column>): boolean {
  const done = new Set<string>()
  const open = new Set<string>()
  const needsItself = (key: string): boolean => {
    if (done.has(key) || open.has(key)) return !done.has(key)
    open.add(key)
    const found = columnsIn(columns.get(key)?.formula ?? '').some(needsItself)
    done.add(key)
    return found
  }
  return [...columns.keys()].some(needsItself)
}
