import { decimalOf } from '../money.ts'
import { type ContractLine, dayText } from './contract-line.ts'
import { annualText, perYear } from './per-year.ts'
import type { ExportRow } from './records.ts'

/** The tables of a Recurly export and what is read of them. Only `subscription` and `plan` have to be there. */
export const RECURLY_TABLES = {
  subscription: [
    'id',
    'updated_at',
    'activated_at',
    'created_at',
    'expires_at',
    'trial_ends_at',
    'paused_at',
    'current_period_started_at',
    'account_id',
    'plan_id',
    'state',
    'currency',
    'unit_amount',
    'quantity',
    'add_ons_total',
  ],
  plan: ['id', 'updated_at', 'code', 'interval_unit', 'interval_length'],
  subscription_change: [
    'id',
    'updated_at',
    'plan_id',
    'subscription_id',
    'unit_amount',
    'quantity',
    'activate_at',
    'activated',
    'deleted_at',
  ],
  line_item: ['id', 'updated_at', 'account_id', 'type', 'currency', 'amount', 'created_at', 'subscription_id'],
  coupon_redemption: ['id', 'updated_at', 'account_id', 'currency', 'discounted', 'created_at'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type RecurlyTables = Readonly<Partial<Record<keyof typeof RECURLY_TABLES, readonly ExportRow[]>>>

/**
 * Contract lines from a Recurly export: for each subscription one line for each price it has had, then changes of price
 * that belong to none, then credits and coupons, which are sums of money and never recur.
 */
export function recurlyLines(tables: RecurlyTables): readonly ContractLine[] {
  const plans = new Map(latest(tables.plan).map((row) => [row['id']!, row]))
  const versions = Map.groupBy(tables.subscription ?? [], (row) => row['id']!)
  const changes = latest(tables.subscription_change).filter(isInForce)
  const changesOf = Map.groupBy(changes, (row) => row['subscription_id']!)
  const lines = [...versions.values()].flatMap((rows) =>
    subscriptionLines(rows.toSorted(byUpdate), changesOf.get(rows[0]!['id']!) ?? [], plans),
  )
  const astray = changes
    .filter((change) => !versions.has(change['subscription_id']!))
    .map((change) => ({ ...NOTHING, line: change['id']!, charge: 'change_without_subscription', annual: '0' }))
  return [...lines, ...astray, ...credits(tables), ...coupons(tables)]
}

const NOTHING: ContractLine = {
  line: '',
  account: '',
  sku: '',
  start: '',
  end: '',
  annual: '',
  currency: '',
  charge: 'recurring',
  order: '',
  quantity: '',
}

/** What a subscription costs from a day on. */
interface Price {
  readonly from: string
  readonly plan: string
  readonly unitAmount: string
  readonly quantity: string
  readonly addOns: string
}

function subscriptionLines(
  versions: readonly ExportRow[],
  changes: readonly ExportRow[],
  plans: ReadonlyMap<string, ExportRow>,
): readonly ContractLine[] {
  const last = versions.at(-1)!
  const activated = dayText(last['activated_at'] || last['created_at']!)
  const tried = dayText(last['trial_ends_at']!)
  const start = tried > activated ? tried : activated
  const paused = last['state'] === 'paused' ? dayText(last['paused_at']!) : ''
  const end = [dayText(last['expires_at']!), paused].filter((day) => day !== '').toSorted()[0] ?? ''
  const prices = pricesOf(versions, changes, start)
  return prices.map((price, k): ContractLine => {
    const next = prices[k + 1]
    const plan = plans.get(price.plan)
    return {
      line: k === 0 ? last['id']! : `${last['id']!}:${k + 1}`,
      account: last['account_id']!,
      sku: plan?.['code'] || price.plan,
      start: price.from,
      end: next?.from ?? end,
      annual: annualOf(price, plan) ?? '',
      currency: last['currency']!,
      charge: last['state'] === 'failed' ? 'failed' : 'recurring',
      order: '',
      quantity: price.quantity,
    }
  })
}

/** Prices as they followed on one another; versions that say the same are one. A new price holds from its period on. */
function pricesOf(versions: readonly ExportRow[], changes: readonly ExportRow[], start: string): readonly Price[] {
  const stated = [
    ...versions.map((row) => ({ row, from: dayText(row['current_period_started_at'] || row['updated_at']!) })),
    ...changes.map((row) => ({ row, from: dayText(row['activate_at']!) })),
  ]
  const prices: Price[] = []
  for (const { row, from } of stated.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const before = prices.at(-1)
    const price: Price = {
      from: before === undefined || from < start ? start : from,
      plan: row['plan_id'] || (before?.plan ?? ''),
      unitAmount: row['unit_amount']!,
      quantity: row['quantity']!,
      addOns: row['add_ons_total'] ?? before?.addOns ?? '',
    }
    const isSame =
      before !== undefined &&
      (['plan', 'unitAmount', 'quantity', 'addOns'] as const).every((part) => before[part] === price[part])
    if (isSame) continue
    if (before?.from === price.from) prices.pop()
    prices.push(price)
  }
  return prices
}

/** Recurly's amounts are in units of the currency. */
function annualOf({ unitAmount, quantity, addOns }: Price, plan: ExportRow | undefined): string | null {
  const times = plan === undefined ? null : perYear(plan['interval_unit']!, plan['interval_length']!)
  if (times === null) return null
  const units = annualText(unitAmount, quantity, times, 0)
  const more = annualText(addOns === '' ? '0' : addOns, '1', times, 0)
  return units === null || more === null ? null : decimalOf(centsOf(units) + centsOf(more))
}

function centsOf(decimal: string): number {
  return Number(decimal.replace('.', ''))
}

function credits({ line_item }: RecurlyTables): readonly ContractLine[] {
  return latest(line_item)
    .filter((row) => row['type'] === 'credit')
    .map((row) => ({
      ...NOTHING,
      line: row['id']!,
      account: row['account_id']!,
      start: dayText(row['created_at']!),
      annual: row['amount']!,
      currency: row['currency']!,
      charge: 'credit',
      order: 'credit',
    }))
}

/** A redemption tells what was given so far, not what a year is worth less. */
function coupons({ coupon_redemption }: RecurlyTables): readonly ContractLine[] {
  return latest(coupon_redemption).map((row) => ({
    ...NOTHING,
    line: row['id']!,
    account: row['account_id']!,
    start: dayText(row['created_at']!),
    annual: row['discounted'] === '' ? '' : `-${row['discounted']!}`,
    currency: row['currency']!,
    charge: 'coupon',
    order: 'discount',
  }))
}

function isInForce(change: ExportRow): boolean {
  return change['deleted_at'] === '' && /^true$/i.test(change['activated']!)
}

/** The latest version of each id, in the order in which ids first come. */
function latest(rows: readonly ExportRow[] = []): readonly ExportRow[] {
  const kept = new Map<string, ExportRow>()
  for (const row of rows) {
    const before = kept.get(row['id']!)
    if (before === undefined || byUpdate(before, row) <= 0) kept.set(row['id']!, row)
  }
  return [...kept.values()]
}

/** Moments are written alike, so that their texts are in their order. */
function byUpdate(a: ExportRow, b: ExportRow): number {
  return a['updated_at']! < b['updated_at']! ? -1 : a['updated_at']! > b['updated_at']! ? 1 : 0
}
