/** What a zip archive unpacks to, as far as it may. */
export type Unpacked = { readonly kind: 'fits' } | { readonly kind: 'too large' } | { readonly kind: 'not a zip' }

/**
 * Unpacks every entry of an archive, keeping nothing, and stops when together they exceed `limit`: what an archive
 * declares about itself is not to be trusted.
 */
export async function measureUnpacked(zip: Uint8Array, limit: number): Promise<Unpacked> {
  const entries = entriesOf(zip)
  if (entries === null) return { kind: 'not a zip' }
  let left = limit
  for (const { start, length, deflated } of entries) {
    if (start + length > zip.length) return { kind: 'not a zip' }
    const packed = zip.subarray(start, start + length)
    left -= deflated ? await inflatedLength(packed, left) : length
    if (left < 0) return { kind: 'too large' }
  }
  return { kind: 'fits' }
}

interface Entry {
  readonly start: number
  readonly length: number
  readonly deflated: boolean
}

/** The central directory's entries; null where there is none. ZIP64 is not looked for: no table needs it. */
function entriesOf(zip: Uint8Array): readonly Entry[] | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  let end = zip.length - 22
  while (end >= 0 && end > zip.length - 65_557 && view.getUint32(end, true) !== 0x06054b50) end--
  if (end < 0 || end + 22 > zip.length || view.getUint32(end, true) !== 0x06054b50) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== 0x02014b50) return null
    const local = view.getUint32(at + 42, true)
    if (local + 30 > zip.length) return null
    entries.push({
      start: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      length: view.getUint32(at + 20, true),
      deflated: view.getUint16(at + 10, true) !== 0,
    })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** How long the data is unpacked, counted until it exceeds `limit`; what cannot be unpacked counts as nothing. */
async function inflatedLength(packed: Uint8Array, limit: number): Promise<number> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  let length = 0
  try {
    while (length <= limit) {
      const { done, value } = await reader.read()
      if (done) return length
      length += value.length
    }
    await reader.cancel()
    return length
  } catch {
    return length
  }
}
