import { crc32 } from 'node:zlib'

/** A zip archive of entries as they are given: stored, or deflated already with any size claimed for them. */
export function zip(
  entries: readonly (readonly [name: string, data: Uint8Array])[],
  claim: { readonly method: number; readonly size: number } | null = null,
): Uint8Array {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, data] of entries) {
    const encoded = new TextEncoder().encode(name)
    const fields = new Uint8Array(26)
    const view = new DataView(fields.buffer)
    view.setUint16(0, 20, true)
    view.setUint16(4, claim?.method ?? 0, true)
    view.setUint32(10, crc32(data), true)
    view.setUint32(14, data.length, true)
    view.setUint32(18, claim?.size ?? data.length, true)
    view.setUint16(22, encoded.length, true)
    const place = new Uint8Array(14)
    new DataView(place.buffer).setUint32(10, offset, true)
    directory.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), fields, place, encoded)
    const local = [Uint8Array.of(0x50, 0x4b, 3, 4), fields, encoded, data]
    parts.push(...local)
    offset += local.reduce((sum, part) => sum + part.length, 0)
  }
  const end = new Uint8Array(22)
  const view = new DataView(end.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries.length, true)
  view.setUint16(10, entries.length, true)
  view.setUint32(
    12,
    directory.reduce((sum, part) => sum + part.length, 0),
    true,
  )
  view.setUint32(16, offset, true)
  return Buffer.concat([...parts, ...directory, end])
}
