/** Who belongs to whom in a table of accounts. */
export interface Families {
  /** Rows of the children of each row; an account that stands in several rows has the same children in each. */
  readonly children: ReadonlyMap<number, readonly number[]>
  /** Rows such that children come before their parents: first all that have none, and so on upward. */
  readonly levels: readonly Int32Array[]
  /** Accounts that are their own ancestors: each circle once, as shown, the first repeated at the end. */
  readonly circles: readonly (readonly string[])[]
  /** Rows on a circle, or above one: who is below them has no end. */
  readonly endless: ReadonlySet<number>
  /** Parents that are no account of the table, each once, in the order of the rows. */
  readonly strangers: readonly string[]
}

/**
 * Finds families by the parents that rows name (null where they name none). Keys are compared trimmed, as
 * written; an account that names itself has no parent.
 */
export function familiesOf(accounts: readonly string[], parents: readonly (string | null)[]): Families {
  const rowsOf = new Map<string, number[]>()
  for (const [row, account] of accounts.entries()) {
    const key = account.trim()
    if (key === '') continue
    const known = rowsOf.get(key)
    if (known === undefined) rowsOf.set(key, [row])
    else known.push(row)
  }
  const children = new Map<number, number[]>()
  const above: (readonly number[])[] = accounts.map(() => [])
  const strangers = new Set<string>()
  for (const [row, parent] of parents.entries()) {
    const key = parent === null ? '' : parent.trim()
    if (key === '' || key === accounts[row]!.trim()) continue
    const rows = rowsOf.get(key)
    if (rows === undefined) {
      strangers.add(key)
      continue
    }
    above[row] = rows
    for (const one of rows) {
      const known = children.get(one)
      if (known === undefined) children.set(one, [row])
      else known.push(row)
    }
  }
  const { levels, endless } = levelsOf(accounts.length, children, above)
  const circles = endless.size === 0 ? [] : circlesOf(accounts, above, endless)
  return { children, levels, circles, endless, strangers: [...strangers] }
}

/** Takes away rows whose children are all taken, a level at a time; what is left has no end. */
function levelsOf(
  length: number,
  children: ReadonlyMap<number, readonly number[]>,
  above: readonly (readonly number[])[],
): { readonly levels: Int32Array[]; readonly endless: ReadonlySet<number> } {
  const waiting = Int32Array.from({ length }, (_, row) => children.get(row)?.length ?? 0)
  const levels: Int32Array[] = []
  let left = length
  let level = Int32Array.from(waiting.keys()).filter((row) => waiting[row] === 0)
  while (level.length > 0) {
    levels.push(level)
    left -= level.length
    const next: number[] = []
    for (const row of level) {
      for (const parent of above[row]!) {
        waiting[parent]! -= 1
        if (waiting[parent] === 0) next.push(parent)
      }
    }
    level = Int32Array.from(next.toSorted((a, b) => a - b))
  }
  const endless = new Set<number>()
  if (left > 0) for (const [row, count] of waiting.entries()) if (count > 0) endless.add(row)
  return { levels, endless }
}

function circlesOf(
  accounts: readonly string[],
  above: readonly (readonly number[])[],
  endless: ReadonlySet<number>,
): string[][] {
  const circles: string[][] = []
  const seen = new Set<number>()
  for (const start of endless) {
    const trail: number[] = []
    let row: number | undefined = start
    while (row !== undefined && !seen.has(row)) {
      seen.add(row)
      trail.push(row)
      row = above[row]!.find((parent) => endless.has(parent))
    }
    const at = row === undefined ? -1 : trail.indexOf(row)
    if (at >= 0) circles.push([...trail.slice(at), row!].map((one) => accounts[one]!))
  }
  return circles
}
