import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { bridge, type BridgeMonth, movements } from '../../src/finance/bridge.ts'
import { contractValue } from '../../src/finance/contract-value.ts'
import type { Ledger } from '../../src/finance/ledger.ts'
import { mergeLedger } from '../../src/finance/merged-ids.ts'
import { monthEnds } from '../../src/finance/month-ends.ts'
import type { Policy } from '../../src/finance/policy.ts'
import { quickRatio } from '../../src/finance/quick-ratio.ts'
import type { Rates } from '../../src/finance/rates.ts'
import { retention } from '../../src/finance/retention.ts'
import type { Share } from '../../src/finance/share.ts'
import { isoDay } from '../../src/tables/values/day.ts'
import { day } from './ledger-of.ts'
import { ledgerFrom, ratesFrom } from './open.ts'

/** The examples of docs/finance.md: each ledger gives the figures that stand below it, line by line. */
const page = readFileSync(new URL('../../docs/finance.md', import.meta.url), 'utf8')

interface Example {
  readonly heading: string
  readonly ledger: string
  readonly rates: string
  readonly options: ReadonlyMap<string, string>
  readonly figures: readonly string[]
}

function examplesOf(markdown: string): Example[] {
  const examples: Example[] = []
  let [heading, ledger, rates] = ['', '', '']
  for (const [, title, kind, words, text] of markdown.matchAll(/^## (.*)$|^```(\S+)(.*)\n([^]*?)^```$/gm)) {
    if (title !== undefined) [heading, rates] = [title, '']
    else if (kind === 'csv' && words === ' ledger') ledger = text!
    else if (kind === 'csv' && words === ' rates') rates = text!
    else if (kind === 'figures') {
      const options = new Map(
        words!
          .trim()
          .split(' ')
          .map((word) => word.split('=') as [string, string]),
      )
      examples.push({ heading, ledger, rates, options, figures: text!.trim().split('\n') })
    }
  }
  return examples
}

const examples = examplesOf(page)

test('every policy has an example', () => {
  const headings = [...page.matchAll(/^## (.*)$/gm)].map((match) => match[1])
  expect([...new Set(examples.map(({ heading }) => heading))]).toEqual(headings)
})

describe.each(examples)('$heading', ({ ledger: csv, rates: table, options, figures }) => {
  test(`gives what the page says (${[...options].flat().filter(Boolean).join(' ')})`, async () => {
    const date = (name: string) => day(options.get(name)!)
    const rates = table === '' ? { currency: 'USD', at: () => null } : (await ratesFrom(table)).rates
    const { ledger: written } = await ledgerFrom(csv, {
      rates,
      asOf: day('2025-12-31'),
      // Where a ledger does not say what a charge is, it is declared for the whole.
      ...(csv.includes('charge type') ? {} : { charge: 'recurring' }),
    })
    const ledger = mergeLedger(written, new Map([(options.get('merged') ?? '').split(':') as [string, string]]))
    const policy: Policy = {
      asOf: options.has('as-of') ? date('as-of') : day('2025-12-31'),
      currency: 'USD',
      recurring: ['recurring'],
      rate: (options.get('rate') ?? 'closing') as Policy['rate'],
      gapDays: Number(options.get('gap-days') ?? 0),
    }
    const all = figuresOf(ledger, rates, policy, date('from'), date('to'), options.has('months'))
    for (const figure of figures) expect(all).toContain(figure)
  })
})

/** Every figure there is, in the words of the page. */
function figuresOf(ledger: Ledger, rates: Rates, policy: Policy, from: number, to: number, monthly: boolean): string[] {
  const dates = monthly ? monthEnds(from, to) : [from, to]
  const months = bridge(ledger, rates, policy, dates)
  const found = months.map((month) => `${monthly ? isoDay(month.to).slice(0, 7) : 'bridge'}: ${columns(month)}`)
  for (const netting of ['account', 'sku', 'parent'] as const) {
    const kept = retention(ledger, rates, policy, from, to, netting)
    const { grr, nrr, nrrWithoutPrice, logos, renewal, grrChurnOnly } = kept.rates
    found.push(
      `by ${netting}: GRR ${percent(grr)}`,
      `by ${netting}: NRR ${percent(nrr)}`,
      nrrWithoutPrice.value === null
        ? `by ${netting}: NRR without price: ${nrrWithoutPrice.because}`
        : `by ${netting}: NRR without price ${percent(nrrWithoutPrice)}`,
      `by ${netting}: renewal ${percent(renewal)}`,
      `by ${netting}: GRR, churn only ${percent(grrChurnOnly)}`,
      `by ${netting}: logos ${logos.numerator} of ${logos.denominator} = ${(logos.value! * 100).toFixed(2)}%`,
      `bridge by ${netting}: ${columns(bridge(ledger, rates, policy, [from, to], netting)[0]!)}`,
    )
    if (netting !== 'account') continue
    found.push(
      ...kept.inside.map((one) => `inside: ${one.account} ${one.kind} ${isoDay(one.from)} to ${isoDay(one.until)}`),
      ...kept.exceptions.map(
        (one) => `exception: ${one.account} at ${amount(one.opening)}, line ${one.lines.join(', ')}`,
      ),
    )
  }
  const ratio = quickRatio(months)
  found.push(
    `quick ratio ${amount(ratio.numerator)} of ${amount(ratio.denominator)} = ${ratio.value?.toFixed(2) ?? ratio.because}`,
    ...movements(ledger, rates, policy, dates).map(
      ({ account, category, gain, loss, reasons }) =>
        `${account} ${category} ${amount(gain + loss)}: ${named(reasons === null ? {} : { ...reasons })}`,
    ),
    ...ledger.excluded.map(
      ({ line, reason, amount: cents, currency }) => `excluded: line ${line} ${reason} ${amount(cents!)} ${currency}`,
    ),
    ...ledger.ids.map((id, at) => `contract of line ${id}: ${contract(ledger, [at])}`),
    `contract of line ${ledger.ids.join(', ')}: ${contract(ledger, [...ledger.ids.keys()])}`,
  )
  return found
}

function contract({ annual, start, end }: Ledger, lines: readonly number[]): string {
  const { acv, tcv } = contractValue(lines.map((at) => ({ annual: annual[at]!, start: start[at]!, end: end[at]! })))
  return `ACV ${acv === null ? 'none' : amount(acv)}, TCV ${tcv === null ? 'none' : amount(tcv)}`
}

/** Opening and closing, and what is not zero between them. */
function columns({ opening, closing, ...month }: BridgeMonth): string {
  const { new: joined, reactivation, expansion, contraction, churn, fx, rounding } = month
  const moves = { new: joined, reactivation, expansion, contraction, churn, fx, rounding }
  return [`opening ${amount(opening)}`, named(moves), `closing ${amount(closing)}`].filter(Boolean).join(', ')
}

function named(amounts: Readonly<Record<string, number>>): string {
  return Object.entries(amounts)
    .filter(([, cents]) => cents !== 0)
    .map(([name, cents]) => `${name} ${amount(cents)}`)
    .join(', ')
}

function percent({ numerator, denominator, value }: Share): string {
  return `${amount(numerator)} of ${amount(denominator)} = ${value === null ? 'none' : `${(value * 100).toFixed(2)}%`}`
}

function amount(cents: number): string {
  return (cents / 100).toFixed(2)
}
