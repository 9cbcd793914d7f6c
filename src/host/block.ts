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
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(block.sheet)
  const sheet = plain ? block.sheet : `'${block.sheet.replaceAll("'", "''")}'`
  const first = `${columnLetters(block.left)}${block.top + 1}`
  const last = `${columnLetters(block.right)}${block.bottom + 1}`
  return `${sheet}!${first}${first === last ? '' : `:${last}`}`
}

/** Reads what hosts give: `$` signs and a workbook in brackets are passed over. null for anything else, a literal say. */
export function parseBlock(address: string): Block | null {
  const found = /^(?:'((?:[^']|'')+)'|([^!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i.exec(
    address,
  )
  if (found === null) return null
  const [, quoted, plain, left, top, right, bottom] = found
  const sheet = (quoted?.replaceAll("''", "'") ?? plain!).replace(/^\[[^\]]*\]/, '')
  return {
    sheet,
    top: Number(top) - 1,
    left: columnIndex(left!),
    bottom: Number(bottom ?? top) - 1,
    right: columnIndex(right ?? left!),
  }
}
