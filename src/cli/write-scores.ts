import type { Finding } from '../findings/finding.ts'
import { encode, writeTable, writeWhole, type Format, type OutputBatch, type TableBatch } from '../tables/node.ts'
import { writePieces } from '../tables/write/file.ts'
import type { Console } from './console.ts'
import { printPieces } from './print-pieces.ts'
import { Problem } from './problem.ts'
import type { TableScorer } from './score-table.ts'

/** Where scores go: a file, whole or not at all, or the console. */
export interface Target {
  readonly out: string | undefined
  readonly console: Console
}

/** Scores as a table, a batch at a time. */
export async function writeScores(
  scorer: TableScorer,
  batches: AsyncIterable<TableBatch>,
  format: Format,
  { out, console }: Target,
): Promise<readonly Finding[]> {
  const scored = scoreAll(scorer, batches)
  if (out !== undefined) return writeTable(out, format, scorer.fields, scored)
  if (format !== 'csv') throw new Problem(`${format} cannot be shown on a screen: add --out scores.${format}`)
  return print(encode('csv', scorer.fields, scored), console)
}

async function* scoreAll(scorer: TableScorer, batches: AsyncIterable<TableBatch>): AsyncGenerator<OutputBatch> {
  for await (const batch of batches) yield scorer.score(batch)
}

/** Full explanations: the contract's JSON, an array or one account a line. */
export function writeExplanations(
  explain: (batch: TableBatch) => readonly string[],
  batches: AsyncIterable<TableBatch>,
  format: 'json' | 'ndjson',
  { out, console }: Target,
): Promise<readonly Finding[]> {
  const pieces = encodeExplanations(batches, explain, format)
  return out === undefined ? print(pieces, console) : writeWhole(out, (temporary) => writePieces(temporary, pieces))
}

/** Accounts in one piece of a file. */
const PIECE = 256

async function* encodeExplanations(
  batches: AsyncIterable<TableBatch>,
  explain: (batch: TableBatch) => readonly string[],
  format: 'json' | 'ndjson',
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const between = format === 'json' ? ',\n' : '\n'
  let before = format === 'json' ? '[\n' : ''
  let any = false
  for await (const batch of batches) {
    if (batch.columns.length === 0) continue
    any = true
    const texts = explain(batch)
    for (let row = 0; row < texts.length; row += PIECE) {
      yield encoder.encode(before + texts.slice(row, row + PIECE).join(between))
      before = between
    }
  }
  if (format === 'json') yield encoder.encode(any ? '\n]\n' : '[]\n')
  else if (any) yield encoder.encode('\n')
}

async function print(pieces: AsyncIterable<Uint8Array>, console: Console): Promise<readonly Finding[]> {
  await printPieces(pieces, console)
  return []
}
