import {
  isUnchanged,
  restatementCheck,
  type Restatement,
  restatementSteps,
} from '../../finance/reconcile/restatement.ts'
import { rateText } from '../../finance/rates.ts'
import { countOf, moneyOf } from '../../finance/reconcile/shown.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedCell, type PrintedColumn } from './table.ts'

/** Lines that a terminal shows; JSON, page and workbook have all. */
const MOST = 50

/** How the earlier closing became this opening, and each line that was changed behind it. */
export function restatementLines(found: Restatement, style: Style): string[] {
  const { earlier, lines, rates } = found
  if (isUnchanged(found) && restatementCheck(found) === 0) {
    return [`the opening is the closing of ${earlier.name}, line for line: ${moneyOf(found.opening)}`]
  }
  const steps = restatementSteps(found).map(({ title, count, amount }) => [
    title,
    count === null ? '' : countOf(count),
    moneyOf(amount),
  ])
  return [
    ...printTable(
      [left(''), right('lines'), right('amount')],
      [...steps, ['check', '', moneyOf(restatementCheck(found))]].map(cells),
      style.dim,
    ),
    ...(lines.length === 0
      ? []
      : [
          '',
          ...printTable(
            [left('account'), left('line'), left(''), right('before'), right('now'), right('restated'), left('')],
            lines
              .slice(0, MOST)
              .map(({ account, line, kind, before, after, because }) =>
                cells([account, line, kind, moneyOf(before), moneyOf(after), moneyOf(after - before), because]),
              ),
            style.dim,
          ),
        ]),
    ...(lines.length > MOST ? [style.dim(`and ${countOf(lines.length - MOST)} more (--json)`)] : []),
    ...(rates.length === 0
      ? []
      : [
          '',
          ...printTable(
            [left('currency'), right('rate before'), right('now'), right('restated')],
            rates.map(({ currency, before, after, amount }) =>
              cells([currency, rateText(before), rateText(after), moneyOf(amount)]),
            ),
            style.dim,
          ),
        ]),
  ]
}

function cells(texts: readonly string[]): PrintedCell[] {
  return texts.map((text) => ({ text }))
}

function left(title: string): PrintedColumn {
  return { title, align: 'left' }
}

function right(title: string): PrintedColumn {
  return { title, align: 'right' }
}
