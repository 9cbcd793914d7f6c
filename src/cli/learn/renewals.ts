import type { Rates } from '../../finance/rates.ts'
import { sentence } from '../../findings/report.ts'
import { renewalsOf, type Decision } from '../../validation/learn/decisions.ts'
import { openLedger } from '../finance/open-tables.ts'
import { Problem } from '../problem.ts'

/** The renewals of a ledger up to a day, and what became of each. What a line is worth does not matter, only that it is worth something. */
export async function readRenewals(
  path: string,
  asOf: number,
  recurring: readonly string[],
): Promise<readonly Decision[]> {
  const options = { asOf, currency: 'USD', recurring, rates: ANY }
  const { ledger } = await openLedger(path, options, (_, findings) => {
    const error = findings.find(({ level }) => level === 'error')
    if (error) throw new Problem(sentence(error))
  })
  return renewalsOf(ledger, asOf)
}

/** No line is lost for want of a rate. */
const ANY: Rates = { currency: 'USD', at: () => ({ numerator: 1, denominator: 1 }) }
