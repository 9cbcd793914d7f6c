import { finding } from '../findings/report.ts'
import type { Reports } from './reports.ts'
import { seenKeys } from './seen.ts'

/** Reports blank and repeated account keys, batch after batch. */
export type AccountKeys = (accounts: readonly string[], rowNumbers: ArrayLike<number>) => void

export function accountKeys(reports: Reports): AccountKeys {
  const seen = seenKeys()
  return (accounts, rowNumbers) => {
    for (let i = 0; i < accounts.length; i++) {
      if (accounts[i] !== '') continue
      reports.add('account-blank', 'rows name no account', () => finding('account-blank', { row: rowNumbers[i]! }))
    }
    seen.add(accounts, rowNumbers, (i, first) =>
      reports.add('account-duplicate', 'rows repeat an account', () =>
        finding('account-duplicate', { account: accounts[i]!.slice(0, 40), row: rowNumbers[i]!, first }),
      ),
    )
  }
}
