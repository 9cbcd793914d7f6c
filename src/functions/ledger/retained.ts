import { retention } from '../../finance/retention.ts'
import type { Share } from '../../finance/share.ts'
import type { RetentionRates } from '../../finance/retention.ts'
import { type Refusal, refuse } from '../../host/desk/state.ts'
import type { Answer, Call } from '../call.ts'
import { ledgerCall } from './ledger-call.ts'
import type { ReadCache } from './read-once.ts'

/** HEALTH.GRR and HEALTH.NRR: one rate of the accounts that were there at the first date, as a fraction. */
export function retained(cache: ReadCache, call: Call, which: keyof RetentionRates): Answer | Refusal {
  const asked = ledgerCall(cache, call, (from, to) => [from, to])
  if (asked.kind === 'refusal') return asked
  const { ledger, rates, policy, from, to, netting } = asked
  const rate: Share = retention(ledger, rates, policy, from, to, netting).rates[which]
  return rate.value === null ? refuse('absent', `there is no such rate: ${rate.because}`) : [[rate.value]]
}
