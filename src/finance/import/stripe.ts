import { isoDate as dateText } from '../../engine/days.ts'
import { isoDate } from '../../tables/values/day.ts'
import { monthsLater } from '../months-later.ts'
import { type ContractLine, dayText } from './contract-line.ts'
import { annualText, lessText, type PerYear, perYear } from './per-year.ts'
import type { ExportRow } from './records.ts'

/** The tables of a Stripe export and what is read of them. Only `subscription` and `subscription_item` have to be there. */
export const STRIPE_TABLES = {
  subscription: [
    'id',
    'customer_id',
    'status',
    'start_date',
    'created',
    'ended_at',
    'cancel_at',
    'trial_end',
    'livemode',
    '_fivetran_active',
  ],
  subscription_item: ['id', 'subscription_id', 'plan_id', 'price_id', 'quantity', 'created'],
  price: [
    'id',
    'currency',
    'unit_amount',
    'unit_amount_decimal',
    'type',
    'recurring_interval',
    'recurring_interval_count',
    'recurring_usage_type',
    'billing_scheme',
    'product_id',
  ],
  plan: ['id', 'currency', 'amount', 'interval', 'interval_count', 'usage_type', 'billing_scheme', 'product_id'],
  discount: ['id', 'coupon_id', 'customer_id', 'subscription_id', 'start', 'end'],
  coupon: ['id', 'percent_off', 'amount_off', 'currency', 'duration', 'duration_in_months'],
  credit_note: ['id', 'invoice_id', 'total', 'amount', 'currency', 'created', 'status'],
  invoice: ['id', 'invoice_id', 'customer_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type StripeTables = Readonly<Partial<Record<keyof typeof STRIPE_TABLES, readonly ExportRow[]>>>

/**
 * Contract lines from a Stripe export: one for each item of a subscription, in file order, then one for each item a
 * discount lowers, then credit notes, which never recur. Whatever cannot be placed stays in the list with what is known.
 */
export function stripeLines(tables: StripeTables): readonly ContractLine[] {
  const subscriptions = byId(tables.subscription)
  const prices = pricesOf(tables)
  const items = (tables.subscription_item ?? []).map((item) => itemLine(item, subscriptions, prices))
  const itemsOf = Map.groupBy(items, ({ subscription }) => subscription)
  const withoutItems = [...subscriptions.values()].filter(({ id }) => !itemsOf.has(id!))
  const bare = withoutItems.map((subscription) => ({ ...lineOf(subscription, ''), line: subscription['id']! }))
  const coupons = byId(tables.coupon)
  const discounts = (tables.discount ?? []).flatMap((discount) => discountLines(discount, coupons, items))
  return [...items.map(({ line }) => line), ...bare, ...discounts, ...creditNotes(tables)]
}

interface Item {
  readonly line: ContractLine
  readonly subscription: string
  readonly times: PerYear | null
}

/** What one unit costs, whichever of Stripe's two ways it is written in. */
interface Price {
  readonly amount: string
  readonly currency: string
  readonly times: PerYear | null
  readonly sku: string
  /** `recurring`, `one_time`, `metered`. */
  readonly charge: string
}

function itemLine(
  item: ExportRow,
  subscriptions: ReadonlyMap<string, ExportRow>,
  prices: ReadonlyMap<string, Price>,
): Item {
  const subscription = subscriptions.get(item['subscription_id']!)
  const price = prices.get(item['price_id'] || item['plan_id']!)
  const base = lineOf(subscription ?? {}, item['created']!)
  // What is metered has no quantity that was agreed on.
  const quantity = price?.charge === 'metered' ? '0' : item['quantity']!
  const times = price?.times ?? null
  const annual =
    price === undefined
      ? null
      : annualText(price.amount, quantity, times ?? { times: 1, over: 1 }, minorUnits(price.currency))
  return {
    subscription: item['subscription_id']!,
    times,
    line: {
      ...base,
      line: item['id']!,
      sku: price?.sku ?? (item['price_id'] || item['plan_id']!),
      annual: annual ?? '',
      currency: price?.currency ?? '',
      charge: base.charge === 'recurring' && price !== undefined ? price.charge : base.charge,
      quantity,
    },
  }
}

/**
 * What a subscription says of its lines. An item that was added later starts later; a trial is worth nothing until it
 * ends; what was never paid and what is only a test does not recur.
 */
function lineOf(subscription: ExportRow, itemCreated: string): ContractLine {
  const started = dayText(subscription['start_date'] || subscription['created'] || '')
  const added = dayText(itemCreated)
  const tried = subscription['status'] === 'trialing' ? dayText(subscription['trial_end'] ?? '') : ''
  const start = [started, added, tried].reduce((latest, day) => (day > latest ? day : latest), '')
  const status = subscription['status'] ?? ''
  const isTest = /^false$/i.test(subscription['livemode'] ?? '')
  return {
    line: '',
    account: subscription['customer_id'] ?? '',
    sku: '',
    start,
    end: dayText(subscription['ended_at'] || subscription['cancel_at'] || ''),
    annual: '',
    currency: '',
    charge: isTest ? 'test_mode' : status.startsWith('incomplete') ? status : 'recurring',
    order: '',
    quantity: '',
  }
}

function pricesOf({ price = [], plan = [] }: StripeTables): ReadonlyMap<string, Price> {
  const known = new Map<string, Price>()
  for (const row of plan) {
    known.set(row['id']!, {
      amount: row['billing_scheme'] === 'tiered' ? '' : row['amount']!,
      currency: row['currency']!.toUpperCase(),
      times: perYear(row['interval']!, row['interval_count']!),
      sku: row['product_id'] || row['id']!,
      charge: row['usage_type'] === 'metered' ? 'metered' : 'recurring',
    })
  }
  for (const row of price) {
    const recurs = row['type'] !== 'one_time'
    known.set(row['id']!, {
      amount: row['billing_scheme'] === 'tiered' ? '' : row['unit_amount_decimal'] || row['unit_amount']!,
      currency: row['currency']!.toUpperCase(),
      times: recurs ? perYear(row['recurring_interval']!, row['recurring_interval_count']!) : null,
      sku: row['product_id'] || row['id']!,
      charge: recurs ? (row['recurring_usage_type'] === 'metered' ? 'metered' : 'recurring') : 'one_time',
    })
  }
  return known
}

/** A discount lowers the items of its subscription, or of all of its customer's, for as long as it runs. */
function discountLines(
  discount: ExportRow,
  coupons: ReadonlyMap<string, ExportRow>,
  items: readonly Item[],
): readonly ContractLine[] {
  const coupon = coupons.get(discount['coupon_id']!)
  const lowered = items.filter(({ line, subscription }) =>
    discount['subscription_id'] === ''
      ? line.account !== '' && line.account === discount['customer_id']
      : subscription === discount['subscription_id'],
  )
  const own = { line: discount['id']!, order: 'discount', quantity: '' }
  if (coupon === undefined || lowered.length === 0) {
    const account = discount['customer_id']!
    return [
      { ...lineOf({}, discount['start']!), ...own, account, charge: 'discount_without_subscription', annual: '0' },
    ]
  }
  const charge = coupon['duration'] === 'once' ? 'discount_once' : 'recurring'
  const until = dayText(discount['end']!) || endAfter(dayText(discount['start']!), coupon['duration_in_months']!)
  const running = lowered.map(({ line, times }): ContractLine => {
    const ends = [line.end, coupon['duration'] === 'forever' ? '' : until].filter((day) => day !== '').toSorted()
    const start = dayText(discount['start']!)
    return {
      ...line,
      ...own,
      line: lowered.length === 1 ? own.line : `${own.line}:${line.line}`,
      start: start > line.start ? start : line.start,
      end: ends[0] ?? '',
      annual: percentOff(coupon, line) ?? '',
      charge: line.charge === 'recurring' && times !== null ? charge : line.charge,
    }
  })
  if (coupon['percent_off'] !== '') return running
  // An amount comes off each bill once, whatever it is made of: the dearest item bears it.
  const dearest = lowered.reduce((most, item) => (Number(item.line.annual) > Number(most.line.annual) ? item : most))
  const at = lowered.indexOf(dearest)
  const annual = annualText(
    `-${coupon['amount_off']!}`,
    '1',
    dearest.times ?? { times: 1, over: 1 },
    minorUnits(dearest.line.currency),
  )
  return [{ ...running[at]!, line: own.line, annual: annual ?? '', currency: coupon['currency']!.toUpperCase() }]
}

function percentOff(coupon: ExportRow, { annual }: ContractLine): string | null {
  return coupon['percent_off'] === '' ? null : lessText(annual, `${coupon['percent_off']!}`)
}

/** Money given back once: it lowers what was billed, not what a year is worth. */
function creditNotes({ credit_note = [], invoice = [] }: StripeTables): readonly ContractLine[] {
  const customers = new Map(
    invoice.flatMap((row) => [row['id']!, row['invoice_id']!].map((id) => [id, row['customer_id']!])),
  )
  return credit_note.map((note) => {
    const currency = note['currency']!.toUpperCase()
    const once = { times: 1, over: 1 }
    return {
      ...lineOf({}, note['created']!),
      line: note['id']!,
      account: customers.get(note['invoice_id']!) ?? '',
      annual: annualText(`-${note['total'] || note['amount']!}`, '1', once, minorUnits(currency)) ?? '',
      currency,
      charge: note['status'] === 'void' ? 'credit_note_void' : 'credit_note',
      order: 'credit',
    }
  })
}

/** Currencies whose amounts Stripe gives in whole units, and in thousandths; all others are in hundredths. */
const WHOLE: ReadonlySet<string> = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'UGX',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
])
const THOUSANDTHS: ReadonlySet<string> = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])

function minorUnits(currency: string): number {
  return WHOLE.has(currency) ? 0 : THOUSANDTHS.has(currency) ? -3 : -2
}

/** The last row of each id: a table of versions has the current one last. */
function byId(rows: readonly ExportRow[] = []): ReadonlyMap<string, ExportRow> {
  const current = rows.filter((row) => !/^false$/i.test(row['_fivetran_active'] ?? ''))
  return new Map(current.map((row) => [row['id']!, row]))
}

function endAfter(start: string, months: string): string {
  const [day, count] = [isoDate(start), Number(months)]
  return day === null || months === '' || !Number.isInteger(count) ? '' : (dateText(monthsLater(day, count)) ?? '')
}
