import { columnIndex, columnLetters } from '../tables/xlsx/letters.ts'

export { columnLetters } from '../tables/xlsx/letters.ts'

/** A rectangle of cells on one sheet; rows and columns count from 0, both ends included. */
export interface Block {
  readonly sheet: string
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** A block as people and hosts write it: `Accounts!A2:P2`, `'Bob''s Data'!A2`. */
export function formatBlock(block: Block): string {
  const first = `${columnLetters(block.left)}${block.top + 1}`
  const last = `${columnLetters(block.right)}${block.bottom + 1}`
  return `${quotedSheet(block.sheet)}!${first}${first === last ? '' : `:${last}`}`
}

/** In quotes where the name is not one plain word, or reads as a cell. */
function quotedSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[a-z]{1,3}\d+|r\d*(?:c\d*)?|c\d*)$/i.test(name)
  return plain ? name : `'${name.replaceAll("'", "''")}'`
}

/** The last row and column a sheet can have. */
const LAST_ROW = 1_048_575
const LAST_COLUMN = 16_383

/**
 * Reads what hosts give: `$` signs and a workbook in brackets are passed over, whole columns and rows (`A:C`, `2:5`) end
 * where sheets do. null for anything else, a literal say.
 */
export function parseBlock(address: string): Block | null {
  const found =
    /^(?:'((?:[^']|'')+)'|([^!]+))!(?:\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?|\$?([A-Z]{1,3}):\$?([A-Z]{1,3})|\$?(\d{1,7}):\$?(\d{1,7}))$/i.exec(
      address,
    )
  if (found === null) return null
  const [, quoted, plain, left, top, right, bottom, firstColumn, lastColumn, firstRow, lastRow] = found
  const sheet = (quoted?.replaceAll("''", "'") ?? plain!).replace(/^\[[^\]]*\]/, '')
  if (firstColumn !== undefined) {
    return { sheet, top: 0, left: columnIndex(firstColumn), bottom: LAST_ROW, right: columnIndex(lastColumn!) }
  }
  if (firstRow !== undefined) {
    return { sheet, top: Number(firstRow) - 1, left: 0, bottom: Number(lastRow) - 1, right: LAST_COLUMN }
  }
  return {
    sheet,
    top: Number(top) - 1,
    left: columnIndex(left!),
    bottom: Number(bottom ?? top) - 1,
    right: columnIndex(right ?? left!),
  }
}
