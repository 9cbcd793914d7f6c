import { type ByteSource, utf8Source } from './bytes.ts'

/** All of a source as text, or why not. A byte order mark is honoured and dropped. */
export async function wholeText(
  source: ByteSource,
  limit: number,
): Promise<{ readonly text: string } | { readonly problem: string }> {
  const bytes = await wholeBytes(await utf8Source(source), limit)
  if ('problem' in bytes) return bytes
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes.bytes) }
  } catch {
    return { problem: 'it is not UTF-8 text' }
  }
}

/** All bytes of a source, or that there are more than `limit`. */
export async function wholeBytes(
  source: ByteSource,
  limit: number,
): Promise<{ readonly bytes: Uint8Array } | { readonly problem: string }> {
  let bytes = new Uint8Array(1 << 20)
  let length = 0
  for (;;) {
    if (length === bytes.length) {
      if (length >= limit) {
        const most = Math.round(limit / 1_048_576)
        return { problem: `it is larger than ${most} MB; large tables are read as csv, ndjson or parquet` }
      }
      const larger = new Uint8Array(Math.min(bytes.length * 4, limit))
      larger.set(bytes)
      bytes = larger
    }
    const count = await source.read(bytes.subarray(length))
    if (count === 0) return { bytes: bytes.subarray(0, length) }
    length += count
  }
}

/** Lines of a source of any length with their numbers from 1, a buffer at a time; empty lines are passed over. */
export async function* linesOf(
  source: ByteSource,
  longest: number,
): AsyncGenerator<{ line: number; text: string | null }> {
  const utf8 = await utf8Source(source)
  const decoder = new TextDecoder('utf-8')
  const buffer = new Uint8Array(1 << 18)
  let pending = ''
  let line = 0
  for (;;) {
    const count = await utf8.read(buffer)
    pending += decoder.decode(buffer.subarray(0, count), { stream: count > 0 })
    const lines = pending.split('\n')
    pending = count > 0 ? lines.pop()! : ''
    for (const text of lines) {
      line++
      if (text.trim() !== '') yield { line, text }
    }
    if (pending.length > longest) {
      yield { line: line + 1, text: null }
      return
    }
    if (count === 0) return
  }
}
