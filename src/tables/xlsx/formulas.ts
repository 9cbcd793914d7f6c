import { givenNames } from './formula-names.ts'
import { columnIndex, columnLetters } from './letters.ts'

/**
 * Formulas as a file stores them and as a person types them. Functions of add-ins are stored as `_xldudf_HEALTH_BAND`,
 * functions that came after 2007 with a prefix, and so are the names inside `LET` and `LAMBDA`; none is ever seen in a cell.
 */

/** `own`: functions of ours, by the names people type. */
export function storedFormula(typed: string, own: readonly string[]): string {
  const stored = new Map(own.map((name) => [name, `_xldudf_${name.replaceAll('.', '_')}`]))
  return outsideQuotes(withNamesMarked(typed), (text) =>
    text.replaceAll(FUNCTION, (whole, name: string) => {
      const upper = name.toUpperCase()
      const prefix = NEW.has(upper) ? (SHEET_ARRAYS.has(upper) ? '_xlfn._xlws.' : '_xlfn.') : ''
      return `${stored.get(upper) ?? `${prefix}${name}`}${whole.slice(name.length)}`
    }),
  )
}

/** `x` of `LET(x,1,x+1)` is stored as `_xlpm.x`, wherever the call reaches. */
function withNamesMarked(formula: string): string {
  const given = givenNames(formula)
  if (given.length === 0) return formula
  return outsideQuotes(formula, (text, start) =>
    text.replaceAll(WORD, (word, at: number) => {
      const place = start + at
      const isGiven = given.some(({ name, from, to }) => name === word.toUpperCase() && place >= from && place < to)
      return isGiven ? `_xlpm.${word}` : word
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
/** A whole name, neither that of a sheet nor that of a column of a table. */
const WORD = /(?<![\w.$![@#])[A-Za-z_\u00aa-\uffff][\w.\u00aa-\uffff]*(?![\w.!\]])/g
/** A cell, and neither a function such as LOG10( nor a part of a longer name. */
const REFERENCE = /(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w.(])/gi

const SHEET_ARRAYS = new Set(['FILTER', 'SORT'])
const NEW = new Set(
  (
    'ACOT,ACOTH,AGGREGATE,ANCHORARRAY,ARABIC,ARRAYTOTEXT,BASE,BETA.DIST,BETA.INV,BINOM.DIST,BINOM.DIST.RANGE,' +
    'BINOM.INV,BITAND,BITLSHIFT,BITOR,BITRSHIFT,BITXOR,BYCOL,BYROW,CEILING.MATH,CEILING.PRECISE,CHISQ.DIST,' +
    'CHISQ.DIST.RT,CHISQ.INV,CHISQ.INV.RT,CHISQ.TEST,CHOOSECOLS,CHOOSEROWS,COMBINA,CONCAT,CONFIDENCE.NORM,' +
    'CONFIDENCE.T,COT,COTH,COVARIANCE.P,COVARIANCE.S,CSC,CSCH,DAYS,DECIMAL,DROP,ENCODEURL,ERF.PRECISE,ERFC.PRECISE,' +
    'EXPAND,EXPON.DIST,F.DIST,F.DIST.RT,F.INV,F.INV.RT,F.TEST,FILTER,FILTERXML,FLOOR.MATH,FLOOR.PRECISE,FORECAST.ETS,' +
    'FORECAST.ETS.CONFINT,FORECAST.ETS.SEASONALITY,FORECAST.ETS.STAT,FORECAST.LINEAR,FORMULATEXT,GAMMA,GAMMA.DIST,' +
    'GAMMA.INV,GAMMALN.PRECISE,GAUSS,GROUPBY,HSTACK,HYPGEOM.DIST,IFNA,IFS,IMAGE,IMCOSH,IMCOT,IMCSC,IMCSCH,IMSEC,' +
    'IMSECH,IMSINH,IMTAN,ISFORMULA,ISOMITTED,ISOWEEKNUM,LAMBDA,LET,LOGNORM.DIST,LOGNORM.INV,MAKEARRAY,MAP,MAXIFS,' +
    'MINIFS,MODE.MULT,MODE.SNGL,MUNIT,NEGBINOM.DIST,NORM.DIST,NORM.INV,NORM.S.DIST,NORM.S.INV,NUMBERVALUE,PDURATION,' +
    'PERCENTILE.EXC,PERCENTILE.INC,PERCENTOF,PERCENTRANK.EXC,PERCENTRANK.INC,PERMUTATIONA,PHI,PIVOTBY,POISSON.DIST,' +
    'QUARTILE.EXC,QUARTILE.INC,RANDARRAY,RANK.AVG,RANK.EQ,REDUCE,REGEXEXTRACT,REGEXREPLACE,REGEXTEST,RRI,SCAN,SEC,' +
    'SECH,SEQUENCE,SHEET,SHEETS,SINGLE,SKEW.P,SORT,SORTBY,STDEV.P,STDEV.S,SWITCH,T.DIST,T.DIST.2T,T.DIST.RT,T.INV,' +
    'T.INV.2T,T.TEST,TAKE,TEXTAFTER,TEXTBEFORE,TEXTJOIN,TEXTSPLIT,TOCOL,TOROW,TRIMRANGE,UNICHAR,UNICODE,UNIQUE,' +
    'VALUETOTEXT,VAR.P,VAR.S,VSTACK,WEBSERVICE,WEIBULL.DIST,WRAPCOLS,WRAPROWS,XLOOKUP,XMATCH,XOR,Z.TEST'
  ).split(','),
)

/** Texts in double quotes and sheet names in single ones stay as they are. */
function outsideQuotes(formula: string, change: (text: string, start: number) => string): string {
  let start = 0
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/)
    .map((text, at) => {
      const now = at % 2 === 1 ? text : change(text, start)
      start += text.length
      return now
    })
    .join('')
}
