import type { Block } from '../host/block.ts'
import { connectedOn } from '../host/desk/connection.ts'
import type { Desk } from '../host/desk/desk.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import type { HeaderRow } from '../host/workbook.ts'
import type { Cell } from '../tables/cell.ts'
import { bind, type Binding, fedBy } from './binding.ts'
import { after, type Soon } from './soon.ts'

/** The cells of a call that is about rows of accounts. */
export interface Rows {
  readonly cells: readonly (readonly Cell[])[]
  /** Where they stand; null where the host does not say. */
  readonly block: Block | null
  /** The headers that were given; null where they are to be found. */
  readonly headers: readonly (readonly Cell[])[] | null
}

/** Ties a model to rows: by the headers given, else by those above the rows, else by the order of the inputs where there are as many columns. */
export function bindRows(desk: Desk, applied: Applied, rows: Rows): Soon<Binding | Refusal> {
  const { document } = desk.state()
  const width = rows.cells[0]?.length ?? 0
  const sheet = rows.block?.sheet ?? null
  if (rows.headers !== null) {
    const given = oneRow(rows.headers)
    if (given.length !== width) return refuse('wrong', unequal(given.length, width))
    return bind(applied, sameObject(given), document, sheet)
  }
  if (rows.block === null) return byOrder(applied, width) ?? refuse('wrong', HELP)
  return after(climb(desk, applied, rows.block), (header) => {
    if (header !== null) return bind(applied, header, document, sheet)
    if (fedBy(rows.cells[0] ?? [], applied, connectedOn(document, sheet)) > 1) return refuse('wrong', WITH_HEADERS)
    return byOrder(applied, width) ?? refuse('wrong', HELP)
  })
}

const HELP =
  'Salus found no headers for these cells: add the header row as the third argument, for example Accounts!A1:P1'
const WITH_HEADERS =
  'The range begins with its header row: begin with the first account, or use HEALTH.SCORES, which takes headers'

/** Rows of blanks part a list, and what is then above its lower rows is no header: the one that feeds inputs is further up. */
function climb(desk: Desk, applied: Applied, block: Block): Soon<readonly Cell[] | null> {
  const connected = connectedOn(desk.state().document, block.sheet)
  const from = (start: Block, first: readonly Cell[] | null, steps: number): Soon<readonly Cell[] | null> =>
    after(desk.headers.of(start), (found: HeaderRow | null) => {
      if (found !== null && isFed(found.headers, applied, connected)) return found.headers
      const top = Math.min(found?.row ?? start.top, start.top) - 1
      const nearest = first ?? found?.headers ?? null
      if (top < 1 || steps === 0) return nearest
      return from({ ...block, top, bottom: top }, nearest, steps - 1)
    })
  return from(block, null, HIGHEST)
}

/** So many stretches are climbed over. */
const HIGHEST = 20

function isFed(header: readonly Cell[], applied: Applied, connected: ReturnType<typeof connectedOn>): boolean {
  const known = fed.get(header)
  if (known?.inputs === applied.inputs && known.connected === connected) return known.isFed
  const made = { inputs: applied.inputs, connected, isFed: fedBy(header, applied, connected) > 0 }
  fed.set(header, made)
  return made.isFed
}

const fed = new WeakMap<
  readonly Cell[],
  { readonly inputs: Applied['inputs']; readonly connected: ReturnType<typeof connectedOn>; readonly isFed: boolean }
>()

function byOrder(applied: Applied, width: number): Binding | Refusal | null {
  const { inputs } = applied.model
  if (inputs.length !== width) return null
  return bind(applied, sameObject(inputs.map(({ name }) => name)), null, null)
}

/** Headers may be given as a row or, by mistake or transposed, as a column. */
function oneRow(headers: readonly (readonly Cell[])[]): readonly Cell[] {
  return headers.length > 1 && headers.every((row) => row.length === 1)
    ? headers.map((row) => row[0]!)
    : (headers[0] ?? [])
}

function unequal(headers: number, cells: number): string {
  return `There are ${headers} headers for ${cells} cells: give the header cells of the same columns, for example Accounts!A1:P1`
}

/** The same headers come with every call: what is made of them is found by the object. */
function sameObject(header: readonly Cell[]): readonly Cell[] {
  const key = JSON.stringify(header)
  const known = given.get(key)
  if (known !== undefined) return known
  if (given.size >= 100) given.clear()
  given.set(key, header)
  return header
}

const given = new Map<string, readonly Cell[]>()
