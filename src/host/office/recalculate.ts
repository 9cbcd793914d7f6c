/// <reference types="office-js" />
import { run } from './run.ts'

/** Past so many stretches of formulas it is quicker to compute everything. */
const STRETCHES = 200

/** Sheets larger than this are not searched for formulas. */
const CELLS = 500_000

/** A formula that calls a function of ours, with or without a namespace before it. */
const OURS = /\bHEALTH(\.[A-Z]+)?\(/i

/**
 * Makes our cells compute again and leaves others alone, since a workbook may be full of slow ones: nothing they depend on
 * has changed in Excel's eyes, so it has to be told.
 */
export function recalculate(): Promise<void> {
  return run(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name')
    await context.sync()
    const used = sheets.items.map((sheet) => ({
      sheet,
      range: sheet.getUsedRange(true).load('rowIndex,columnIndex,cellCount'),
    }))
    await context.sync()
    const isSmall = used.every(({ range }) => range.cellCount <= CELLS)
    if (isSmall) {
      for (const { range } of used) range.load('formulas')
      await context.sync()
    }
    const stretches = isSmall
      ? used.flatMap(({ sheet, range }) => stretchesIn(range.formulas).map((stretch) => ({ sheet, range, stretch })))
      : []
    if (!isSmall || stretches.length > STRETCHES) context.application.calculate(Excel.CalculationType.full)
    else {
      for (const { sheet, range, stretch } of stretches) {
        const { top, rows, column } = stretch
        sheet.getRangeByIndexes(range.rowIndex + top, range.columnIndex + column, rows, 1).calculate()
      }
    }
    await context.sync()
  })
}

interface Stretch {
  readonly column: number
  readonly top: number
  readonly rows: number
}

/** Stretches of our formulas, one under the other. */
function stretchesIn(formulas: readonly (readonly unknown[])[]): readonly Stretch[] {
  const found: Stretch[] = []
  for (let column = 0; column < (formulas[0]?.length ?? 0); column++) {
    let top = -1
    for (let row = 0; row <= formulas.length; row++) {
      const formula = formulas[row]?.[column]
      const isOurs = typeof formula === 'string' && formula.startsWith('=') && OURS.test(formula)
      if (isOurs && top < 0) top = row
      if (isOurs || top < 0) continue
      found.push({ column, top, rows: row - top })
      top = -1
    }
  }
  return found
}
