import { isoDate } from '../../engine/days.ts'
import { decimalOf } from '../money.ts'
import { rateText } from '../rates.ts'
import type { Closing } from './closing.ts'
import { type Restated, type Restatement, restatementCheck } from './restatement.ts'

/** The closing line by line, which a later report takes its opening from. */
export function closingJson({ day, amount, rates, byRow, lines }: Closing): object {
  return {
    day: isoDate(day),
    amount: decimalOf(amount),
    rates: [...rates].map(([currency, rate]) => ({ currency, rate: rateText(rate) })),
    byRow,
    lines: lines.map((line) => ({ ...line, annual: decimalOf(line.annual) })),
  }
}

export function restatementJson(found: Restatement): object {
  const { earlier, added, removed, changed } = found
  return {
    earlier: {
      name: earlier.name,
      from: isoDate(earlier.from),
      to: isoDate(earlier.to),
      engine: earlier.engine,
    },
    closing: decimalOf(found.closing),
    added: restatedJson(added),
    removed: restatedJson(removed),
    changed: restatedJson(changed),
    rates: found.rates.map(({ currency, before, after, amount }) => ({
      currency,
      before: rateText(before),
      after: rateText(after),
      amount: decimalOf(amount),
    })),
    rounding: decimalOf(found.rounding),
    opening: decimalOf(found.opening),
    check: decimalOf(restatementCheck(found)),
    lines: found.lines.map(({ ownBefore, ownAfter, before, after, because, ...line }) => ({
      ...line,
      ownBefore: decimalOf(ownBefore),
      ownAfter: decimalOf(ownAfter),
      before: decimalOf(before),
      after: decimalOf(after),
      amount: decimalOf(after - before),
      because,
    })),
  }
}

function restatedJson({ lines, amount }: Restated): object {
  return { lines, amount: decimalOf(amount) }
}
