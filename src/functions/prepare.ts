import { plainText } from '../tables/cell-text.ts'
import type { Cell } from '../tables/cell.ts'
import type { Desk } from '../host/desk/desk.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import type { Binding } from './binding.ts'
import type { Columns } from '../model/columns.ts'
import type { Call } from './call.ts'
import { withFigures } from './figures.ts'
import { bindRows, type Rows } from './find-headers.ts'
import { after, type Soon } from './soon.ts'
import { trueCells } from './true-cells.ts'

/** Rows of accounts, as they stand on their sheet, with the model tied to their columns. */
export interface Prepared {
  readonly kind: 'prepared'
  readonly binding: Binding
  readonly cells: readonly (readonly Cell[])[]
  /** The same rows as columns where figures across accounts had to be computed; else null. */
  readonly whole: Columns | null
  /** What could not be known of the cells. */
  readonly doubts: readonly string[]
}

/** The text of an argument that is one cell; null where it was left out or is blank. */
export function textArgument({ arguments: given }: Call, at: number): string | null {
  const text = plainText(given[at]?.[0]?.[0] ?? null).trim()
  return text === '' ? null : text
}

/** The rows of a call, its first argument; `headers` is the place of the argument that gives them. */
export function rowsOf({ arguments: given, addresses }: Call, headers: number): Rows | Refusal {
  const cells = given[0]
  if (cells === null || cells === undefined || cells.length === 0 || cells[0]!.length === 0) {
    return refuse('wrong', "give the cells of an account's row first, for example A2:P2")
  }
  return { cells, block: addresses[0] ?? null, headers: given[headers] ?? null }
}

export function prepare(desk: Desk, applied: Applied, rows: Rows): Soon<Prepared | Refusal> {
  return after(bindRows(desk, applied, rows), (binding) => {
    if (binding.kind === 'refusal') return binding
    return after(trueCells(desk, binding, rows.cells, rows.block), (known): Prepared | Refusal => {
      const whole = withFigures(binding, known.cells)
      return whole !== null && 'kind' in whole ? whole : { kind: 'prepared', binding, whole, ...known }
    })
  })
}
