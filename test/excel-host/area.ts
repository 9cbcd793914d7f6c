/** A rectangle on one sheet; rows and columns count from 0, both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const LAST_ROW = 1_048_575
export const LAST_COLUMN = 16_383

/** Reads `A1`, `A1:B2`, `A:C`, `2:5`, with or without `$`. null for anything else. */
export function parseArea(text: string): Area | null {
  const found = /^\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i.exec(text)
  if (found === null || text === '') return null
  const [, left, top, right, bottom] = found
  const isRange = text.includes(':')
  if (!isRange && (left === undefined || top === undefined)) return null
  return {
    top: top === undefined ? 0 : Number(top) - 1,
    left: left === undefined ? 0 : columnOf(left),
    bottom: bottom === undefined ? (isRange ? LAST_ROW : Number(top) - 1) : Number(bottom) - 1,
    right: right === undefined ? (isRange ? LAST_COLUMN : columnOf(left!)) : columnOf(right),
  }
}

/** Splits `Sheet!A1` and `'Bob''s Data'!A1`; the sheet is null where none is named. */
export function splitAddress(text: string): { readonly sheet: string | null; readonly area: string } {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text)
  if (found === null) return { sheet: null, area: text }
  return { sheet: found[1]?.replaceAll("''", "'") ?? found[2]!, area: found[3]! }
}

/** An address with its sheet: its own, or else `home`. */
export function onSheet(home: string, address: string): string {
  return address.includes('!') ? address : `'${home.replaceAll("'", "''")}'!${address}`
}

/** As Excel writes addresses: whole columns as `A:C`, a single cell as `A1`, the sheet quoted where it must be. */
export function formatAddress(sheet: string, area: Area): string {
  const name = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`
  return `${name}!${formatArea(area)}`
}

export function formatArea({ top, left, bottom, right }: Area): string {
  if (top === 0 && bottom === LAST_ROW) return `${letters(left)}:${letters(right)}`
  if (left === 0 && right === LAST_COLUMN) return `${top + 1}:${bottom + 1}`
  const first = `${letters(left)}${top + 1}`
  const last = `${letters(right)}${bottom + 1}`
  return first === last ? first : `${first}:${last}`
}

export function intersect(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top)
  const left = Math.max(a.left, b.left)
  const bottom = Math.min(a.bottom, b.bottom)
  const right = Math.min(a.right, b.right)
  return top > bottom || left > right ? null : { top, left, bottom, right }
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  )
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}

function columnOf(text: string): number {
  return [...text.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
