import type { Ledger } from '../../ledger.ts'
import { markup, type Html } from './html.ts'

/** The ids of lines as the ledger writes them. */
export function lineIds({ ids }: Ledger, lines: readonly number[]): Html {
  return markup`<span class="id">${lines.map((line) => ids[line]!).join(' ')}</span>`
}

/** What ended and what began: `− L1 L2 + L3`; lines that ran on are left out, unless nothing else is there. */
export function linesMoved({ ids }: Ledger, before: readonly number[], after: readonly number[]): Html {
  const ended = before.filter((line) => !after.includes(line))
  const began = after.filter((line) => !before.includes(line))
  const parts = [
    ended.length > 0 && `− ${ended.map((line) => ids[line]!).join(' ')}`,
    began.length > 0 && `+ ${began.map((line) => ids[line]!).join(' ')}`,
  ].filter((part) => part !== false)
  return markup`<span class="id"
    >${parts.length > 0 ? parts.join(' ') : before.map((line) => ids[line]!).join(' ')}</span
  >`
}
