import type { Block } from '../host/block.ts'
import type { Desk } from '../host/desk/desk.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import { nearMiss } from '../host/desk/which.ts'
import { findPart } from '../history/part.ts'
import { plainText } from '../tables/cell-text.ts'
import type { Cell } from '../tables/cell.ts'
import type { Answer, AnswerCell } from './call.ts'
import { columnsOf } from './column.ts'
import type { ColumnFunction } from './column-function.ts'
import { dimension } from './dimension.ts'
import { band, coverage, health, indicators } from './health.ts'
import { segmentOf } from './labels.ts'
import { prepare } from './prepare.ts'
import { isBlank, keyOf } from './scored.ts'
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
  const functions = shown.map(({ of }) => of)
  const block = table.block && { ...table.block, top: table.block.top + 1 }
  return after(prepare(desk, applied, { cells, block, headers: [headers] }), (prepared) => {
    if (prepared.kind === 'refusal') return prepared
    return after(columnsOf(prepared, functions), (all) => [
      shown.map(({ title }) => title),
      ...prepared.cells.map((row, index) => all.map((column) => (isBlank(row) ? null : quiet(column[index]!)))),
    ])
  })
}

const USUAL: readonly string[] = ['account', 'score', 'band']

/** What `show` asks for: words with commas between them, or a word in each cell. */
export function shownColumns(argument: readonly (readonly Cell[])[] | null | undefined): readonly string[] {
  return (
    (argument ?? [])
      .flat()
      // A blank cell, as some hosts hand it over.
      .filter((cell) => cell !== 0)
      .flatMap((cell) => plainText(cell).split(','))
      .map((text) => text.trim())
      .filter((text) => text !== '')
  )
}

interface ShownColumn {
  readonly kind: 'shown'
  readonly title: string
  readonly of: ColumnFunction
}

function columnFor(applied: Applied, wanted: string): ShownColumn | Refusal {
  const word = wanted.toLowerCase()
  const known = Object.hasOwn(COLUMNS, word) ? COLUMNS[word] : undefined
  if (known !== undefined) return { kind: 'shown', ...known }
  if (findPart(applied.model, wanted) !== null) {
    const part = dimension(applied, wanted)
    return 'message' in part ? part : { kind: 'shown', title: wanted, of: part }
  }
  const near = nearMiss(wanted, Object.keys(COLUMNS))
  const suggestion = near === null ? '' : ` Is it "${near}"?`
  const columns = Object.keys(COLUMNS).join(', ')
  return refuse(
    'wrong',
    `There is no column "${wanted}" to show.${suggestion} There are ${columns}, and every dimension`,
  )
}

const segment: ColumnFunction = {
  explained: (explanation, { binding: { applied } }) => segmentOf(applied.model, explanation.segment)?.label ?? null,
  many: { detail: 'scores', of: (scores, index, { model }) => model.segments[scores.segment[index]!]?.label },
}

const COLUMNS: Readonly<Record<string, { readonly title: string; readonly of: ColumnFunction }>> = {
  account: { title: 'Account', of: { explained: ({ account }) => account, fromCells: keyOf } },
  score: { title: 'Score', of: health(false) },
  shown: { title: 'Shown', of: { explained: ({ shown }) => shown } },
  band: { title: 'Band', of: band },
  segment: { title: 'Segment', of: segment },
  coverage: { title: 'Coverage', of: coverage },
  indicators: { title: 'Indicators', of: indicators },
  why: { title: 'Why', of: why },
  'no score because': { title: 'No score because', of: { explained: ({ noScoreBecause }) => noScoreBecause } },
}

/** In a table what an account has not is left blank: an error would spoil every total over the column. */
function quiet(cell: AnswerCell): AnswerCell {
  return typeof cell === 'object' && cell?.kind === 'error' && cell.code === 'notAvailable' ? null : cell
}
