import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonicalJson, sha256Hex } from '../model/hash.ts'
import type { Column, Columns } from '../model/columns.ts'

/** A hash of bound columns that come in batches; however they are cut, equal data has an equal hash. */
export interface ColumnsHasher {
  readonly add: (columns: Columns) => void
  /** SHA-256 (hex). */
  readonly finish: () => string
}

/** Values alone count: an unreadable cell is a missing one, and how texts are numbered does not matter. */
export function hashColumns(): ColumnsHasher {
  const hashes = new Map<string, ReturnType<typeof sha256.create>>()
  let rows = 0
  const feed = (name: string, bytes: Uint8Array): void => {
    const hash = hashes.get(name) ?? sha256.create()
    hashes.set(name, hash.update(bytes))
  }
  return {
    add: (columns) => {
      for (const [name, column] of columns.inputs) feed(`input ${name}`, bytesOf(column))
      if (columns.accounts !== null) feed('accounts', utf8ToBytes(columns.accounts.map(lineOf).join('')))
      rows += columns.length
    },
    finish: () => {
      const parts = [...hashes].map(([name, hash]) => [name, bytesToHex(hash.digest())])
      return sha256Hex(canonicalJson({ rows, parts: Object.fromEntries(parts) }))
    },
  }
}

function bytesOf(column: Column): Uint8Array {
  if (column.kind === 'text') {
    const lines = column.dictionary.map(lineOf)
    return utf8ToBytes(Array.from(column.codes, (code) => lines[code] ?? lineOf(null)).join(''))
  }
  const bytes = new DataView(new ArrayBuffer(column.values.length * 8))
  // One NaN and one zero: which of their many bit patterns a reader made is no difference in meaning.
  for (const [index, value] of column.values.entries()) {
    bytes.setFloat64(index * 8, Number.isNaN(value) ? Number.NaN : value + 0, true)
  }
  return new Uint8Array(bytes.buffer)
}

function lineOf(text: string | null): string {
  return `${JSON.stringify(text)}\n`
}
