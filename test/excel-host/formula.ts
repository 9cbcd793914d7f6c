import { type Area, formatArea, parseArea, splitAddress } from './area.ts'

/** One call of a custom function, as a cell's formula: `=HEALTH(Accounts!A2:P2,"Digital")`. No other formula is computed here. */
export interface FormulaCall {
  readonly name: string
  readonly arguments: readonly FormulaArgument[]
}

export type FormulaArgument =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  /** A computed array: `IF(A2:P2="","",A2:P2)` has no address, only values. */
  | { readonly kind: 'array'; readonly address: string }
  | { readonly kind: 'omitted' }

const ARGUMENT =
  /\s*(?:"((?:[^"]|"")*)"|\{([^}]+)\}|([-+]?\d+(?:\.\d+)?)(?=\s*[,)])|(true|false)(?=\s*[,)])|((?:'(?:[^']|'')+'!|[^'!,()"]+!)?\$?[A-Z]{0,3}\$?\d{0,7}(?::\$?[A-Z]{0,3}\$?\d{0,7})?))\s*([,)])/iy

/**
 * Reads a formula that is one call. In place of a computed array a test writes `{A2:P2}`: the values of the cells, and no
 * address. null where it is anything else.
 */
export function parseFormula(formula: string): FormulaCall | null {
  const head = /^=\s*([\p{L}_][\p{L}\p{N}_.]*)\(/u.exec(formula)
  if (head === null) return null
  const found: FormulaArgument[] = []
  ARGUMENT.lastIndex = head[0].length
  for (;;) {
    const match = ARGUMENT.exec(formula)
    if (match === null) return null
    found.push(argumentOf(match))
    if (match[6] === ')') break
  }
  if (formula.slice(ARGUMENT.lastIndex).trim() !== '' && ARGUMENT.lastIndex !== 0) return null
  return { name: head[1]!.toUpperCase(), arguments: found }
}

function argumentOf([, text, array, number, truth, address]: RegExpExecArray): FormulaArgument {
  if (text !== undefined) return { kind: 'literal', value: text.replaceAll('""', '"') }
  if (array !== undefined) return { kind: 'array', address: array }
  if (number !== undefined) return { kind: 'literal', value: Number(number) }
  if (truth !== undefined) return { kind: 'literal', value: truth.toLowerCase() === 'true' }
  return address === undefined || address === '' ? { kind: 'omitted' } : { kind: 'address', address }
}

const ADDRESS =
  /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?)(?![\p{L}\d(.])/gu

/** The formula after its addresses on one sheet were moved; null stands for a block that is gone. `home` is the formula's own sheet. */
export function moveAddresses(formula: string, home: string, sheet: string, move: (area: Area) => Area | null): string {
  return formula.replaceAll(ADDRESS, (whole, _prefix, place: string) => {
    const named = splitAddress(whole).sheet ?? home
    const area = parseArea(place)
    if (named.toLowerCase() !== sheet.toLowerCase() || area === null) return whole
    const moved = move(area)
    const prefix = whole.slice(0, whole.length - place.length)
    return moved === null ? '#REF!' : `${prefix}${formatArea(moved)}`
  })
}
