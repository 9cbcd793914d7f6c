import type { Observations } from './observations.ts'
import { shuffled, type Random } from './shuffled.ts'

type Grouped = Pick<Observations, 'length' | 'accounts' | 'churned'>

/**
 * Deals accounts into `count` folds by chance, those that ever churned apart from the others so that each fold has its
 * part of the events. Gives the fold of every row; all rows of an account are in one.
 */
export function foldsOf(observations: Grouped, count: number, random: Random): Int32Array {
  const rows = rowsByAccount(observations)
  const groups = [...rows.keys()]
  const churns = (account: string): boolean => rows.get(account)!.some((row) => observations.churned[row] === 1)
  const folds = new Int32Array(observations.length)
  let next = 0
  for (const part of [groups.filter(churns), groups.filter((account) => !churns(account))]) {
    for (const account of shuffled(part, random)) {
      for (const row of rows.get(account)!) folds[row] = next % count
      next++
    }
  }
  return folds
}

/**
 * Rows of a part of the accounts, drawn by chance, none twice: an account that is there twice would make what happened
 * once look like a rule.
 */
export function subsample(
  rows: ReadonlyMap<string, readonly number[]>,
  part: number,
  random: Random,
): readonly number[] {
  const accounts = shuffled([...rows.keys()], random).slice(0, Math.round(part * rows.size))
  return accounts.flatMap((account) => rows.get(account)!)
}

export function rowsByAccount({ length, accounts }: Pick<Grouped, 'length' | 'accounts'>): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (let row = 0; row < length; row++) {
    const account = accounts[row]!
    const own = rows.get(account)
    if (own === undefined) rows.set(account, [row])
    else own.push(row)
  }
  return rows
}
