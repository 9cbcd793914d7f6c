import { convert } from '../convert.ts'
import type { Rate } from '../rates.ts'
import { byText } from '../text-order.ts'
import type { Closing, ClosingLine } from './closing.ts'

/** A line that moved to another account or currency stands here twice: once where it was, once where it is. */
export interface RestatedLine {
  readonly kind: 'added' | 'removed' | 'changed'
  readonly account: string
  readonly line: string
  readonly sku: string
  readonly currency: string
  /** Integer cents a year, of its currency; 0 where it was not, or is not. */
  readonly ownBefore: number
  readonly ownAfter: number
  readonly before: number
  readonly after: number
  readonly because: string
}

/** Why a line is no longer in force, or was not before; null where nothing is known but that. */
export interface LineStories {
  readonly gone: (line: ClosingLine) => string | null
  readonly come: (line: ClosingLine) => string | null
}

/** Lines that are no longer what they were at the earlier closing, by account, currency and line. */
export function restatedLines(
  then: Closing,
  now: Closing,
  rate: (currency: string) => Rate,
  stories: LineStories,
): readonly RestatedLine[] {
  return pairs(then, now)
    .flatMap((pair) => told(pair, rate, stories))
    .toSorted((a, b) => byText(a.account, b.account) || byText(a.currency, b.currency) || byText(a.line, b.line))
}

interface Pair {
  readonly then: ClosingLine | null
  readonly now: ClosingLine | null
}

/**
 * Lines that are no longer what they were, each with the line it was before. They are known by their ids; where a ledger
 * has none, a row that was put in moves all below it, so they are known by account, sku and currency.
 */
function pairs(then: Closing, now: Closing): readonly Pair[] {
  const byRow = then.byRow && now.byRow
  const key = byRow
    ? ({ account, sku, currency }: ClosingLine) => `${account}\n${sku}\n${currency}`
    : ({ line }: ClosingLine) => line
  const [before, after] = [Map.groupBy(then.lines, key), Map.groupBy(now.lines, key)]
  const found: Pair[] = []
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, own] = withoutSame(before.get(id) ?? [], after.get(id) ?? [])
    for (let at = 0; at < Math.max(old.length, own.length); at++) {
      found.push({ then: old[at] ?? null, now: own[at] ?? null })
    }
  }
  return found
}

/** Several lines may have one id: those that did not change are taken out first, one for one. */
function withoutSame(then: readonly ClosingLine[], now: readonly ClosingLine[]): [ClosingLine[], ClosingLine[]] {
  const rest = [...now]
  const changed = then.filter((line) => {
    const at = rest.findIndex((one) => isSame(line, one))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
  return [changed, rest]
}

function isSame(a: ClosingLine, b: ClosingLine): boolean {
  return a.account === b.account && a.sku === b.sku && a.currency === b.currency && a.annual === b.annual
}

function told({ then, now }: Pair, rate: (currency: string) => Rate, stories: LineStories): readonly RestatedLine[] {
  const row = (
    kind: RestatedLine['kind'],
    line: ClosingLine,
    ownBefore: number,
    ownAfter: number,
    because: string,
  ): RestatedLine => ({
    kind,
    account: line.account,
    line: line.line,
    sku: line.sku,
    currency: line.currency,
    ownBefore,
    ownAfter,
    before: convert(ownBefore, rate(line.currency)),
    after: convert(ownAfter, rate(line.currency)),
    because,
  })
  if (then === null && now === null) return []
  if (then === null) return [row('added', now!, 0, now!.annual, stories.come(now!) ?? 'not in the earlier closing')]
  if (now === null) return [row('removed', then, then.annual, 0, stories.gone(then) ?? 'no longer in the ledger')]
  const because = differsIn(then, now)
  if (then.account === now.account && then.currency === now.currency) {
    return [row('changed', now, then.annual, now.annual, because)]
  }
  return [row('changed', then, then.annual, 0, because), row('changed', now, 0, now.annual, because)]
}

function differsIn(then: ClosingLine, now: ClosingLine): string {
  const fields = [
    ['account', then.account, now.account],
    ['sku', then.sku, now.sku],
    ['currency', then.currency, now.currency],
  ] as const
  const texts = fields.flatMap(([name, before, after]) =>
    before === after ? [] : [`${name} was ${before === '' ? 'blank' : before}, is ${after === '' ? 'blank' : after}`],
  )
  return [...texts, ...(then.annual === now.annual ? [] : ['another amount'])].join('; ')
}
