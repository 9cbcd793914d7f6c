/// <reference types="custom-functions-runtime" />
import { type Block, parseBlock } from '../../host/block.ts'
import type { Cell } from '../../tables/cell.ts'
import type { Call } from '../call.ts'
import type { FunctionEntry } from '../registry.ts'

/** A call as Excel makes it, the invocation last, as one of ours. */
export function callOf({ arguments: known }: FunctionEntry, given: readonly unknown[]): Call {
  const { parameterAddresses } = (given[known.length] ?? {}) as CustomFunctions.Invocation
  return {
    arguments: known.map(({ kind }, index) => argumentOf(kind, given[index])),
    addresses: known.map((_, index) => addressOf(parameterAddresses?.[index])),
  }
}

/** What was left out comes as null. A single cell that is blank comes as 0 from Excel on the desktop, and no text is meant by it. */
function argumentOf(kind: 'range' | 'text', value: unknown): readonly (readonly Cell[])[] | null {
  if (value === null || value === undefined || (kind === 'text' && value === 0)) return null
  if (!Array.isArray(value)) return [[cellOf(value)]]
  return value.map((row) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]))
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || value === null) return null
  // An error cell is its name; a cell with a card is its number or text.
  if ('code' in value && typeof value.code === 'string') return value.code
  if ('basicValue' in value) return cellOf(value.basicValue)
  return { kind: 'other', text: 'a value that Salus cannot read' }
}

function addressOf(address: unknown): Block | null {
  return typeof address === 'string' ? parseBlock(address) : null
}
