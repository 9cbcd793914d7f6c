import type { NumberLine } from '../finding.ts'
import { widthOf } from './columns.ts'

/** `─── healthy ─── 2 ─── concerning ─── 5 ─── poor ───`, and `╳` under what is marked. */
export function drawNumberLine(line: NumberLine): readonly string[] {
  let drawn = ''
  let marks = ''
  for (const [n, { kind, text, marked }] of line.entries()) {
    const dashes = n === 0 || kind === 'band' ? '─── ' : ''
    const piece = kind === 'band' ? (text === '' ? '───' : `${dashes}${text} ───`) : text
    const lead = n === 0 ? '' : ' '
    const label = kind === 'band' && text !== '' ? text : piece
    const middle = widthOf(lead) + piece.indexOf(label) + Math.floor((widthOf(label) - 1) / 2)
    if (marked) marks = marks.padEnd(widthOf(drawn) + middle) + '╳'
    drawn += lead + piece
  }
  return marks === '' ? [drawn] : [drawn, marks]
}
