import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { encodeCsv } from './csv.ts'
import { writePieces } from './file.ts'
import type { Field, OutputBatch } from './output.ts'

/**
 * The thread of `writeCsvByThread`: writes the batches that it is sent, up to null, and says after each that it wants
 * another. What the disk refuses ends it, and reaches the other side as its error.
 */
const { path, fields } = workerData as { readonly path: string; readonly fields: readonly Field[] }

const port = parentPort!
const waiting: (OutputBatch | null)[] = []
port.on('message', (batch: OutputBatch | null) => waiting.push(batch))
await writePieces(path, encodeCsv(fields, received()))
port.close()

async function* received(): AsyncGenerator<OutputBatch> {
  for (;;) {
    while (waiting.length === 0) await once(port, 'message')
    const batch = waiting.shift()!
    if (batch === null) return
    yield batch
    port.postMessage('taken')
  }
}
