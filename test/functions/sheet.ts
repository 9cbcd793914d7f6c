import { readFileSync } from 'node:fs'
import { answer } from '../../src/functions/answer.ts'
import type { Answer, AnswerCell, CellError } from '../../src/functions/call.ts'
import { type Block, parseBlock } from '../../src/host/block.ts'
import { type Desk, openDesk } from '../../src/host/desk/desk.ts'
import type { SalusDocument } from '../../src/host/document/document.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { type MemoryWorkbook, memoryWorkbook } from '../../src/host/memory/workbook.ts'
import type { Abilities, Workbook } from '../../src/host/workbook.ts'
import type { Cell } from '../../src/tables/cell.ts'

/** The kinds of hosts there are: how blanks and percentages reach a function. */
export const HOSTS: readonly (readonly [string, Partial<Abilities>])[] = [
  ['a host that hands over cells as they are', { cards: false }],
  ['a host that hands over percentages as numbers', { cards: false, percentsAsNumbers: true }],
  ['a host that hands over blanks as 0 as well', { cards: false, percentsAsNumbers: true, blanksAsZero: true }],
]

export const DAY = new Date(2026, 10, 22, 12)

export const SOURCEGRAPH = publishedModel('sourcegraph')

export function publishedModel(name: string): string {
  return readFileSync(new URL(`../../models/${name}.salus`, import.meta.url), 'utf8')
}

/** A workbook with one sheet, `Accounts`, whose first row is its headers, and functions to call on it. */
export interface Sheet {
  readonly workbook: MemoryWorkbook
  readonly desk: Desk
  readonly call: (name: string, ...args: readonly (string | null)[]) => Answer | Promise<Answer>
  /** The one cell a call gives. */
  readonly cell: (name: string, ...args: readonly (string | null)[]) => Promise<AnswerCell>
}

export interface SheetOptions {
  readonly abilities?: Partial<Abilities>
  readonly model?: string | null
  readonly document?: Partial<SalusDocument>
  /** Stands between the desk and the workbook. */
  readonly through?: (workbook: Workbook) => Workbook
}

export function sheetOf(rows: readonly (readonly Cell[])[], options: SheetOptions = {}): Sheet {
  const { abilities = { cards: false }, model = SOURCEGRAPH, document = {}, through } = options
  const models = model === null ? [] : [{ file: 'own.salus', text: model }]
  const part = model === null ? null : encodeDocument({ ...newDocument(models), ...document })
  const workbook = memoryWorkbook({ abilities, sheets: [{ name: 'Accounts', rows }], part, author: 'Ann' })
  const desk = openDesk(through?.(workbook) ?? workbook, { now: () => DAY })
  const call: Sheet['call'] = (name, ...args) => callOn(desk, workbook, name, args)
  return { workbook, desk, call, cell: async (...args) => (await call(...args))[0]![0]! }
}

/** A call as it is typed: what looks like an address is one, `=A1` is an array without an address, anything else is text. */
export function callOn(
  desk: Desk,
  workbook: MemoryWorkbook,
  name: string,
  args: readonly (string | null)[],
): Answer | Promise<Answer> {
  const given = args.map((text) => argumentOf(workbook, text))
  return answer(desk, name, {
    arguments: given.map(({ cells }) => cells),
    addresses: given.map(({ block }) => block),
  })
}

function argumentOf(
  workbook: MemoryWorkbook,
  text: string | null,
): { readonly cells: readonly (readonly Cell[])[] | null; readonly block: Block | null } {
  if (text === null) return { cells: null, block: null }
  const isComputed = text.startsWith('=')
  const address = text.replace(/^=/, '')
  const block = /^[A-Z]{1,2}\d+(:[A-Z]{1,2}\d+)?$/.test(address)
    ? parseBlock(`Accounts!${address}`)
    : parseBlock(address)
  if (block === null) return { cells: [[text]], block: null }
  return { cells: workbook.handOver(block), block: isComputed ? null : block }
}

export function messageOf(cell: AnswerCell): string {
  return isError(cell)
    ? `${cell.code === 'value' ? '#VALUE!' : '#N/A'} ${cell.message}`
    : `no error: ${JSON.stringify(cell)}`
}

export function isError(cell: AnswerCell): cell is CellError {
  return typeof cell === 'object' && cell?.kind === 'error'
}

/** The headers of the handbook's model, in an order of our own, with a column that nothing reads. */
export const HEADERS: readonly string[] = [
  'Account',
  'Owner',
  'Segment',
  'Airgapped',
  'Onboarding',
  'Account - TA Sentiment',
  'Versions Behind',
  'Last 90 Days Defect Tickets',
  'Last 90 Days Question Tickets',
  'Active Champion?',
  'Access to Buyer?',
  'Last month MAU / Seats',
  'Last 4 Wk DAU / MAU',
]

/** An account of the Default segment. 10 at 30%; (5 + 10 + 0) / 3 = 5 at 15%; (5 + 10) / 2 = 7.5 at 55%: 7.875, shown 7.9. */
export const ACME: readonly Cell[] = [
  'Acme',
  'Ann',
  'Enterprise',
  false,
  false,
  'Healthy',
  3,
  1,
  15,
  'no',
  'no',
  { kind: 'percent', value: 0.64 },
  0.31,
]

/** Only sentiment and MAU / Seats: 0 at 30% and 10 at 55%, of 85%; 57.5% of the weight had data. */
export const BLANKS: readonly Cell[] = [
  'Blank Inc',
  null,
  null,
  null,
  null,
  'Poor',
  null,
  null,
  null,
  null,
  null,
  85,
  null,
]

/** Digital: (10 + 10 + 5) / 3 at 20% and 10 at 80%: 9.666… */
export const BITS: readonly Cell[] = [
  'Bits',
  null,
  'digital',
  false,
  false,
  null,
  0,
  0,
  0,
  null,
  null,
  { kind: 'percent', value: 0.9 },
  0.5,
]
