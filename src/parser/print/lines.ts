import type { Atom } from './atoms.ts'

/** Lines that share one have their cells padded to the same columns. */
export interface Alignment {
  /** A cell wider than this neither pads the others nor is padded. */
  readonly widest: number
  /** Spaces between columns. */
  readonly gap: 1 | 2
  /** Whether weights of measures have a column of their own. */
  readonly weights?: boolean
}

export interface Line {
  readonly indent: number
  readonly cells: Atom[][]
  readonly alignment: Alignment | null
  /** Where its first word or comment stood in the source. */
  readonly from: number
  /** The comment at its end; of a line without words, the line itself. */
  comment: string | null
  /** An empty line stands before it. */
  blank: boolean
}

export const pageWidth = 120

export function widthOf(cell: readonly Atom[]): number {
  return cell.reduce((sum, atom, index) => sum + atom.text.length + (index === 0 ? 0 : gapOf(atom).length), 0)
}

export function gapOf(atom: Atom): string {
  if (atom.glued) return ''
  return atom.wide ? '  ' : ' '
}
