/** A piece of SQL, and the columns it reads: by them the query is put in order. */
export interface Sql {
  readonly text: string
  /** Keys of columns of the sheet. */
  readonly uses: readonly string[]
}

/** A piece of SQL made of others; plain strings go in as they stand. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | string)[]): Sql {
  const texts = parts.map((part) => (typeof part === 'string' ? part : part.text))
  return {
    text: strings.reduce((text, string, at) => text + texts[at - 1]! + string),
    uses: parts.flatMap((part) => (typeof part === 'string' ? [] : part.uses)),
  }
}

/** The pieces one after the other. */
export function joined(parts: readonly Sql[], between: string): Sql {
  return { text: parts.map((part) => part.text).join(between), uses: parts.flatMap((part) => part.uses) }
}

/** Without the brackets around it. */
export function bare(piece: Sql): Sql {
  return /^\([^()]*\)$/.test(piece.text) ? { ...piece, text: piece.text.slice(1, -1) } : piece
}

export const NULL: Sql = sql`null`

/** A condition that is neither true nor false. */
export const UNKNOWN: Sql = sql`cast(null as boolean)`

/** The widest line that is not broken. */
const WIDTH = 100

/** `case when … then … else … end`, on lines of its own where it is long; without a branch what is left. */
export function cases(branches: readonly (readonly [when: Sql, then: Sql])[], otherwise: Sql | null = null): Sql {
  if (branches.length === 0) return otherwise ?? NULL
  if (branches.every(([, then]) => isNull(then)) && (otherwise === null || isNull(otherwise))) return NULL
  return spread(sql`case`, branches, otherwise)
}

/** `case subject when … then … end`. */
export function casesOf(subject: Sql, branches: readonly (readonly [value: Sql, then: Sql])[]): Sql {
  return branches.every(([, then]) => isNull(then)) ? NULL : spread(sql`case ${subject}`, branches, null)
}

function isNull({ text }: Sql): boolean {
  return text === NULL.text
}

function spread(head: Sql, branches: readonly (readonly [Sql, Sql])[], otherwise: Sql | null): Sql {
  const lines = branches.map(([when, then]) => sql`when ${when} then ${then}`)
  if (otherwise !== null && !isNull(otherwise)) lines.push(sql`else ${otherwise}`)
  const flat = sql`${head} ${joined(lines, ' ')} end`
  if (flat.text.length <= WIDTH && !flat.text.includes('\n')) return flat
  const indented = lines.map((line) => ({ ...line, text: line.text.replaceAll('\n', '\n  ') }))
  return sql`${head}\n  ${joined(indented, '\n  ')}\nend`
}
