import { isoDate } from '../../engine/days.ts'
import { OPEN, type Ledger } from '../ledger.ts'
import { differInDigits } from './digits.ts'
import type { Difference, DifferenceKind } from './difference.ts'
import type { ChurnBook } from './ledger-churns.ts'
import { moneyOf } from './shown.ts'
import { idsDifferIn } from './near-ids.ts'
import type { Found, Pair } from './pair-churns.ts'
import type { Sides } from './sides.ts'

/** A difference before it is put into its report. */
export type Noted = Omit<Difference, 'age' | 'atStakeReported'>

/** What differs between two sides that are about the same churn: nothing, or one difference for each respect. */
export function pairDifferences(found: Found, sides: Sides, within: (day: number) => boolean): readonly Noted[] {
  const { event } = found
  const ledger = sides.ledger!
  const counts = { ledger: Number(within(ledger.day)), crm: Number(within(event.day)) }
  const notes: Noted[] = []

  if (sides.crmCurrency !== ledger.currency) {
    notes.push({
      ...note('currency_differs', sides, ledger.amount),
      effects: new Map([
        [sides.crmCurrency, counts.crm * (sides.crmAmount ?? 0)],
        [ledger.currency, -counts.ledger * ledger.amount],
      ]),
      because: `the CRM has ${shown(sides.crmAmount, sides.crmCurrency)}, the ledger ${shown(ledger.amount, ledger.currency)}`,
    })
  } else if (sides.crmAmount === null) {
    notes.push({
      ...note('crm_amount_missing', sides, ledger.amount),
      effects: new Map([[ledger.currency, -counts.crm * ledger.amount]]),
      because: `the ledger lost ${shown(ledger.amount, ledger.currency)}; the event says no amount`,
    })
  } else if (sides.crmAmount !== ledger.amount) {
    const more = sides.crmAmount - ledger.amount
    notes.push({
      ...note(amountKind(ledger.amount, sides.crmAmount), sides, Math.abs(more)),
      effects: new Map([[ledger.currency, counts.crm * more]]),
      because: `the CRM has ${shown(sides.crmAmount, ledger.currency)}, ${moneyOf(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than the ledger's ${moneyOf(ledger.amount)}`,
    })
  }

  const apart = event.day - ledger.day
  if (apart !== 0) {
    const moved = sides.crmCurrency === ledger.currency ? (counts.crm - counts.ledger) * ledger.amount : 0
    notes.push({
      ...note(Math.abs(apart) === 1 ? 'date_off_one_day_period_cutoff' : 'date_differs', sides, ledger.amount),
      effects: new Map([[ledger.currency, moved]]),
      because: `the CRM has ${isoDate(event.day)}, ${days(Math.abs(apart))} ${apart < 0 ? 'before' : 'after'} the ledger's ${isoDate(ledger.day)}${otherSide(event.day, ledger.day, counts.crm !== counts.ledger)}`,
    })
  }
  if (found.near.length > 0) notes.push({ ...note('id_format', sides, ledger.amount), ...suggestion(found) })
  return notes
}

export function missingInCrm(sides: Sides): Noted {
  const { amount, currency, day } = sides.ledger!
  return {
    ...note('ledger_churn_missing_in_crm', sides, amount),
    effects: new Map([[currency, -amount]]),
    because: `${shown(amount, currency)} ended on ${isoDate(day)}; the CRM has no event near that day`,
  }
}

/** What an event is that no ledger churn is left for: `twin` is what took the one it could be about. */
export function eventDifferences(
  ledger: Ledger,
  runningOn: ChurnBook['runningOn'],
  found: Found,
  sides: Sides,
  twin: Pair | null,
): readonly Noted[] {
  const { event, account, near } = found
  const atStake = Math.abs(event.lost ?? 0)
  const effects = new Map([[sides.crmCurrency, event.lost ?? 0]])
  if (account === null && near.length > 0) {
    const because = `\`${event.account}\` could be any of ${near.join(', ')}; it is matched with none`
    return [{ ...note('id_format', sides, atStake), effects, near, because }]
  }
  if (account === null) {
    const because = `the ledger has no line of \`${event.account}\``
    return [{ ...note('crm_account_unknown', sides, atStake), effects, because }]
  }
  const notes: Noted[] = near.length > 0 ? [{ ...note('id_format', sides, atStake), ...suggestion(found) }] : []
  const running = runningOn(account, event.day)
  if (twin !== null) {
    const because = `event ${twin.found.event.event} (row ${twin.found.event.row}) already stands for the churn of ${isoDate(twin.churn.day)}`
    notes.push({ ...note('duplicate_crm_event', sides, atStake), effects, lines: twin.churn.lines, because })
  } else if (running.length > 0) {
    const last = Math.max(...running.map((line) => ledger.end[line]!))
    const because = `contract lines run on ${isoDate(event.day)}, ${last === OPEN ? 'without an end' : `until ${isoDate(last)}`}`
    notes.push({ ...note('crm_churn_but_ledger_active', sides, atStake), effects, lines: running, because })
  } else {
    const because = `no contract line runs on ${isoDate(event.day)} and none ended near it`
    notes.push({ ...note('crm_churn_while_not_active', sides, atStake), effects, because })
  }
  return notes
}

function note(kind: DifferenceKind, sides: Sides, atStake: number): Omit<Noted, 'effects' | 'because'> {
  const { account, ledger, crm, lines } = sides
  const currency = ledger?.currency ?? sides.crmCurrency
  return { kind, account, day: ledger?.day ?? crm!.day, currency, ledger, crm, lines, atStake, near: [] }
}

/** An id that was found only with its writing forgiven: nothing is changed by it, a person has to say that it is meant. */
function suggestion({ event, near }: Found): Pick<Noted, 'near' | 'effects' | 'because'> {
  const [id = ''] = near
  return {
    near,
    effects: new Map(),
    because: `the CRM writes \`${event.account}\`, the ledger \`${id}\`: different in ${idsDifferIn(event.account, id)}`,
  }
}

function amountKind(ledger: number, crm: number): DifferenceKind {
  if (Math.abs(ledger - crm) === 1) return 'amount_off_by_cent'
  return differInDigits(ledger, crm) ? 'amount_transposed_digits' : 'amount_differs'
}

function otherSide(one: number, other: number, leavesPeriod: boolean): string {
  if (leavesPeriod) return '; one of the days is outside the period'
  return isoDate(one)?.slice(0, 7) === isoDate(other)?.slice(0, 7) ? '' : ', in another month'
}

function shown(cents: number | null, currency: string): string {
  return cents === null ? 'no amount' : `${moneyOf(cents)} ${currency}`.trimEnd()
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}
