import { score } from '../../src/engine/kernels/score.ts'
import { accounts, columnsOf } from '../accounts.ts'
import { atLeast, sameNumbers, type Item } from '../item.ts'
import { defaultPlan } from '../models.ts'
import { cel, filtrex, jsonRulesEngine, rowsOf, zen } from '../peers/rows.ts'
import { ratio, type Ratio } from '../ratio.ts'
import { scoring } from './scoring.ts'

/** How many times as long the peer takes for a row; the slow ones on some of the rows, which is kind to them. */
async function peer(make: () => ReturnType<typeof filtrex>, length: number): Promise<Ratio> {
  const few = columnsOf(accounts(length))
  const rows = rowsOf(few)
  const run = make()
  sameNumbers(make.name, await run(rows), score(defaultPlan(), few).score)
  return ratio({ units: length, run: () => run(rows) }, scoring(columnsOf(accounts(100_000))), 5)
}

export const peerItems: readonly Item[] = [
  { name: 'filtrex / us, 100k', target: '≥ 35', isMet: atLeast(35), measure: () => peer(filtrex, 100_000) },
  { name: 'CEL (marcbachmann) / us, 100k', target: '≥ 35', isMet: atLeast(35), measure: () => peer(cel, 100_000) },
  { name: 'ZEN, loop mode / us', target: '≥ 600', isMet: atLeast(600), measure: () => peer(zen, 2_000) },
  { name: 'json-rules-engine / us', target: '≥ 600', isMet: atLeast(600), measure: () => peer(jsonRulesEngine, 1_000) },
]
