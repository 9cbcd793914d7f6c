import type { BookSheet } from '../../tables/xlsx/book.ts'
import { columnLetters } from '../../tables/xlsx/letters.ts'
import { check, isCheck, quoted } from './sheet.ts'

/** One cell for all check cells of a sheet: the sum of what they are off by; null where it has none. */
export function checksOf({ name, rows }: BookSheet) {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const runs: string[] = []
  for (let column = 0; column < width; column++) {
    const letters = columnLetters(column)
    for (let row = 0; row < rows.length; row++) {
      if (!isCheck(rows[row]![column])) continue
      const first = row
      while (row + 1 < rows.length && isCheck(rows[row + 1]![column])) row++
      runs.push(`SUMPRODUCT(ABS(${quoted(name)}!${letters}${first + 1}:${letters}${row + 1}))`)
    }
  }
  return runs.length === 0 ? null : check(`ROUND(${runs.join('+')},2)`)
}
