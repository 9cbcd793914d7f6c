import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { encodeCsv } from './csv.ts'
import { writePieces } from './file.ts'
import type { Field, OutputBatch, OutputBatches } from './output.ts'

/** A shorter table is written before a thread would have started. */
const BATCHES = 4
/** So many batches wait for the thread at most, while it starts or the disk is slow. */
const AHEAD = 12

/** Writes a csv file: a long one by a second thread where there is a core for it, so that rows are read and scored meanwhile. */
export async function writeCsv(path: string, fields: readonly Field[], batches: OutputBatches): Promise<void> {
  if (availableParallelism() === 1) return writePieces(path, encodeCsv(fields, batches))
  const rest = iterate(batches)
  const first: OutputBatch[] = []
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    first.push(next.value)
    if (first.length > BATCHES) return writeCsvByThread(path, fields, concatenated(first, rest))
  }
  return writePieces(path, encodeCsv(fields, first))
}

/** The same by a thread in any case. The numbers and codes of the batches are its own from then on. */
export async function writeCsvByThread(path: string, fields: readonly Field[], batches: OutputBatches): Promise<void> {
  const thread = new Worker(ENTRY, { workerData: { path, fields } })
  const state = { ahead: 0, isOver: false, problem: null as unknown, wake: (): void => undefined }
  thread.on('message', () => {
    state.ahead--
    state.wake()
  })
  thread.on('error', (error) => (state.problem = error))
  thread.on('exit', () => {
    state.isOver = true
    state.wake()
  })
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo() && !state.isOver) await new Promise<void>((resolve) => (state.wake = resolve))
    if (state.problem !== null) throw state.problem
  }
  try {
    for await (const batch of batches) {
      await until(() => state.ahead < AHEAD)
      state.ahead++
      thread.postMessage(batch, buffersOf(batch))
    }
    thread.postMessage(null, [])
    await until(() => state.isOver)
  } finally {
    await thread.terminate()
  }
}

/** Beside this file in a checkout, beside the one built from it in a package. */
const ENTRY = new URL(import.meta.url.endsWith('.ts') ? './csv-thread.ts' : './csv-thread.js', import.meta.url)

/** What is handed over, not copied. */
function buffersOf({ columns }: OutputBatch): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const column of columns) {
    const held = column.kind === 'number' ? column.values : column.kind === 'codes' ? column.codes : null
    if (ArrayBuffer.isView(held) && held.buffer instanceof ArrayBuffer) buffers.add(held.buffer)
  }
  return [...buffers]
}

async function* iterate(batches: OutputBatches): AsyncGenerator<OutputBatch> {
  yield* batches
}

async function* concatenated(
  first: readonly OutputBatch[],
  rest: AsyncIterable<OutputBatch>,
): AsyncGenerator<OutputBatch> {
  yield* first
  yield* rest
}
