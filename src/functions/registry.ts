/** One function as people meet it: the source of the hosts' metadata, of the workbench's help and of docs/functions.md. */
export interface FunctionEntry {
  /** As it is typed; also its id. */
  readonly name: string
  readonly description: string
  readonly arguments: readonly ArgumentEntry[]
  readonly result: ResultEntry
  /** Under the address of the help pages. */
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

/** A formula on the sample portfolio (`Accounts!A1:U521`) with what it gives: texts of cells, row by row, the first ones. */
export interface Example {
  readonly formula: string
  readonly gives: readonly (readonly string[])[]
}

const row: ArgumentEntry = {
  name: 'row',
  description: 'The cells of an account, or a block of rows',
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

export const registry: readonly FunctionEntry[] = [
  {
    name: 'HEALTH',
    description: 'The health score of an account, unrounded',
    arguments: [row, which, headers],
    result: {
      kind: 'number',
      spills: 'with rows',
      description: 'the score, with a card of its parts where cells can have one',
    },
    page: 'functions.html#health',
    examples: [
      { formula: '=HEALTH(A3:U3)', gives: [] },
      { formula: '=HEALTH(A2:U4, "Digital")', gives: [] },
    ],
    notes: [],
  },
  {
    name: 'HEALTH.BAND',
    description: 'The band of the score: Poor, Concerning, Healthy, or the bands of your model',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: "the band's label" },
    page: 'functions.html#health-band',
    examples: [{ formula: '=HEALTH.BAND(A2:U4)', gives: [] }],
    notes: [],
  },
  {
    name: 'HEALTH.MODEL',
    description: 'The model and the segment that were applied to an account',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: 'model/segment, as the argument `which` takes it' },
    page: 'functions.html#health-model',
    examples: [{ formula: '=HEALTH.MODEL(A2:U4)', gives: [] }],
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
    page: 'functions.html#health-dimension',
    examples: [{ formula: '=HEALTH.DIMENSION(A3:U3, "Technical Health")', gives: [] }],
    notes: [],
  },
  {
    name: 'HEALTH.EXPLAIN',
    description: 'Every part of the score of one account: value, band, points, weight, and what it costs',
    arguments: [row, which, headers],
    result: { kind: 'any', spills: 'always', description: 'a table: part, value, band, points, weight, lost, because' },
    page: 'functions.html#health-explain',
    examples: [{ formula: '=HEALTH.EXPLAIN(A3:U3)', gives: [] }],
    notes: [],
  },
  {
    name: 'HEALTH.WHY',
    description: 'The reason of the score in one line',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: 'score, band and the parts that cost most' },
    page: 'functions.html#health-why',
    examples: [{ formula: '=HEALTH.WHY(A3:U3)', gives: [] }],
    notes: [],
  },
  {
    name: 'HEALTH.INDICATORS',
    description: 'The risks and opportunities of an account',
    arguments: [row, which, headers],
    result: { kind: 'text', spills: 'with rows', description: 'labels, joined by semicolons; empty where none holds' },
    page: 'functions.html#health-indicators',
    examples: [],
    notes: [],
  },
  {
    name: 'HEALTH.COVERAGE',
    description: 'The share of the weight that had data, 0 to 1',
    arguments: [row, which, headers],
    result: { kind: 'number', spills: 'with rows', description: 'a fraction: format the cell as a percentage' },
    page: 'functions.html#health-coverage',
    examples: [{ formula: '=HEALTH.COVERAGE(A2:U2)', gives: [] }],
    notes: [],
  },
  {
    name: 'HEALTH.SCORES',
    description:
      'Many accounts in one call: the range has its headers in the first row, and a column is given for each thing asked for',
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
        description: 'What to show: account, score, band, why, a dimension; a text with commas or some cells',
        optional: true,
        kind: 'range',
      },
    ],
    result: { kind: 'any', spills: 'always', description: 'a header row and a row for each account' },
    page: 'functions.html#health-scores',
    examples: [{ formula: '=HEALTH.SCORES(A1:U4, "", "account, score, band, segment")', gives: [] }],
    notes: [],
  },
  {
    name: 'HEALTH.CARD',
    description: 'The score as a card: click it to see every part',
    arguments: [row, which, headers],
    result: {
      kind: 'any',
      spills: 'with rows',
      description: 'the score, opening as a card; the number alone where cells have none',
    },
    page: 'functions.html#health-card',
    examples: [],
    notes: [],
  },
]
