/** One function as people meet it: the source of the hosts' metadata, of the workbench's help and of docs/functions.md. */
export interface FunctionEntry {
  /** As it is typed; also its id. */
  readonly name: string
  readonly description: string
  readonly arguments: readonly ArgumentEntry[]
  readonly result: ResultEntry
  /** Where the built pages explain it. */
  readonly page: string
  readonly examples: readonly Example[]
  /** What the reference says besides, a paragraph each. */
  readonly notes: readonly string[]
}

export interface ArgumentEntry {
  readonly name: string
  readonly description: string
  readonly optional: boolean
  /** `range`: cells, whose addresses matter. `text`: one cell or a literal. */
  readonly kind: 'range' | 'text'
}

export interface ResultEntry {
  readonly kind: 'number' | 'text' | 'any'
  /** A block of rows gives a row of results each; `always`: more than one cell even for one account. */
  readonly spills: 'with rows' | 'always'
  readonly description: string
}

/** A formula on the sample portfolio with the first rows and columns of what it gives, as texts. */
export interface Example {
  readonly formula: string
  readonly gives: readonly (readonly string[])[]
}

const row: ArgumentEntry = {
  name: 'row',
  description: "The cells of an account's row, or a block of rows",
  optional: false,
  kind: 'range',
}
const which: ArgumentEntry = {
  name: 'which',
  description: 'A segment, a model, or model/segment; left out, the model chooses the segment',
  optional: true,
  kind: 'text',
}
const headers: ArgumentEntry = {
  name: 'headers',
  description: 'The header cells over the row; left out, they are looked up',
  optional: true,
  kind: 'range',
}

/** What every function of a ledger takes. */
const ofLedger: readonly ArgumentEntry[] = [
  {
    name: 'ledger',
    description: 'Contract lines with their header row on top, for example Contracts[#All]',
    optional: false,
    kind: 'range',
  },
  { name: 'from', description: 'The opening date, as a date or as "2023-12-31"', optional: false, kind: 'text' },
  { name: 'to', description: 'The closing date: what ends later is not lost yet', optional: false, kind: 'text' },
  {
    name: 'currency',
    description: 'The currency of the figures; left out, that of the lines where they are all in one',
    optional: true,
    kind: 'text',
  },
  {
    name: 'rates',
    description: 'Rates into that currency with their header row: date, currency, rate',
    optional: true,
    kind: 'range',
  },
  {
    name: 'by',
    description: 'Where gains and losses are netted: account (left out), sku or parent',
    optional: true,
    kind: 'text',
  },
  {
    name: 'recurring',
    description: 'Charge types that recur, with commas between them; left out: recurring',
    optional: true,
    kind: 'text',
  },
]

export const registry: readonly FunctionEntry[] = [
  {
    name: 'HEALTH',
    description: 'The health score of an account',
    arguments: [row, which, headers],
    result: { kind: 'number', spills: 'with rows', description: 'the score, unrounded' },
    page: pageOf('HEALTH'),
    examples: [
      { formula: '=HEALTH(C3:W3)', gives: [['8.625']] },
      { formula: '=HEALTH(C2:W4)', gives: [['2'], ['8.625'], ['6.666666666666666']] },
      { formula: '=HEALTH(C3:W3, "Digital Customer")', gives: [['7']] },
    ],
    notes: [
      'The number is the one that every other surface of Salus gives, to the last digit. Format the cell to show fewer decimals: `0.0` for most models.',
      'Where the host has cards (Excel for Microsoft 365), the number opens as one with the band and the dimensions; it still adds, sorts and charts as a number. A block of more than a thousand rows gives numbers alone.',
    ],
  },
  {
    name: 'HEALTH.BAND',
    description: 'The band of the score, such as Poor, Concerning or Healthy',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: "the band's label" },
    page: pageOf('HEALTH.BAND'),
    examples: [{ formula: '=HEALTH.BAND(C2:W4)', gives: [['Poor'], ['Healthy'], ['Healthy']] }],
    notes: [],
  },
  {
    name: 'HEALTH.MODEL',
    description: 'The model and the segment that an account was scored with',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: '`model/segment`, as the argument *which* takes it' },
    page: pageOf('HEALTH.MODEL'),
    examples: [{ formula: '=HEALTH.MODEL(C2:W3)', gives: [['sourcegraph/digital'], ['sourcegraph/default']] }],
    notes: [],
  },
  {
    name: 'HEALTH.DIMENSION',
    description: 'The score of one dimension, or the points of one measure',
    arguments: [
      row,
      {
        name: 'dimension',
        description: 'A dimension or measure, by name, label or path',
        optional: false,
        kind: 'text',
      },
      which,
      headers,
    ],
    result: { kind: 'number', spills: 'with rows', description: 'the score of the dimension, unrounded' },
    page: pageOf('HEALTH.DIMENSION'),
    examples: [
      { formula: '=HEALTH.DIMENSION(C3:W3, "Utilization")', gives: [['7.5']] },
      { formula: '=HEALTH.DIMENSION(C3:W3, "dau_per_mau")', gives: [['10']] },
    ],
    notes: ['What to look at stands second, since it cannot be left out; *which* and *headers* follow as everywhere.'],
  },
  {
    name: 'HEALTH.EXPLAIN',
    description: 'Every part of the score of one account: value, band, points, weight and what it costs',
    arguments: [{ ...row, description: "The cells of one account's row" }, which, headers],
    result: {
      kind: 'any',
      spills: 'always',
      description: 'a table of part, value, band, points, weight, lost, because',
    },
    page: pageOf('HEALTH.EXPLAIN'),
    examples: [
      {
        formula: '=HEALTH.EXPLAIN(C3:W3)',
        gives: [
          ['Part', 'Value', 'Band', 'Points', 'Weight', 'Lost'],
          ['Customer Health Score', 'Default', 'Healthy', '8.625', '1', '1.375'],
          ['Account Pulse', '', 'Healthy', '10', '0.3', '0'],
          ['  Account - TA Sentiment', 'Healthy', 'Healthy', '10', '0.3', '0'],
        ],
      },
    ],
    notes: [
      '*Weight* is the share of the whole score that a part carries for this account, after parts without data have given theirs to the others. The points *lost* by all measures and changes add up to what the whole has lost.',
      'Below the parts stand changes by modifiers and overrides, the nearest change that would lift the band, risks and opportunities, and notes on cells that could not be read and columns that are not there.',
    ],
  },
  {
    name: 'HEALTH.WHY',
    description: 'The reason of the score in one line',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: 'score, band, what costs most, and notes on the data' },
    page: pageOf('HEALTH.WHY'),
    examples: [
      {
        formula: '=HEALTH.WHY(C3:W3)',
        gives: [['8.6 healthy: Utilization costs 1.4 (Last month MAU / Seats 77%, 50% <= concerning < 80%)']],
      },
    ],
    notes: [],
  },
  {
    name: 'HEALTH.INDICATORS',
    description: 'The risks and opportunities of an account',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: 'joined by semicolons; empty where there are none' },
    page: pageOf('HEALTH.INDICATORS'),
    examples: [{ formula: '=HEALTH.INDICATORS(C3:W3)', gives: [['']] }],
    notes: ['The model of the sample has no indicators; `models/posthog.salus` has ten.'],
  },
  {
    name: 'HEALTH.COVERAGE',
    description: 'The share of the weight that had data, 0 to 1',
    arguments: [row, which, headers],
    result: { kind: 'number', spills: 'with rows', description: 'a fraction: format the cell as a percentage' },
    page: pageOf('HEALTH.COVERAGE'),
    examples: [{ formula: '=HEALTH.COVERAGE(C3:W3)', gives: [['1']] }],
    notes: [],
  },
  {
    name: 'HEALTH.SCORES',
    description: 'Many accounts in one call: takes their headers with them and gives a column for each thing asked for',
    arguments: [
      {
        name: 'table',
        description: 'The rows of accounts with their header row on top, for example Accounts[#All]',
        optional: false,
        kind: 'range',
      },
      which,
      {
        name: 'show',
        description: 'What to show, in a text with commas or in cells: account, score, band, why, a dimension',
        optional: true,
        kind: 'range',
      },
    ],
    result: { kind: 'any', spills: 'always', description: 'a header row and a row for each account' },
    page: pageOf('HEALTH.SCORES'),
    examples: [
      {
        formula: '=HEALTH.SCORES(C1:W4)',
        gives: [
          ['Account', 'Score', 'Band'],
          ['ACC-00001', '2', 'Poor'],
          ['ACC-00002', '8.625', 'Healthy'],
          ['ACC-00003', '6.666666666666666', 'Healthy'],
        ],
      },
      {
        formula: '=HEALTH.SCORES(C1:W3,, "account, shown, segment, Utilization")',
        gives: [
          ['Account', 'Shown', 'Segment', 'Utilization'],
          ['ACC-00001', '2.0', 'Digital Customer', '2.5'],
          ['ACC-00002', '8.6', 'Default', '7.5'],
        ],
      },
    ],
    notes: [
      'To be asked for: `account`, `score`, `shown` (the score as a person reads it), `band`, `segment`, `coverage`, `indicators`, `why`, `no score because`, and every dimension and measure by name, label or path. Without *show*: account, score and band.',
      'What an account has not is left blank here, where a single cell would say `#N/A`, so that totals over a column work. The formula cannot stand inside the table it reads.',
    ],
  },
  {
    name: 'HEALTH.CARD',
    description: 'The score as a card: click it to see every part',
    arguments: [row, which, headers],
    result: {
      kind: 'any',
      spills: 'with rows',
      description: 'the score, opening as a card; elsewhere the number alone',
    },
    page: pageOf('HEALTH.CARD'),
    examples: [{ formula: '=HEALTH.CARD(C3:W3)', gives: [['8.625']] }],
    notes: [
      'For a few accounts that are looked at closely. It also shows every measure and what would lift the band; `HEALTH` carries a smaller card already.',
    ],
  },
  {
    name: 'HEALTH.GRR',
    description: 'Gross revenue retention: what is left of the value of a year, without any gain',
    arguments: ofLedger,
    result: { kind: 'number', spills: 'with rows', description: 'a fraction: format the cell as a percentage' },
    page: pageOf('HEALTH.GRR'),
    examples: [
      {
        formula: '=HEALTH.GRR(Ledger!A1:J2088, "2023-12-31", "2024-12-31", "USD", FX!A1:C87)',
        gives: [['0.8796243972201736']],
      },
      {
        formula: '=HEALTH.GRR(Ledger!A1:J2088, "2023-12-31", "2024-12-31", "USD", FX!A1:C87, "sku")',
        gives: [['0.8259853613750952']],
      },
    ],
    notes: [
      'Of the accounts that were worth something at the opening date: the smaller of their value then and at the closing date, over their value then. Both are converted at the rate of the closing date, so that currencies alone change nothing. What is netted, what counts as a price and what as a return: [finance.md](finance.md).',
      'Columns are found by their headers: `account_id`, `sku`, `start_date`, `end_date` (the first day on which the line no longer runs; blank: it runs on), `annual_value`, `currency`, `charge_type`, and usual other names for them. A line that cannot be placed, such as one without an account or a date, gives `#VALUE!` with its row: a rate without it would be another.',
    ],
  },
  {
    name: 'HEALTH.NRR',
    description: 'Net revenue retention: what the same accounts are worth later, gains included',
    arguments: ofLedger,
    result: { kind: 'number', spills: 'with rows', description: 'a fraction, above 1 where gains outweigh losses' },
    page: pageOf('HEALTH.NRR'),
    examples: [
      {
        formula: '=HEALTH.NRR(Ledger!A1:J2088, "2023-12-31", "2024-12-31", "USD", FX!A1:C87)',
        gives: [['0.9111692217605932']],
      },
    ],
    notes: ['Accounts that came after the opening date are in neither rate.'],
  },
  {
    name: 'HEALTH.BRIDGE',
    description: 'From opening to closing value, month by month: new, expansion, contraction, churn, FX',
    arguments: ofLedger,
    result: { kind: 'any', spills: 'always', description: 'a header row and a row for each month' },
    page: pageOf('HEALTH.BRIDGE'),
    examples: [
      {
        formula: '=HEALTH.BRIDGE(Ledger!A1:J2088, "2023-12-31", "2024-03-31", "USD", FX!A1:C87)',
        gives: [
          [
            'Month',
            'Opening',
            'New',
            'Reactivation',
            'Expansion',
            'Contraction',
            'Churn',
            'FX',
            'Rounding',
            'Closing',
            'Check',
          ],
          [
            '2024-01-31',
            '17461442.94',
            '499488.08',
            '0',
            '39450.14',
            '-4432.81',
            '-89156.93',
            '-76240.78',
            '0.02',
            '17830550.66',
            '0',
          ],
          [
            '2024-02-29',
            '17830550.66',
            '77779.63',
            '4478.92',
            '66285.19',
            '-8984.19',
            '-189251.84',
            '-16967.33',
            '-0.03',
            '17763891.01',
            '0',
          ],
          [
            '2024-03-31',
            '17763891.01',
            '212062.21',
            '0',
            '27013.97',
            '-237170.72',
            '-109857.9',
            '-56480.45',
            '-0.08',
            '17599458.04',
            '0',
          ],
        ],
      },
    ],
    notes: [
      'Losses are below zero, so that a row adds up from opening to closing; *Check* is what is missing then, 0 in every row. The closing of a month is the opening of the next.',
    ],
  },
]

function pageOf(name: string): string {
  return `help/index.html#${name.toLowerCase().replaceAll('.', '')}`
}
