import { allInputs } from '../../src/model/all-inputs.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import { plan } from '../../src/engine/kernels/plan.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { score } from '../../src/engine/kernels/score.ts'
import type { Explanation, MeasureExplanation } from '../../src/model/explanation.ts'
import { asOf, type EqualCase, type Figures } from './equal-case.ts'

const POINTS = 'points '

/** What the evaluator of single accounts gives. */
export function evaluatorFigures(explanations: readonly Explanation[]): Figures {
  const points = explanations.map(measuresByPath)
  return (row, column) => {
    const explanation = explanations[row]!
    if (column.startsWith(POINTS)) return points[row]!.get(column.slice(POINTS.length))?.points ?? null
    if (column === 'indicators') return explanation.indicators.map(({ label }) => label).join('; ')
    return explanation[column as 'segment' | 'score' | 'shown' | 'band' | 'coverage' | 'scoreBefore' | 'bandBefore']
  }
}

export function explanationsOf({ model, columns }: EqualCase): readonly Explanation[] {
  return Array.from({ length: columns.length }, (_, index) =>
    evaluate(model, rowAt(columns, allInputs(model), index), { asOf }),
  )
}

/** Every measure of an account with its path. */
export function measuresByPath(explanation: Explanation): ReadonlyMap<string, MeasureExplanation> {
  const found = new Map<string, MeasureExplanation>()
  const visit = (group: Pick<Explanation, 'dimensions' | 'measures'>, above: string): void => {
    for (const measure of group.measures) found.set(above + measure.name, measure)
    for (const dimension of group.dimensions) visit(dimension, `${above}${dimension.name}.`)
  }
  visit(explanation, '')
  return found
}

/** What the kernels give for the whole table. */
export function kernelFigures({ model, columns }: EqualCase): Figures {
  const made = plan(model, { asOf })
  const scores = score(made, columns, { columns: 'explanation' })
  const account = scores.account!
  const { decimals } = model.segments[0]!.root.scale
  return (row, column) => {
    const number = (of: Float64Array | undefined): number | null =>
      of === undefined || Number.isNaN(of[row]!) ? null : of[row]!
    if (column.startsWith(POINTS)) {
      return number(scores.explanation!.measures.get(column.slice(POINTS.length))?.points)
    }
    switch (column) {
      case 'segment':
        return model.segments[scores.segment[row]!]?.name ?? null
      case 'band':
        return made.bands[scores.band[row]!] ?? null
      case 'bandBefore':
        return made.bands[account.bandBefore[row]!] ?? null
      case 'shown':
        return number(account.shown)?.toFixed(decimals) ?? null
      case 'indicators':
        return model.indicators
          .filter((_, index) => account.indicators[index]![row] === 1)
          .map(({ label }) => label)
          .join('; ')
      case 'scoreBefore':
        return number(account.scoreBefore)
      default:
        return number(column === 'score' ? scores.score : scores.coverage)
    }
  }
}
