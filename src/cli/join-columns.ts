import type { Column, Columns, TextColumn } from '../model/columns.ts'

/** Batches of one table as one: for what needs all accounts at once. */
export function joinColumns(parts: readonly Columns[]): Columns {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const names = new Set(parts.flatMap((part) => [...part.inputs.keys()]))
  const inputs = new Map([...names].map((name) => [name, joinColumn(parts, name, length)]))
  const accounts = parts.every((part) => part.accounts !== null) ? parts.flatMap((part) => part.accounts ?? []) : null
  return { length, accounts, inputs }
}

function joinColumn(parts: readonly Columns[], name: string, length: number): Column {
  const text = parts.some((part) => part.inputs.get(name)?.kind === 'text')
  return text ? joinTexts(parts, name, length) : joinNumbers(parts, name, length)
}

function joinNumbers(parts: readonly Columns[], name: string, length: number): Column {
  const values = new Float64Array(length).fill(NaN)
  const unreadable: number[] = []
  let at = 0
  for (const part of parts) {
    const column = part.inputs.get(name)
    if (column?.kind === 'number') {
      values.set(column.values.subarray(0, part.length), at)
      for (const row of column.unreadable) unreadable.push(at + row)
    }
    at += part.length
  }
  return { kind: 'number', values, unreadable }
}

function joinTexts(parts: readonly Columns[], name: string, length: number): TextColumn {
  const codes = new Int32Array(length).fill(-1)
  const dictionary: string[] = []
  const known = new Map<string, number>()
  const unreadable: number[] = []
  const codeOf = (word: string): number => {
    const code = known.get(word)
    if (code !== undefined) return code
    known.set(word, dictionary.length)
    return dictionary.push(word) - 1
  }
  let at = 0
  for (const part of parts) {
    const column = part.inputs.get(name)
    if (column?.kind === 'text') {
      const mapped = column.dictionary.map(codeOf)
      for (let row = 0; row < part.length; row++) codes[at + row] = mapped[column.codes[row]!] ?? -1
      for (const row of column.unreadable) unreadable.push(at + row)
    }
    at += part.length
  }
  return { kind: 'text', codes, dictionary, unreadable }
}
