import { isoDate } from '../../engine/days.ts'
import type { BridgeMonth } from '../bridge.ts'
import type { ExcludedLine, Ledger } from '../ledger.ts'
import type { Rates } from '../rates.ts'
import type { Retention, RetentionGroup } from '../retention.ts'
import type { Share } from '../share.ts'
import type { AccountMatch, Covered, NearId } from './compare-accounts.ts'
import { closingOf } from './closing.ts'
import { closingJson, restatementJson } from './closing-json.ts'
import type { CountedAmount } from './compare-churn.ts'
import type { Difference } from './difference.ts'
import { decimalOf } from '../money.ts'
import type { MergedAccount } from '../merged-ids.ts'
import type { Reconciliation } from './reconciliation.ts'
import type { ScoredAccount } from './scores.ts'

/**
 * A reconciliation as plain JSON: amounts are decimal texts to the cent, dates ISO, shares unrounded numbers beside
 * their numerator and denominator, what has no value is null. Losses are below zero.
 */
export function reconciliationJson(found: Reconciliation, ledger: Ledger, rates: Rates): object {
  const ids = (lines: readonly number[]): readonly string[] => lines.map((line) => ledger.ids[line]!)
  const { header, completeness, retention, groups, scores, churn } = found
  return {
    header: headerJson(header),
    bridge: found.bridge.map(monthJson),
    restatement: found.restatement && restatementJson(found.restatement),
    quickRatio: shareJson(found.quickRatio),
    retention: {
      account: retentionJson(retention.account),
      sku: retentionJson(retention.sku),
      parent: retentionJson(retention.parent),
    },
    bySegment: groups.segment?.map(groupJson) ?? null,
    byBand: groups.band?.map(groupJson) ?? null,
    byModelSegment: groups.model?.map(groupJson) ?? null,
    merged: found.merged?.map(mergedJson) ?? null,
    exceptions: retention.account.exceptions.map((one) => ({ ...one, opening: decimalOf(one.opening) })),
    inside: retention.account.inside.map((one) => ({ ...one, from: isoDate(one.from), until: isoDate(one.until) })),
    coverage: scores && { opening: coverageJson(scores.opening), closing: coverageJson(scores.closing) },
    scores: scores && { opening: matchJson(scores.opening, ids), closing: matchJson(scores.closing, ids) },
    differences: churn === null ? [] : churn.differences.map((one) => differenceJson(one, ids)),
    tolerated: churn === null ? [] : churn.tolerated.map((one) => differenceJson(one, ids)),
    churnMatched: churn?.matched ?? null,
    churnTotals:
      churn?.totals.map(({ currency, ledger: own, crm, explained }) => ({
        currency,
        ledger: countedJson(own),
        crm: countedJson(crm),
        difference: decimalOf(crm.amount - own.amount),
        explained: decimalOf(explained),
        check: decimalOf(crm.amount - own.amount - explained),
      })) ?? null,
    control: {
      lines: {
        read: completeness.control.read,
        used: completeness.control.used,
        excluded: completeness.excluded.length,
      },
      amounts: [...completeness.control.amounts].map(([currency, { read, used, excluded }]) => ({
        currency,
        read: decimalOf(read),
        used: decimalOf(used),
        excluded: decimalOf(excluded),
        check: decimalOf(read - used - excluded),
      })),
      entered: completeness.entered.map(({ currency, amount, read, difference }) => ({
        currency,
        amount: decimalOf(amount),
        read: decimalOf(read),
        difference: decimalOf(difference),
      })),
    },
    excluded: completeness.excluded.map(excludedJson),
    closing: closingJson(closingOf(ledger, rates, header.policy, header.to)),
  }
}

function headerJson(header: Reconciliation['header']): object {
  const { from, to, policy, inputs, tolerance, ...rest } = header
  return {
    from: isoDate(from),
    to: isoDate(to),
    policy: { ...policy, asOf: isoDate(policy.asOf) },
    tolerance: decimalOf(tolerance),
    ...rest,
    inputs: inputs.map((one) => ({
      ...one,
      sums: Object.fromEntries([...one.sums].map(([currency, cents]) => [currency, decimalOf(cents)])),
    })),
  }
}

function monthJson(month: BridgeMonth): object {
  const { from, to, counts, opening, closing, ...moved } = month
  const moves = Object.fromEntries(Object.entries(moved).map(([name, cents]) => [name, decimalOf(cents)]))
  return {
    month: isoDate(to),
    from: isoDate(from),
    opening: decimalOf(opening),
    ...moves,
    closing: decimalOf(closing),
    counts,
  }
}

function retentionJson({ cohort, rates }: Pick<Retention, 'cohort' | 'rates'>): object {
  const { logosOpen, logosLost, ...amounts } = cohort
  return {
    ...Object.fromEntries(Object.entries(amounts).map(([name, cents]) => [name, decimalOf(cents)])),
    logosOpen,
    logosLost,
    grr: rates.grr.value,
    nrr: rates.nrr.value,
    nrrWithoutPrice: rates.nrrWithoutPrice.value,
    logoRetention: rates.logos.value,
    renewalRate: rates.renewal.value,
    grrChurnOnly: rates.grrChurnOnly.value,
  }
}

function groupJson({ group, ...rest }: RetentionGroup): object {
  return { group, ...retentionJson(rest) }
}

function coverageJson(match: AccountMatch | null): object | null {
  if (match === null) return null
  const { accounts, amount } = match.coverage
  return {
    accounts: { ...accounts, share: ratio(accounts) },
    arr: { numerator: decimalOf(amount.numerator), denominator: decimalOf(amount.denominator), share: ratio(amount) },
  }
}

function matchJson(match: AccountMatch | null, ids: (lines: readonly number[]) => readonly string[]): object | null {
  if (match === null) return null
  const near = (ones: readonly NearId[]): readonly string[] => ones.map(({ id }) => id)
  const scored = ({ account, row, score, band, segment }: ScoredAccount): object => ({
    account,
    row,
    score,
    band,
    segment,
  })
  return {
    day: isoDate(match.day),
    scoresOf: isoDate(match.scoresOf),
    matched: match.matched.length,
    ledgerOnly: match.ledgerOnly.map(({ balance, near: ones }) => ({
      account: balance.account,
      amount: decimalOf(balance.amount),
      lines: ids(balance.lines),
      near: near(ones),
    })),
    scoreOnly: match.scoreOnly.map((one) => ({ ...scored(one.scored), near: near(one.near) })),
    duplicates: match.duplicates.map(({ account, rows, agree }) => ({ account, rows: rows.map(scored), agree })),
    throughParent: match.throughParent.map(({ parent, accounts }) => ({
      parent,
      accounts: accounts.map(({ account }) => account),
      amount: decimalOf(accounts.reduce((sum, { amount }) => sum + amount, 0)),
    })),
  }
}

function differenceJson(one: Difference, ids: (lines: readonly number[]) => readonly string[]): object {
  const { kind, account, day, currency, ledger, crm, effects, atStake, atStakeReported } = one
  return {
    kind,
    account,
    date: isoDate(day),
    ledger: ledger && decimalOf(ledger.amount),
    crm: crm?.amount == null ? null : decimalOf(crm.amount),
    amount: decimalOf(effects.get(currency) ?? 0),
    currency,
    atStake: decimalOf(atStake),
    atStakeReported: atStakeReported === null ? null : decimalOf(atStakeReported),
    ageDays: one.age,
    ledgerDate: ledger && isoDate(ledger.day),
    crmDate: crm && isoDate(crm.day),
    crmAccount: crm?.account ?? null,
    crmCurrency: crm?.currency ?? null,
    event: crm?.event ?? null,
    eventRow: crm?.row ?? null,
    lines: ids(one.lines),
    near: one.near,
    because: one.because,
  }
}

function mergedJson({ date, opening, closing, ...one }: MergedAccount): object {
  return {
    ...one,
    date: date === null ? null : isoDate(date),
    opening: decimalOf(opening),
    closing: decimalOf(closing),
  }
}

function excludedJson({ amount, ...line }: ExcludedLine): object {
  return { ...line, amount: amount === null ? null : decimalOf(amount) }
}

function countedJson({ count, amount }: CountedAmount): object {
  return { count, amount: decimalOf(amount) }
}

function shareJson({ numerator, denominator, value }: Share): object {
  return { numerator: decimalOf(numerator), denominator: decimalOf(denominator), value }
}

function ratio({ numerator, denominator }: Covered): number | null {
  return denominator === 0 ? null : numerator / denominator
}
