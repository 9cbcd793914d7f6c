import type { ChoicesJudge } from '../../model/judge.ts'
import { asText, fold } from '../value.ts'
import { MISSING, verdictOf, type Verdict } from '../verdict.ts'
import { outcomeText } from './stretches.ts'

/** Judges a choice, yes or no, or a text by the row that names it. */
export function judgeChoice(judge: ChoicesJudge, value: number | string | boolean): Verdict {
  const wanted = fold(asText(value))
  const row = judge.rows.find((one) => one.values.some((candidate) => fold(candidate) === wanted))
  if (row !== undefined) return verdictOf(row.outcome, `${outcomeText(row.outcome)} = ${row.values.join(' or ')}`)
  if (judge.otherwise === null) return MISSING
  return verdictOf(judge.otherwise, `otherwise ${outcomeText(judge.otherwise)}`)
}
