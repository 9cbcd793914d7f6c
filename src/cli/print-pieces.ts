import { encode, type Field, type OutputBatch } from '../tables/node.ts'
import type { Console } from './console.ts'

/** Prints a text that comes in pieces of bytes, each as it comes. */
export async function printPieces(pieces: AsyncIterable<Uint8Array>, console: Console): Promise<void> {
  for await (const text of decoded(pieces)) console.out(text)
}

/** One batch as csv. */
export async function csvText(fields: readonly Field[], batch: OutputBatch): Promise<string> {
  let text = ''
  for await (const piece of decoded(encode('csv', fields, [batch]))) text += piece
  return text
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  // A character may be cut in two between pieces.
  const decoder = new TextDecoder()
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true })
}
