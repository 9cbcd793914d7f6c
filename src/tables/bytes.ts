/** Where the bytes of a file come from, front to back. */
export interface ByteSource {
  /** Fills some of `into` from its start and says how much; 0 at the end. */
  read(into: Uint8Array): Promise<number>
}

/** Bytes at hand. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  let at = 0
  return {
    read(into) {
      const part = bytes.subarray(at, at + into.length)
      into.set(part)
      at += part.length
      return Promise.resolve(part.length)
    },
  }
}

/** How a text file begins: which encoding its byte order mark declares, and how long the mark is. */
export function byteOrderMark(head: Uint8Array): {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be'
  readonly length: number
} {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return { encoding: 'utf-8', length: 0 }
}

/** The same text as UTF-8 without a byte order mark. A UTF-8 source is passed through untouched. */
export async function utf8Source(source: ByteSource): Promise<ByteSource> {
  const head = new Uint8Array(4)
  let filled = 0
  while (filled < head.length) {
    const read = await source.read(head.subarray(filled))
    if (read === 0) break
    filled += read
  }
  const mark = byteOrderMark(head.subarray(0, filled))
  const rest = afterHead(head.slice(mark.length, filled), source)
  return mark.encoding === 'utf-8' ? rest : transcoded(rest, mark.encoding)
}

function afterHead(head: Uint8Array, source: ByteSource): ByteSource {
  let left = head
  return {
    async read(into) {
      if (left.length === 0) return source.read(into)
      const part = left.subarray(0, into.length)
      into.set(part)
      left = left.subarray(part.length)
      return part.length
    },
  }
}

function transcoded(source: ByteSource, encoding: string): ByteSource {
  const decoder = new TextDecoder(encoding)
  const encoder = new TextEncoder()
  const raw = new Uint8Array(65_536)
  let ready = new Uint8Array(0)
  let ended = false
  return {
    async read(into) {
      while (ready.length === 0 && !ended) {
        const count = await source.read(raw)
        ended = count === 0
        ready = encoder.encode(decoder.decode(raw.subarray(0, count), { stream: !ended }))
      }
      const part = ready.subarray(0, into.length)
      into.set(part)
      ready = ready.subarray(part.length)
      return part.length
    },
  }
}
