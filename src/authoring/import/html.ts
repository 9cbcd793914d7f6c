import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { cell, tidy, titleLike, type PastedCell, type PastedTable } from './pasted.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** The tables of pasted HTML, each with the heading or short paragraph above it. A cell that spans is repeated, marked so. */
export function htmlTables(text: string): readonly PastedTable[] {
  const tables: PastedTable[] = []
  let title: string | null = null
  for (const element of elements(parseFragment(text).childNodes, (e) => e.tagName === 'table')) {
    if (element.tagName === 'table') tables.push({ title: caption(element) ?? title, rows: rowsOf(element) })
    else if (TITLES.has(element.tagName)) {
      const words = wordsOf(element)
      if (titleLike(words)) title = words
    }
  }
  return tables
}

const TITLES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'summary', 'strong', 'b'])

/** Elements in document order; those below one that `stop`s are not entered. Not recursive: a paste may nest without end. */
function* elements(nodes: readonly Node[], stop: (element: Element) => boolean): Generator<Element> {
  const stack = nodes.toReversed()
  while (stack.length > 0) {
    const node = stack.pop()!
    if (!('tagName' in node)) continue
    yield node
    if (!stop(node)) for (const child of node.childNodes.toReversed()) stack.push(child)
  }
}

function caption(table: Element): string | null {
  for (const element of elements(table.childNodes, (e) => e.tagName === 'tr'))
    if (element.tagName === 'caption') return wordsOf(element)
  return null
}

function rowsOf(table: Element): readonly (readonly PastedCell[])[] {
  const rows: PastedCell[][] = []
  /** By column: a cell from above that still reaches down. */
  const spanning = new Map<number, { text: string; left: number }>()
  for (const row of elements(table.childNodes, (e) => e.tagName === 'tr' || e.tagName === 'table')) {
    if (row.tagName !== 'tr') continue
    const cells: PastedCell[] = []
    const fill = (): void => {
      for (let above = spanning.get(cells.length); above !== undefined; above = spanning.get(cells.length)) {
        if (--above.left === 0) spanning.delete(cells.length)
        cells.push({ text: above.text, repeated: true })
      }
    }
    for (const item of row.childNodes) {
      if (!('tagName' in item) || (item.tagName !== 'td' && item.tagName !== 'th')) continue
      fill()
      const read = cell(wordsOf(item))
      const down = spanOf(item, 'rowspan')
      for (let across = 0; across < spanOf(item, 'colspan'); across++) {
        if (down > 1) spanning.set(cells.length, { text: read.text, left: down - 1 })
        cells.push(across === 0 ? read : { text: '', repeated: true })
      }
    }
    fill()
    rows.push(cells)
  }
  return rows
}

/** Spans are capped: a paste may claim billions of rows. */
function spanOf(item: Element, name: 'rowspan' | 'colspan'): number {
  const written = Number.parseInt(item.attrs.find((attribute) => attribute.name === name)?.value ?? '1', 10)
  return Number.isFinite(written) ? Math.min(Math.max(written, 1), 200) : 1
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'td', 'tr'])

function wordsOf(element: Element): string {
  const parts: string[] = []
  const stack: Node[] = element.childNodes.toReversed()
  while (stack.length > 0) {
    const node = stack.pop()!
    if (node.nodeName === '#text' && 'value' in node) parts.push(node.value)
    if (!('tagName' in node)) continue
    if (node.tagName === 'style' || node.tagName === 'script') continue
    if (BREAKS.has(node.tagName)) parts.push(' ')
    if (node.tagName === 'img') parts.push(node.attrs.find((attribute) => attribute.name === 'alt')?.value ?? '')
    for (const child of node.childNodes.toReversed()) stack.push(child)
  }
  return tidy(parts.join(''))
}
