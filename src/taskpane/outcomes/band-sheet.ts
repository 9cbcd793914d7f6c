import { OPEN } from '../../finance/ledger.ts'
import { type Block, columnLetters, formatBlock } from '../../host/block.ts'
import type { Books } from '../../host/desk/finance/read-books.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import type { SheetContent } from '../../host/workbook.ts'
import type { Cell } from '../../tables/cell.ts'
import { isoDay } from '../../tables/values/day.ts'
import type { Calibration, Slice } from './calibrate.ts'

interface BandSheetWanted {
  /** With scores of the opening, a ledger whose dates are dates, and one rate for both dates. */
  readonly outcomes: Outcomes
  /** How a band is written. */
  readonly label: (band: string | null) => string
  readonly calibration: Calibration
}

/**
 * Bands and scores against outcomes as plain formulas: every account's value at both dates is summed from the ledger's own
 * range, and all else from the accounts.
 */
export function bandSheet({ outcomes, label, calibration }: BandSheetWanted): SheetContent {
  const { books } = outcomes
  const followed = outcomes.followed!
  const groups = outcomes.report.groups.band!
  const codes = books.ledger.currency.names.filter((code) => rateOf(books, code) !== null)
  const firstRate = 4
  const bands = firstRate + codes.length + 1
  const slices = bands + groups.length + 2
  const accounts = slices + calibration.slices.length + 2
  const last = accounts + followed.accounts.length
  const column = (at: number): string => `$${columnLetters(at)}$${accounts + 1}:$${columnLetters(at)}$${last}`
  const own = currenciesOf(books)
  const sums = valueOf(books, codes, firstRate)
  const rows: Cell[][] = [
    [`Outcomes by band, ${books.policy.currency}`],
    ['From the end of', { kind: 'date', value: books.from }],
    ['To the end of', { kind: 'date', value: books.to }],
    ...codes.map((code): Cell[] => [`One ${code} in ${books.policy.currency}`, rateOf(books, code)]),
    [],
    [...BAND_HEADS],
    ...groups.map(({ group }, at) => bandRow(label(group), bands + 1 + at, column)),
    [],
    ['Scores from', 'to', 'Accounts', 'Churned', 'Churn', 'Low', 'High', 'Fitted'],
    ...calibration.slices.map((slice, at) => sliceRow(slice, slices + 1 + at, column, calibration.fit)),
    [],
    [...ACCOUNT_HEADS],
    ...followed.accounts.map((account, at): Cell[] => {
      const row = accounts + 1 + at
      const score = followed.scores[at]!
      return [
        account,
        Number.isNaN(score) ? null : score,
        label(followed.bands[at]!),
        `=${sums(row, '$B$2', own.get(account)!)}`,
        `=${sums(row, '$B$3', own.get(account)!)}`,
        `=MIN(D${row},E${row})`,
        `=IF(AND(D${row}>0,E${row}<=0),1,0)`,
      ]
    }),
  ]
  const cells = (top: number, bottom: number, left: number, right: number) => ({ top, bottom, left, right })
  return {
    name: `Outcomes by band ${isoDay(books.to)}`,
    rows,
    widths: [20, 12, 14, 15, 15, 15, 16, 16, 10, 16, 10],
    formats: [
      { cells: cells(bands, bands + groups.length - 1, 3, 5), format: '0.00%' },
      { cells: cells(bands, bands + groups.length - 1, 6, 7), format: '#,##0.00' },
      { cells: cells(bands, bands + groups.length - 1, 8, 8), format: '0.00%' },
      { cells: cells(bands, bands + groups.length - 1, 9, 9), format: '#,##0.00' },
      { cells: cells(bands, bands + groups.length - 1, 10, 10), format: '0.00%' },
      { cells: cells(slices, slices + calibration.slices.length - 1, 0, 1), format: '0.00' },
      { cells: cells(slices, slices + calibration.slices.length - 1, 4, 7), format: '0.00%' },
      { cells: cells(accounts, last - 1, 1, 1), format: '0.00' },
      { cells: cells(accounts, last - 1, 3, 5), format: '#,##0.00' },
    ],
  }
}

const BAND_HEADS = [
  'Band',
  'Accounts',
  'Churned',
  'Churn',
  'Low',
  'High',
  'Opening',
  'Retained gross',
  'GRR',
  'Retained net',
  'NRR',
] as const

const ACCOUNT_HEADS = ['Account', 'Score', 'Band', 'Opening', 'Closing', 'Retained gross', 'Churned'] as const

type ColumnOf = (at: number) => string

function bandRow(label: string, row: number, column: ColumnOf): Cell[] {
  const ofBand = `${column(2)},$A${row}`
  const sum = (at: number): string => `=SUMIFS(${column(at)},${ofBand},${column(3)},">0")`
  return [
    label,
    `=COUNTIFS(${ofBand},${column(3)},">0")`,
    `=SUMIFS(${column(6)},${ofBand})`,
    ...rateCells('C', 'B', row),
    sum(3),
    sum(5),
    `=IF(G${row}=0,"",H${row}/G${row})`,
    sum(4),
    `=IF(G${row}=0,"",J${row}/G${row})`,
  ]
}

function sliceRow({ from, to }: Slice, row: number, column: ColumnOf, line: Calibration['fit']): Cell[] {
  const within = `${column(1)},">="&$A${row},${column(1)},"<="&$B${row},${column(3)},">0"`
  return [
    from,
    to,
    `=COUNTIFS(${within})`,
    `=SUMIFS(${column(6)},${within})`,
    ...rateCells('D', 'C', row),
    line === null ? null : `=1/(1+EXP(-(${line.intercept}+(${line.slope})*(A${row}+B${row})/2)))`,
  ]
}

/** The rate of events and Wilson's 95% interval, for counts in two cells of the row. */
function rateCells(events: string, count: string, row: number): string[] {
  const [x, n, z] = [`${events}${row}`, `${count}${row}`, '1.959963984540054']
  const end = (sign: '+' | '-'): string =>
    `=IF(${n}=0,"",MAX(0,MIN(1,(${x}/${n}+${z}^2/(2*${n})${sign}${z}*SQRT(${x}/${n}*(1-${x}/${n})/${n}+${z}^2/(4*${n}^2)))/(1+${z}^2/${n}))))`
  return [`=IF(${n}=0,"",${x}/${n})`, end('-'), end('+')]
}

/** The currencies of each account's lines: a formula asks for no others, so that a large sheet stays quick. */
function currenciesOf({ ledger }: Books): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Map(ledger.account.names.map((name) => [name, new Set<string>()]))
  for (let line = 0; line < ledger.length; line++) {
    own
      .get(ledger.account.names[ledger.account.codes[line]!]!)!
      .add(ledger.currency.names[ledger.currency.codes[line]!]!)
  }
  return own
}

type ValueOf = (row: number, day: string, own: ReadonlySet<string>) => string

/** An account's value on the day in a cell: its lines in each currency, at that currency's rate, to the cent. */
function valueOf(books: Books, codes: readonly string[], firstRate: number): ValueOf {
  const place = (field: string): string | null => {
    const block = books.columns.get(field)
    return block === undefined ? null : absolute(block)
  }
  const [account, start, end] = ['account', 'start', 'end'].map(place)
  const amount = place('annual')!
  const [currency, charge] = ['currency', 'charge'].map(place)
  const hasOpenEnds = books.ledger.end.includes(OPEN)
  return (row, day, own) => {
    const kinds = charge === null ? [null] : books.policy.recurring
    const terms = codes.flatMap((code, at) => {
      if (!own.has(code)) return []
      const parts = kinds.flatMap((kind) => {
        const given = [
          `${account},$A${row}`,
          `${start},"<="&${day}`,
          ...(currency === null ? [] : [`${currency},"${code}"`]),
          ...(kind === null ? [] : [`${charge},"${kind.replaceAll('"', '""')}"`]),
        ].join(',')
        const closed = `SUMIFS(${amount},${given}${end === null ? '' : `,${end},">"&${day}`})`
        return end === null || !hasOpenEnds ? [closed] : [closed, `SUMIFS(${amount},${given},${end},"")`]
      })
      return [`ROUND((${parts.join('+')})*$B$${firstRate + at},2)`]
    })
    return terms.join('+')
  }
}

function absolute(block: Block): string {
  const [sheet, cells] = formatBlock(block).split(/!(?=[^!]*$)/) as [string, string]
  return `${sheet}!${cells.replaceAll(/([A-Z]+)(\d+)/g, '$$$1$$$2')}`
}

/** What one unit of a currency is worth where both dates are compared; null where nobody knows. */
function rateOf({ rates, policy, from, to }: Books, code: string): number | null {
  if (code === policy.currency) return 1
  const rate = rates.at(code, Math.min(policy.rate === 'opening' ? from : to, policy.asOf))
  return rate && rate.numerator / rate.denominator
}
