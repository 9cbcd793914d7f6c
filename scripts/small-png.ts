import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture of a page in the 256 colours it has most of, the others as the nearest of these: a third of the bytes. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, pixels } = decode(png)
  const counts = new Map<number, number>()
  const colors = new Uint32Array(width * height)
  for (let at = 0; at < colors.length; at++) {
    const byte = at * channels
    // The lowest bit of a channel is seen by nobody and doubles the colours.
    const color = ((pixels[byte]! << 16) | (pixels[byte + 1]! << 8) | pixels[byte + 2]!) & 0xfefefe
    colors[at] = color
    counts.set(color, (counts.get(color) ?? 0) + 1)
  }
  const palette = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 256).map(([color]) => color) // prettier-ignore
  const places = new Map(palette.map((color, place) => [color, place]))
  const rows = Buffer.alloc((width + 1) * height)
  for (let at = 0; at < colors.length; at++) {
    const color = colors[at]!
    let place = places.get(color)
    if (place === undefined) places.set(color, (place = nearest(palette, color)))
    rows[at + Math.floor(at / width) + 1] = place
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const table = Buffer.from(palette.flatMap(channelsOf).map((value) => (value >= 254 ? 255 : value)))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', table),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

/** Eight bits a channel, not interlaced: what browsers write. */
function decode(png: Buffer) {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  const channels = png[25] === 6 ? 4 : 3
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
  }
  const filtered = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const pixels = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row++) {
    const filter = filtered[row * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const at = row * stride + x
      const left = x < channels ? 0 : pixels[at - channels]!
      const up = row === 0 ? 0 : pixels[at - stride]!
      const corner = row === 0 || x < channels ? 0 : pixels[at - stride - channels]!
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter!]!
      pixels[at] = filtered[row * (stride + 1) + 1 + x]! + guess
    }
  }
  return { width, height, channels, pixels }
}

function paeth(left: number, up: number, corner: number): number {
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function nearest(palette: readonly number[], color: number): number {
  const own = channelsOf(color)
  const distances = palette.map((other) => channelsOf(other).reduce((sum, value, n) => sum + (value - own[n]!) ** 2, 0))
  return distances.indexOf(Math.min(...distances))
}

function channelsOf(color: number): readonly number[] {
  return [color >> 16, (color >> 8) & 255, color & 255]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
