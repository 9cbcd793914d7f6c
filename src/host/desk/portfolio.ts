import { fillAcross } from '../../engine/across/fill.ts'
import { evaluate } from '../../engine/evaluate.ts'
import { score } from '../../engine/kernels/score.ts'
import type { Scores } from '../../engine/kernels/scores.ts'
import type { Explanation } from '../../model/explanation.ts'
import { dimensionAt, measureAt } from '../../model/explanation-parts.ts'
import { rowAt } from '../../model/row-at.ts'
import type { AccountList } from './account-list.ts'
import type { Applied } from './state.ts'

/** All accounts of the workbook scored, with why, row for row as in `list`. */
export interface Portfolio {
  readonly applied: Applied
  readonly list: AccountList
  /** With people's overrides applied. */
  readonly scores: Scores
  /** Accounts with an override in force. */
  readonly overridden: ReadonlyMap<number, Explanation>
  /** Everything about one account. */
  readonly explain: (index: number) => Explanation
}

export function portfolioOf(applied: Applied, read: AccountList): Portfolio {
  const list = withFigures(applied, read)
  const explain = (index: number): Explanation => explainAccount(applied, list.columns, index)
  const scores = score(applied.plan, list.columns, { columns: 'explanation' })
  const overridden = new Map<number, Explanation>()
  for (const [index, account] of (list.columns.accounts ?? []).entries()) {
    if (!applied.overrides.has(account)) continue
    overridden.set(index, explain(index))
    overwrite(applied, scores, index, overridden.get(index)!)
  }
  return { applied, list, scores, overridden, explain }
}

/** With the columns of figures across accounts, which the sheet need not have. */
function withFigures({ model, asOf, segment, overrides }: Applied, list: AccountList): AccountList {
  const { columns, findings } = fillAcross(model, list.columns, { asOf, segment: segment?.name, overrides })
  return { ...list, columns, findings: [...list.findings, ...findings] }
}

/** One account of bound columns, with its overrides. */
export function explainAccount(
  { model, inputs, asOf, segment, overrides }: Applied,
  columns: AccountList['columns'],
  index: number,
): Explanation {
  const account = columns.accounts?.[index] ?? null
  const own = account === null ? undefined : overrides.get(account)
  return evaluate(model, rowAt(columns, inputs, index), {
    asOf,
    account,
    ...(segment !== null && { segment: segment.name }),
    ...(own !== undefined && { overrides: own }),
  })
}

/** The kernels know of no people: what they wrote of a row with an override gives way to the evaluator's. */
function overwrite({ plan }: Applied, scores: Scores, row: number, explanation: Explanation): void {
  const band = (name: string | null | undefined): number => plan.bands.indexOf(name ?? '')
  scores.score[row] = explanation.score ?? NaN
  scores.band[row] = band(explanation.band)
  scores.coverage[row] = explanation.coverage ?? NaN
  for (const [path, to] of scores.dimensions) {
    const dimension = dimensionAt(explanation, path)
    to.score[row] = dimension?.score ?? NaN
    to.band[row] = band(dimension?.band)
  }
  const { account, explanation: parts } = scores
  if (account !== null) account.shown[row] = explanation.shown === null ? NaN : Number(explanation.shown)
  if (parts === null) return
  parts.shortfall[row] = explanation.shortfall ?? NaN
  for (const [path, to] of parts.dimensions) {
    const dimension = dimensionAt(explanation, path)
    to.effectiveWeight[row] = dimension?.effectiveWeight ?? NaN
    to.contribution[row] = dimension?.contribution ?? NaN
    to.lost[row] = dimension?.lost ?? NaN
  }
  for (const [path, to] of parts.measures) {
    const measure = measureAt(explanation, path)
    to.points[row] = measure?.points ?? NaN
    to.band[row] = band(measure?.band)
    to.effectiveWeight[row] = measure?.effectiveWeight ?? NaN
    to.contribution[row] = measure?.contribution ?? NaN
    to.lost[row] = measure?.lost ?? NaN
  }
}
