import { bandWords } from './headers.ts'
import { cell, tidy, titleLike, type PastedTable } from './pasted.ts'

/**
 * Tables whose cells were run together with single spaces, as plain-text copies of a page have them: a header line that
 * names the bands, then lines "dimension weight%" and "measure description poor concerning healthy". The thresholds are
 * read from the end of the line; label and description part where a sentence seems to begin.
 */
export function flattenedTables(text: string): readonly PastedTable[] {
  const lines = text.split(/\r\n|\r|\n/).map((line) => (line.length > 2000 ? '' : tidy(line)))
  const tables: PastedTable[] = []
  let title: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const bands = headerBands(line)
    if (bands === null) {
      if (titleLike(line)) title = line
      continue
    }
    let end = at + 1
    while (end < lines.length && lines[end] !== '' && headerBands(lines[end]!) === null) end++
    const header = ['Dimension', 'Weight', 'Measure', 'Description', ...bands]
    const rows = lines.slice(at + 1, end).map((row) => readRow(row, bands))
    tables.push({ title, rows: [header, ...rows].map((row) => row.map(cell)) })
    at = end - 1
  }
  return tables
}

function headerBands(line: string): readonly string[] | null {
  if (!/\b(?:measure|metric|dimension)s?\b/i.test(line)) return null
  const bands = bandWords(line)
  return bands.length >= 2 && new Set(bands).size === bands.length ? bands : null
}

const FIGURE = String.raw`\.?\s?\d[\d.,]*\s?%?`
const CLAIM = new RegExp(
  String.raw`(?:^|\s)((?:[<>≤≥]=?|=[<>])\s*${FIGURE}|${FIGURE}\s*[-–—]\s*${FIGURE}|\d[\d.,]*%?\+|N\s*/\s*A|true|false|yes|no)$`,
  'iu',
)

function readRow(line: string, bands: readonly string[]): readonly string[] {
  const claims: string[] = []
  let rest = line
  while (claims.length < bands.length) {
    const found = CLAIM.exec(rest) ?? bandWordAtEnd(rest, bands)
    if (found === null) break
    claims.unshift(found[1]!)
    rest = rest.slice(0, found.index).trimEnd()
  }
  const weighted = claims.length === 0 ? /^(.*\S)\s+(\d[\d.]*\s?%)$/u.exec(line) : null
  if (weighted !== null) return [weighted[1]!, weighted[2]!, '', '', ...bands.map(() => '')]
  const [label, description] = partLabel(rest)
  return ['', '', label, description, ...spread(claims, bands.length)]
}

/** A dropdown's own words as thresholds: `Poor 🔴`. */
function bandWordAtEnd(line: string, bands: readonly string[]): RegExpExecArray | null {
  return new RegExp(String.raw`\s((?:${bands.join('|')})(?:\s*\p{Extended_Pictographic})?)$`, 'u').exec(line)
}

/** With fewer claims than bands the outermost bands have them: `false true` is worst and best. */
function spread(claims: readonly string[], bands: number): readonly string[] {
  if (claims.length === bands) return claims
  const cells = Array.from({ length: bands }, () => '')
  claims.forEach((claim, at) => {
    cells[at === claims.length - 1 && at > 0 ? bands - 1 : at] = claim
  })
  return cells
}

/** A sentence begins at a capitalised word or a number, not the first, that a word in small letters follows. */
function partLabel(text: string): readonly [label: string, description: string] {
  const words = text.split(' ')
  for (let at = 1; at < words.length - 1; at++)
    if (/^[\p{Lu}\d]/u.test(words[at]!) && /^\p{Ll}/u.test(words[at + 1]!))
      return [words.slice(0, at).join(' '), words.slice(at).join(' ')]
  return [text, '']
}
