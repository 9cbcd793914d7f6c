import { type Field, type OutputBatches, outputCell } from './output.ts'

const CHUNK = 1 << 18

/** A JSON array of one object a row, a row a line, in pieces. */
export async function* encodeJson(fields: readonly Field[], batches: OutputBatches): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let before = '[\n'
  for await (const text of rowTexts(fields, batches, ',\n')) {
    yield encoder.encode(before + text)
    before = ',\n'
  }
  yield encoder.encode(before === '[\n' ? '[]\n' : '\n]\n')
}

/** One JSON object a line, in pieces. */
export async function* encodeNdjson(fields: readonly Field[], batches: OutputBatches): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const text of rowTexts(fields, batches, '\n')) yield encoder.encode(`${text}\n`)
}

/** Rows as objects, many at a time, with `between` between them. */
async function* rowTexts(fields: readonly Field[], batches: OutputBatches, between: string): AsyncGenerator<string> {
  const keys = fields.map(({ name }, i) => `${i > 0 ? ',' : '{'}${JSON.stringify(name)}:`)
  for await (const { length, columns } of batches) {
    let text = ''
    for (let row = 0; row < length; row++) {
      if (text !== '') text += between
      for (let c = 0; c < columns.length; c++) text += keys[c]! + JSON.stringify(outputCell(columns[c]!, row))
      text += columns.length === 0 ? '{}' : '}'
      if (text.length < CHUNK) continue
      yield text
      text = ''
    }
    if (text !== '') yield text
  }
}
