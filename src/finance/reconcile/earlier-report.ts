import { z } from 'zod'
import { isoDate } from '../../engine/days.ts'
import { isoDate as dayOf } from '../../tables/values/day.ts'
import type { Policy } from '../policy.ts'
import { moneyText } from '../money.ts'
import { rateOf } from '../rates.ts'
import { worth, type Closing } from './closing.ts'
import type { EarlierReport } from './restatement.ts'

/** An earlier report with what is needed to tie this one's opening to it, or one sentence why it cannot serve. */
export type EarlierReading =
  { readonly kind: 'read'; readonly report: EarlierReport } | { readonly kind: 'refused'; readonly because: string }

/** What this run computes by: figures by another policy cannot be tied to. */
export interface Tied {
  readonly policy: Policy
  /** The day of this report's opening. */
  readonly from: number
}

/** Reads the JSON of an earlier `salus reconcile`. `name` is what reports call the file. */
export function readEarlierReport(name: string, text: string, tied: Tied): EarlierReading {
  const refused = (because: string): EarlierReading => ({ kind: 'refused', because })
  const parsed = REPORT.safeParse(jsonOf(text))
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? ''
    return refused(
      at === ''
        ? 'is no report of salus reconcile --json'
        : `is no report that can be tied to: \`${at}\` is not readable`,
    )
  }
  const { header, closing: written, excluded } = parsed.data
  const differs = policyDiffers(header.policy, tied.policy)
  if (differs !== null) return refused(differs)
  if (header.to !== tied.from) {
    return refused(`closes on ${isoDate(header.to)}, and this report opens on ${isoDate(tied.from)}`)
  }
  const closing: Closing = { ...written, day: header.to, rates: new Map(written.rates) }
  const off = worth(closing) - closing.amount
  if (off !== 0 || unrated(closing, tied.policy.currency)) {
    return refused(
      `was changed by hand: its lines miss its closing of ${moneyText(closing.amount, tied.policy.currency)} by ${moneyText(Math.abs(off), '')}`,
    )
  }
  return {
    kind: 'read',
    report: {
      name,
      from: header.from,
      to: header.to,
      engine: header.engine,
      closing,
      excluded: new Map(excluded.map(({ line, reason }) => [line, reason])),
    },
  }
}

const CENTS = z
  .string()
  .regex(/^-?\d{1,14}\.\d\d$/)
  .transform((text) => Number(text.replace('.', '')))

const DAY = z.string().transform((text, context) => {
  const day = text.length === 10 ? dayOf(text) : null
  if (day !== null) return day
  context.issues.push({ code: 'custom', message: 'no date', input: text })
  return z.NEVER
})

const RATE = z.string().transform((text, context) => {
  const rate = rateOf(Number(text))
  if (rate !== null) return rate
  context.issues.push({ code: 'custom', message: 'no rate', input: text })
  return z.NEVER
})

const POLICY = z.object({
  currency: z.string(),
  recurring: z.array(z.string()),
  rate: z.string(),
  gapDays: z.number(),
})

const REPORT = z.object({
  header: z.object({ from: DAY, to: DAY, engine: z.string(), policy: POLICY }),
  closing: z.object({
    amount: CENTS,
    byRow: z.boolean(),
    rates: z.array(
      z.object({ currency: z.string(), rate: RATE }).transform(({ currency, rate }) => [currency, rate] as const),
    ),
    lines: z.array(
      z.object({ line: z.string(), account: z.string(), sku: z.string(), currency: z.string(), annual: CENTS }),
    ),
  }),
  excluded: z.array(z.object({ line: z.string(), reason: z.string() })),
})

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

function policyDiffers(theirs: z.infer<typeof POLICY>, { currency, recurring, rate, gapDays }: Policy): string | null {
  const kinds = (words: readonly string[]): string => words.toSorted().join(', ')
  const said: readonly (readonly [what: string, then: string, now: string])[] = [
    ['in', theirs.currency, currency],
    ['with as recurring', kinds(theirs.recurring), kinds(recurring)],
    ['with cohorts at the rate', theirs.rate, rate],
    ['with gap days', String(theirs.gapDays), String(gapDays)],
  ]
  const other = said.find(([, then, now]) => then !== now)
  return other === undefined ? null : `is ${other[0]} ${other[1]}, and this report ${other[0]} ${other[2]}`
}

/** Whether lines are in a currency that the report has no rate of. */
function unrated({ lines, rates }: Closing, currency: string): boolean {
  return lines.some((line) => line.currency !== currency && !rates.has(line.currency))
}
