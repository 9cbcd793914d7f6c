/** Sheets that Salus writes accounts onto: what was written from a list is not the list. */
export const FORMULA_SHEET = 'Salus formulas'
export const NUMBERS_SHEET = 'Salus numbers'
