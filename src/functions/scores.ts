import type { Block } from '../host/block.ts'
import type { Desk } from '../host/desk/desk.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import { nearMiss } from '../host/desk/which.ts'
import { findPart } from '../history/part.ts'
import { plainText } from '../tables/cell-text.ts'
import type { Cell } from '../tables/cell.ts'
import type { Answer, AnswerCell } from './call.ts'
import { columnOf } from './column.ts'
import type { ColumnFunction } from './column-function.ts'
import { dimension } from './dimension.ts'
import { band, coverage, health, indicators } from './health.ts'
import { segmentOf } from './labels.ts'
import { prepare, type Prepared } from './prepare.ts'
import { isBlank } from './scored.ts'
import { after, type Soon } from './soon.ts'
import { why } from './why.ts'

/** HEALTH.SCORES: a header row, and a row for each account with a column for each thing asked for. */
export function scoresTable(
  desk: Desk,
  applied: Applied,
  table: { readonly cells: readonly (readonly Cell[])[]; readonly block: Block | null },
  show: readonly string[],
): Soon<Answer | Refusal> {
  const [headers, ...cells] = table.cells
  if (headers === undefined || cells.length === 0) {
    return refuse('wrong', 'give the table with its header row on top, for example Accounts[#All] or A1:P50')
  }
  const columns = show.length === 0 ? USUAL : show
  const made = columns.map((wanted) => columnFor(applied, wanted))
  const problem = made.find((one) => one.kind === 'refusal')
  if (problem !== undefined) return problem
  const shown = made.filter((one) => one.kind === 'shown')
  const block = table.block && { ...table.block, top: table.block.top + 1 }
  return after(prepare(desk, applied, { cells, block, headers: [headers] }), (prepared) => {
    if (prepared.kind === 'refusal') return prepared
    return after(allOf(shown.map((one) => one.of(prepared))), (all) => [
      shown.map(({ title }) => title),
      ...prepared.cells.map((row, index) => all.map((column) => (isBlank(row) ? null : column[index]!))),
    ])
  })
}

const USUAL: readonly string[] = ['account', 'score', 'band']

/** What `show` asks for: words with commas between them, or a word in each cell. */
export function shownColumns(argument: readonly (readonly Cell[])[] | null | undefined): readonly string[] {
  return (argument ?? [])
    .flat()
    .flatMap((cell) => plainText(cell).split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')
}

interface ShownColumn {
  readonly kind: 'shown'
  readonly title: string
  readonly of: (prepared: Prepared) => Soon<readonly AnswerCell[]>
}

function columnFor(applied: Applied, wanted: string): ShownColumn | Refusal {
  const word = wanted.toLowerCase()
  const known = COLUMNS[word]
  if (known !== undefined) return { kind: 'shown', title: known.title, of: (prepared) => known.of(prepared, applied) }
  const path = findPart(applied.model, wanted)
  if (path !== null) {
    const part = dimension(applied, wanted)
    return 'message' in part ? part : { kind: 'shown', title: wanted, of: (prepared) => quiet(prepared, part) }
  }
  const near = nearMiss(wanted, Object.keys(COLUMNS))
  const suggestion = near === null ? '' : ` Is it "${near}"?`
  return refuse(
    'wrong',
    `There is no column "${wanted}" to show.${suggestion} There are ${Object.keys(COLUMNS).join(', ')}, and every dimension`,
  )
}

const segment: ColumnFunction = {
  explained: (explanation, { binding: { applied } }) => segmentOf(applied.model, explanation.segment)?.label ?? null,
  one: (score, { model }) => model.segments[score.segment]?.label,
  many: { detail: 'scores', of: (scores, index, { model }) => model.segments[scores.segment[index]!]?.label },
}

const shownText: ColumnFunction = { explained: ({ shown }) => shown }

const because: ColumnFunction = { explained: ({ noScoreBecause }) => noScoreBecause }

const COLUMNS: Readonly<
  Record<
    string,
    { readonly title: string; readonly of: (prepared: Prepared, applied: Applied) => Soon<readonly AnswerCell[]> }
  >
> = {
  account: { title: 'Account', of: accounts },
  score: { title: 'Score', of: (prepared) => quiet(prepared, health(false)) },
  shown: { title: 'Shown', of: (prepared) => quiet(prepared, shownText) },
  band: { title: 'Band', of: (prepared) => quiet(prepared, band) },
  segment: { title: 'Segment', of: (prepared) => quiet(prepared, segment) },
  coverage: { title: 'Coverage', of: (prepared) => quiet(prepared, coverage) },
  indicators: { title: 'Indicators', of: (prepared) => quiet(prepared, indicators) },
  why: { title: 'Why', of: (prepared) => quiet(prepared, why) },
  'no score because': { title: 'No score because', of: (prepared) => quiet(prepared, because) },
}

function accounts({ cells, binding: { matching } }: Prepared): readonly AnswerCell[] {
  return cells.map((row) => (matching.account === null ? null : plainText(row[matching.account] ?? null).trim()))
}

/** In a table what an account has not is left blank: an error would spoil every total over the column. */
function quiet(prepared: Prepared, of: ColumnFunction): Soon<readonly AnswerCell[]> {
  return after(columnOf(prepared, of), (column) => column.map((cell) => (isAbsent(cell) ? null : cell)))
}

function isAbsent(cell: AnswerCell): boolean {
  return typeof cell === 'object' && cell?.kind === 'error' && cell.code === 'notAvailable'
}

function allOf<T>(values: readonly Soon<T>[]): Soon<readonly T[]> {
  return values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[])
}
