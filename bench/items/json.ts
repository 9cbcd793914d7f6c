import { evaluate } from '../../src/engine/evaluate.ts'
import { explanationTexts } from '../../src/engine/json/explanation-texts.ts'
import type { Columns } from '../../src/model/columns.ts'
import type { Explanation } from '../../src/model/explanation.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { accounts, columnsOf } from '../accounts.ts'
import { atMost, type Item } from '../item.ts'
import { asOf, defaultPlan } from '../models.ts'
import { ratio, type Ratio } from '../ratio.ts'

const LENGTH = 100_000
/** As readers give them. */
const BATCH = 8192
/** Some objects of the first batch are evaluated one by one and held in memory for the yardstick. */
const HELD = 4096

/** Scores to JSON, from nothing but the plan, against JSON.stringify of explanations that are already there. */
async function fullJson(): Promise<Ratio> {
  const plan = defaultPlan()
  const segment = plan.model.segments[plan.parts.forced!]!.name
  const explained = (columns: Columns, row: number): Explanation =>
    evaluate(plan.model, rowAt(columns, plan.model.inputs, row), { asOf, segment, account: columns.accounts![row]! })
  const batches = Array.from({ length: Math.ceil(LENGTH / BATCH) }, (_, b) => {
    const length = Math.min(BATCH, LENGTH - b * BATCH)
    return {
      ...columnsOf(accounts(length, b + 1)),
      accounts: Array.from({ length }, (__, row) => `A${b * BATCH + row}`),
    }
  })
  const write = (some: readonly Columns[], take: (text: string) => void): void => {
    const texts = explanationTexts(plan)
    for (const columns of some) {
      const given = {
        row: (row: number) => rowAt(columns, plan.model.inputs, row),
        explanation: (row: number) => explained(columns, row),
        isSpecial: () => false,
      }
      take(texts(columns, given).join(','))
    }
  }
  const [first] = batches
  const objects = Array.from({ length: HELD }, (_, row) => explained(first!, row))
  const theirs = JSON.stringify(objects).slice(1, -1)
  write([first!], (text) => {
    if (!text.startsWith(theirs)) throw new Error('full JSON: not the same bytes')
  })
  let bytes = 0
  return ratio(
    { run: () => write(batches, (text) => (bytes += text.length)), units: LENGTH },
    { run: () => (bytes += JSON.stringify(objects).length), units: HELD },
    5,
  )
}

export const jsonItems: readonly Item[] = [
  {
    name: 'full JSON, 100k / JSON.stringify of it',
    target: '≤ 2',
    isMet: atMost(2),
    measure: fullJson,
  },
]
