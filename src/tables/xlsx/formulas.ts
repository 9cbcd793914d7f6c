import { columnIndex, columnLetters } from './letters.ts'

/**
 * Formulas as a file stores them and as a person types them. Functions of add-ins are stored as `_xldudf_HEALTH_BAND`,
 * functions that came after 2007 with a prefix; neither is ever seen in a cell.
 */

/** `own`: functions of ours, by the names people type. */
export function storedFormula(typed: string, own: readonly string[]): string {
  const stored = new Map(own.map((name) => [name, `_xldudf_${name.replaceAll('.', '_')}`]))
  return outsideQuotes(typed, (text) =>
    text.replaceAll(FUNCTION, (whole, name: string) => {
      const upper = name.toUpperCase()
      const prefix = NEW.has(upper) ? (SHEET_ARRAYS.has(upper) ? '_xlfn._xlws.' : '_xlfn.') : ''
      return `${stored.get(upper) ?? `${prefix}${name}`}${whole.slice(name.length)}`
    }),
  )
}

export function typedFormula(stored: string, own: readonly string[]): string {
  const typed = new Map(own.map((name) => [`_XLDUDF_${name.replaceAll('.', '_')}`, name]))
  return outsideQuotes(stored, (text) =>
    text
      .replaceAll(FUNCTION, (whole, name: string) => {
        const found = typed.get(name.toUpperCase()) ?? name.replace(/^_xldudf_/i, '')
        return `${found}${whole.slice(name.length)}`
      })
      .replaceAll(/_xlfn\.|_xlws\.|_xlpm\./gi, ''),
  )
}

/** The formula of a cell that shares another cell's: its relative references moved along. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return outsideQuotes(formula, (text) =>
    text.replaceAll(REFERENCE, (_, fixedColumn: string, letters: string, fixedRow: string, row: string) => {
      const column = fixedColumn === '$' ? letters : columnLetters(columnIndex(letters) + columns)
      return `${fixedColumn}${column}${fixedRow}${fixedRow === '$' ? row : Number(row) + rows}`
    }),
  )
}

/** A name right before a bracket. */
const FUNCTION = /(?<![\w.])([A-Za-z_][\w.]*)\(/g
/** A cell, and neither a function such as LOG10( nor a part of a longer name. */
const REFERENCE = /(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(])/gi

const SHEET_ARRAYS = new Set(['FILTER', 'SORT'])
const NEW = new Set(
  (
    'ACOT,AGGREGATE,ANCHORARRAY,ARRAYTOTEXT,BYCOL,BYROW,CEILING.MATH,CHOOSECOLS,CHOOSEROWS,CONCAT,COT,COVARIANCE.P,' +
    'COVARIANCE.S,DAYS,DROP,EXPAND,FILTER,FLOOR.MATH,FORECAST.LINEAR,FORMULATEXT,HSTACK,IFNA,IFS,ISFORMULA,ISOWEEKNUM,' +
    'LAMBDA,LET,MAKEARRAY,MAP,MAXIFS,MINIFS,MODE.MULT,MODE.SNGL,NORM.DIST,NORM.INV,NORM.S.DIST,NUMBERVALUE,' +
    'PERCENTILE.EXC,PERCENTILE.INC,PERCENTRANK.EXC,PERCENTRANK.INC,QUARTILE.EXC,QUARTILE.INC,RANDARRAY,RANK.AVG,RANK.EQ,' +
    'REDUCE,SCAN,SEQUENCE,SINGLE,SORT,SORTBY,STDEV.P,STDEV.S,SWITCH,TAKE,TEXTAFTER,TEXTBEFORE,TEXTJOIN,TEXTSPLIT,TOCOL,' +
    'TOROW,UNICHAR,UNICODE,UNIQUE,VALUETOTEXT,VAR.P,VAR.S,VSTACK,WRAPCOLS,WRAPROWS,XLOOKUP,XMATCH,XOR'
  ).split(','),
)

/** Texts in double quotes and sheet names in single ones stay as they are. */
function outsideQuotes(formula: string, change: (text: string) => string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((text, at) => (at % 2 === 1 ? text : change(text)))
    .join('')
}
