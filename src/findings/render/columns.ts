const TAB = 4

/** Text as a terminal shows it: tabs as spaces, control characters as a visible sign. */
export function visible(text: string): string {
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
  let width = 0
  for (const { segment } of graphemes.segment(text)) width += wide.test(segment) ? 2 : 1
  return width
}

/** The text between two columns, with `…` where something was cut away. */
export function window(text: string, from: number, to: number): string {
  let column = 0
  let shown = ''
  for (const { segment } of graphemes.segment(text)) {
    const next = column + (wide.test(segment) ? 2 : 1)
    if (column >= from && next <= to) shown += segment
    column = next
  }
  return `${from > 0 ? '…' : ''}${shown}${column > to ? '…' : ''}`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wide =
  /^[\p{Emoji_Presentation}\u{1100}-\u{115f}\u{2e80}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]/u

function isControl(text: string): boolean {
  return /^\p{Cc}/u.test(text)
}
