import type { Desk } from '../host/desk/desk.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import { HostProblem } from '../host/workbook.ts'
import type { Answer, Call } from './call.ts'
import { card } from './card.ts'
import { cellError, errorAnswer } from './cell-error.ts'
import { columnOf } from './column.ts'
import type { ColumnFunction } from './column-function.ts'
import { dimension } from './dimension.ts'
import { explainTable } from './explain.ts'
import { band, coverage, health, indicators, model } from './health.ts'
import { bridgeTable } from './ledger/bridge-table.ts'
import { type ReadCache, readCache } from './ledger/read-once.ts'
import { retained } from './ledger/retained.ts'
import { prepare, rowsOf, textArgument } from './prepare.ts'
import { isBlank } from './scored.ts'
import { scoresTable, shownColumns } from './scores.ts'
import { after, type Soon } from './soon.ts'
import { why } from './why.ts'

/**
 * Computes one call of a function. At once where nothing has to be read: cells are many, and each that is late costs a
 * turn of the event loop. Nothing is thrown: what cannot be computed is an error cell with a sentence.
 */
export function answer(desk: Desk, name: string, call: Call): Soon<Answer> {
  try {
    const ledgerFunction = ledgerFunctions[name.toUpperCase()]
    if (ledgerFunction !== undefined) return orError(ledgerFunction(cacheOf(desk), call))
    const given =
      desk.state().status === 'ready' ? begin(desk, name, call) : desk.load().then(() => begin(desk, name, call))
    return given instanceof Promise ? given.catch(hostTrouble) : given
  } catch (problem) {
    return hostTrouble(problem)
  }
}

function begin(desk: Desk, name: string, call: Call): Soon<Answer> {
  const of = implementations[name.toUpperCase()]
  if (of === undefined) return errorAnswer(refuse('wrong', `Salus has no function ${name}`))
  const applied = desk.apply(textArgument(call, of.which))
  if (applied.kind === 'refusal') return errorAnswer(applied)
  return after(of.answer(desk, applied, call), orError)
}

function orError(found: Answer | Refusal): Answer {
  return 'kind' in found ? errorAnswer(found) : found
}

/** Functions of contract lines: they ask for no model. */
const ledgerFunctions: Readonly<Record<string, (cache: ReadCache, call: Call) => Answer | Refusal>> = {
  'HEALTH.GRR': (cache, call) => retained(cache, call, 'grr'),
  'HEALTH.NRR': (cache, call) => retained(cache, call, 'nrr'),
  'HEALTH.BRIDGE': bridgeTable,
}

const caches = new WeakMap<Desk, ReadCache>()

function cacheOf(desk: Desk): ReadCache {
  const cache = caches.get(desk) ?? readCache()
  caches.set(desk, cache)
  return cache
}

/** A spreadsheet that cannot be read at the moment says so; anything else is a mistake of ours and must be seen as one. */
function hostTrouble(problem: unknown): Answer {
  if (problem instanceof HostProblem) return [[cellError('value', problem.message)]]
  throw problem
}

interface Implementation {
  /** The place of the argument that names model and segment. */
  readonly which: number
  readonly answer: (desk: Desk, applied: Applied, call: Call) => Soon<Answer | Refusal>
}

/** A function of a row, a model and headers that gives one cell an account. */
function column(of: (desk: Desk, applied: Applied, call: Call) => ColumnFunction | Refusal, which = 1): Implementation {
  return {
    which,
    answer: (desk, applied, call) => {
      const wanted = of(desk, applied, call)
      if ('message' in wanted) return wanted
      const rows = rowsOf(call, which + 1)
      if ('kind' in rows) return rows
      return after(prepare(desk, applied, rows), (prepared) =>
        prepared.kind === 'refusal'
          ? prepared
          : after(columnOf(prepared, wanted), (cells): Answer => cells.map((cell) => [cell])),
      )
    },
  }
}

/** So many cards of one call: a card is a thousand times as long as its number, and a host has to carry them all. */
const CARDED = 1000

const implementations: Readonly<Record<string, Implementation>> = {
  HEALTH: column((desk, _applied, call) =>
    health(desk.workbook.abilities.cards && (call.arguments[0]?.length ?? 0) <= CARDED),
  ),
  'HEALTH.BAND': column(() => band),
  'HEALTH.MODEL': column(() => model),
  'HEALTH.DIMENSION': column((_desk, applied, call) => {
    const named = textArgument(call, 1)
    if (named !== null) return dimension(applied, named)
    return refuse('wrong', 'name the dimension or measure as the second argument')
  }, 2),
  'HEALTH.WHY': column(() => why),
  'HEALTH.INDICATORS': column(() => indicators),
  'HEALTH.COVERAGE': column(() => coverage),
  'HEALTH.CARD': column(() => card),
  'HEALTH.EXPLAIN': {
    which: 1,
    answer: (desk, applied, call) => {
      const rows = rowsOf(call, 2)
      if ('kind' in rows) return rows
      if (rows.cells.length > 1) return refuse('wrong', 'HEALTH.EXPLAIN is for one account: give it a single row')
      return after(prepare(desk, applied, rows), (prepared) => {
        if (prepared.kind === 'refusal') return prepared
        const { binding, cells, doubts } = prepared
        if (isBlank(cells[0]!)) return refuse('absent', 'this row is blank')
        return explainTable({ binding, cells: cells[0]!, doubts, placed: null })
      })
    },
  },
  'HEALTH.SCORES': {
    which: 1,
    answer: (desk, applied, call) => {
      const rows = rowsOf(call, Infinity)
      return 'kind' in rows ? rows : scoresTable(desk, applied, rows, shownColumns(call.arguments[2]))
    },
  },
}
