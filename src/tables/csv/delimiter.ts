/** What may stand between cells, the likelier first: comma, semicolon, tab, bar. */
const DELIMITERS = [44, 59, 9, 124]

/**
 * The delimiter of a file, from its first line: the one that comes most often there outside quotes, a comma when
 * none does. `start` lies behind a first line such as `sep=;`, which Excel writes and reads.
 */
export function findDelimiter(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly delimiter: number; readonly start: number } {
  if (String.fromCharCode(...bytes.subarray(from, from + 4)).toLowerCase() === 'sep=' && from + 5 < to) {
    const next = bytes[from + 5]
    if (next === 10) return { delimiter: bytes[from + 4]!, start: from + 6 }
    if (next === 13) return { delimiter: bytes[from + 4]!, start: from + (bytes[from + 6] === 10 ? 7 : 6) }
  }
  const counts = DELIMITERS.map(() => 0)
  let quoted = false
  let any = false
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte === 34) quoted = !quoted
    if (quoted) continue
    if (byte === 10 || byte === 13) {
      if (any) break
      continue
    }
    any = true
    const which = DELIMITERS.indexOf(byte)
    if (which >= 0) counts[which]!++
  }
  const most = Math.max(...counts)
  return { delimiter: most === 0 ? 44 : DELIMITERS[counts.indexOf(most)]!, start: from }
}
