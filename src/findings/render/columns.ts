const TAB = 4

/** Text as a terminal shows it: tabs as spaces, control characters as a visible sign. */
export function visible(text: string): string {
  if (plain.test(text)) return text
  let shown = ''
  let column = 0
  for (const { segment } of graphemes.segment(text)) {
    const piece = segment === '\t' ? ' '.repeat(TAB - (column % TAB)) : isControl(segment) ? '�' : segment
    shown += piece
    column += segment === '\t' ? piece.length : widthOf(piece)
  }
  return shown
}

/** How many columns a text takes up in a terminal. */
export function widthOf(text: string): number {
  if (plain.test(text)) return text.length
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** The text between two columns, with `…` where something was cut away. */
export function window(text: string, from: number, to: number): string {
  if (plain.test(text)) return `${from > 0 ? '…' : ''}${text.slice(from, to)}${text.length > to ? '…' : ''}`
  let column = 0
  let shown = ''
  for (const { segment } of graphemes.segment(text)) {
    const next = column + (wide.test(segment) ? 2 : 1)
    if (column >= from && next <= to) shown += segment
    column = next
  }
  return `${from > 0 ? '…' : ''}${shown}${column > to ? '…' : ''}`
}

/** One column a character: nearly all source, and quick to see where a line is a whole file of noise. */
const plain = /^[ -~]*$/
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /^[\p{Emoji_Presentation}\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]/u

function isControl(text: string): boolean {
  return /^\p{Cc}/u.test(text)
}
