import {
  count,
  date,
  heading,
  headings,
  money,
  range,
  type Row,
  shareOf,
  sheet,
  text,
} from '../../finance/workbook/sheet.ts'
import type { Book, BookSheet } from '../../tables/xlsx/book.ts'
import { writeBook } from '../../tables/xlsx/write-book.ts'
import type { ScoredRows } from '../scored-rows.ts'
import type { Validation } from '../validate.ts'
import { reportSections } from './sections.ts'

/** Rows beyond this stay out of the workbook, and its figures are then values. */
const MOST_ROWS = 50_000

/** The report as the bytes of an .xlsx file: every account with its score and label, and the bands as formulas over them. */
export function validationWorkbook(validation: Validation, scores: ScoredRows): Promise<Uint8Array<ArrayBuffer>> {
  return writeBook(validationBook(validation, scores), { own: [], namespace: '' })
}

export function validationBook(validation: Validation, scores: ScoredRows): Book {
  const live = validation.observations.length > 0 && validation.observations.length <= MOST_ROWS
  const bands = validation.byBand === null ? [] : [bandsSheet(validation, live)]
  const rows = live ? [rowsSheet(validation, scores)] : []
  return { part: null, sheets: [reportSheet(validation), ...bands, ...rows] }
}

const ROWS = 'Rows'
const ROWS_HEAD = ['Account', 'Score date', 'Score', 'Band', 'Lost', 'ARR', 'ARR lost', 'Segment'] as const

function rowsSheet({ observations }: Validation, scores: ScoredRows): BookSheet {
  const rows = observations.accounts.map((account, at): Row => {
    const amount = observations.amount[at]!
    const lost = observations.event[at] === 1
    const day = observations.day[at]!
    const known = !Number.isNaN(amount)
    return [
      text(account),
      Number.isNaN(day) ? null : date(day),
      { value: observations.score[at]! },
      text(scores.bands[observations.band[at]!] ?? ''),
      count(lost ? 1 : 0),
      known ? money(amount) : null,
      known ? money(lost ? amount : 0, `E${at + 2}*F${at + 2}`) : null,
      text(scores.segments[observations.segment[at]!] ?? ''),
    ]
  })
  return sheet(ROWS, [16, 12, 10, 14, 8, 16, 16, 18], 1, [headings(...ROWS_HEAD), ...rows])
}

function bandsSheet({ byBand, observations }: Validation, live: boolean): BookSheet {
  const last = observations.length + 1
  const column = (letter: string): string => range(ROWS, letter, 2, last)
  const formula = (written: string): string | undefined => (live ? written : undefined)
  const rows = byBand!.bands.map((band, at): Row => {
    const row = at + 2
    const own = `$A${row}`
    return [
      text(band.band),
      count(band.events, formula(`SUMIFS(${column('E')},${column('D')},${own})`)),
      count(band.n, formula(`COUNTIFS(${column('D')},${own})`)),
      shareOf(band.rate, `B${row}`, `C${row}`),
      { value: band.wilson?.low ?? '-', format: '0.00%', formula: wilsonFormula(row, '-') },
      { value: band.wilson?.high ?? '-', format: '0.00%', formula: wilsonFormula(row, '+') },
      ...(band.arr === null
        ? []
        : [
            money(band.arr.lost, formula(`SUMIFS(${column('G')},${column('D')},${own})`)),
            money(band.arr.total, formula(`SUMIFS(${column('F')},${column('D')},${own})`)),
            shareOf(band.arr.rate, `G${row}`, `H${row}`),
            { value: band.arr.interval?.low ?? '-', format: '0.00%' },
            { value: band.arr.interval?.high ?? '-', format: '0.00%' },
          ]),
    ]
  })
  const head = ['Band', 'Lost', 'Of', 'Rate', '95% from', 'to', 'ARR lost', 'Of ARR', 'Rate', '95% from', 'to']
  return sheet('Bands', [16, 10, 10, 10, 10, 10, 18, 18, 10, 10, 10], 1, [headings(...head), ...rows])
}

/** Wilson's bounds of B of C. */
function wilsonFormula(row: number, sign: '+' | '-'): string {
  const [x, n, z] = [`B${row}`, `C${row}`, 'NORMSINV(0.975)']
  const root = `SQRT(${x}/${n}*(1-${x}/${n})/${n}+${z}^2/(4*${n}^2))`
  return `IF(${n}>0,(${x}/${n}+${z}^2/(2*${n})${sign}${z}*${root})/(1+${z}^2/${n}),"-")`
}

function reportSheet(validation: Validation): BookSheet {
  const rows: Row[] = [[heading(validation.verdict.sentence)]]
  for (const { title, lines, table } of reportSections(validation)) {
    rows.push([], [heading(title)], ...lines.map((line): Row => [text(line)]))
    if (table === null) continue
    rows.push(
      headings(...table.columns.map((column) => column.title)),
      ...table.rows.map((row) => row.map((one) => text(one))),
    )
  }
  return sheet('Report', [28, 16, 16, 22, 22, 14, 14, 16, 16, 12, 22], 1, rows)
}
