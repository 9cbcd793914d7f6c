import type { Block } from '../../host/block.ts'
import type { Desk } from '../../host/desk/desk.ts'
import { after, type Soon } from '../../functions/soon.ts'

/**
 * The grid computes one cell after the other, so that questions for the headers of their rows cannot be gathered: this
 * asks once for the whole list a row stands in, and every other row of it is answered at once.
 */
export interface WarmHeaders {
  readonly of: (row: Block | null) => Soon<void>
  /** Forgets which lists were asked for: rows may have moved. */
  readonly forget: () => void
}

export function warmHeaders(headers: Desk['headers'], listAround: (row: Block) => Block): WarmHeaders {
  let asked: Block[] = []
  return {
    of: (row) => {
      if (row === null || asked.some((list) => holds(list, row))) return undefined
      const list = listAround(row)
      return after(headers.of(list), () => {
        asked.push(list)
      })
    },
    forget: () => {
      asked = []
    },
  }
}

function holds(list: Block, row: Block): boolean {
  return (
    list.left === row.left &&
    list.right === row.right &&
    list.top <= row.top &&
    list.bottom >= row.bottom &&
    list.sheet === row.sheet
  )
}
