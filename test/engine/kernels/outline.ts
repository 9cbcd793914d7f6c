import type { Column } from '../../../src/model/columns.ts'
import type { DimensionExplanation, Explanation, MeasureExplanation } from '../../../src/model/explanation.ts'
import { states } from '../../../src/engine/kernels/member.ts'
import type { Plan } from '../../../src/engine/kernels/plan.ts'
import type { Scores } from '../../../src/engine/kernels/scores.ts'

/** What an explanation says in numbers, by path: the part of it that columns hold too. -0 is 0. */
export function outlineOf(of: Explanation): unknown {
  const members: Record<string, unknown> = {}
  const measure = (one: MeasureExplanation, above: string): void => {
    const { state, points, band, effectiveWeight, contribution, lost } = one
    members[above + one.name] = { state, points, band, effectiveWeight, contribution, lost }
  }
  const dimension = (one: DimensionExplanation, above: string): void => {
    const { state, score, band, coverage, effectiveWeight, contribution, lost } = one
    members[above + one.name] = { state, score, band, coverage, effectiveWeight, contribution, lost }
    one.measures.forEach((child) => measure(child, `${above}${one.name}.`))
    one.dimensions.forEach((child) => dimension(child, `${above}${one.name}.`))
  }
  of.measures.forEach((child) => measure(child, ''))
  of.dimensions.forEach((child) => dimension(child, ''))
  const { segment, score, shown, band, coverage, scoreBefore, bandBefore, shortfall, results } = of
  const indicators = of.indicators.map((one) => one.label)
  return plain({
    segment,
    score,
    shown: shown === null ? null : Number(shown),
    band,
    coverage,
    scoreBefore,
    bandBefore,
    shortfall,
    results,
    indicators,
    members,
  })
}

export function rowOf({ model, bands }: Plan, scores: Scores, i: number): unknown {
  const account = scores.account!
  const explanation = scores.explanation!
  const number = (column: Float64Array): number | null => (Number.isNaN(column[i]!) ? null : column[i]!)
  const band = (column: Int16Array): string | null => bands[column[i]!] ?? null
  const value = (column: Column): number | string | null =>
    column.kind === 'number' ? number(column.values) : (column.dictionary[column.codes[i]!] ?? null)
  const members: Record<string, unknown> = {}
  const segment = model.segments[scores.segment[i]!] ?? null
  if (segment !== null) {
    for (const [path, of] of explanation.dimensions) {
      const { score, band: codes } = scores.dimensions.get(path)!
      const { effectiveWeight, contribution, lost, coverage } = of
      members[path] = {
        state: states[of.state[i]!],
        score: number(score),
        band: band(codes),
        coverage: number(coverage),
        effectiveWeight: number(effectiveWeight),
        contribution: number(contribution),
        lost: number(lost),
      }
    }
    for (const [path, of] of explanation.measures) {
      members[path] = {
        state: states[of.state[i]!],
        points: number(of.points),
        band: band(of.band),
        effectiveWeight: number(of.effectiveWeight),
        contribution: number(of.contribution),
        lost: number(of.lost),
      }
    }
  }
  return plain({
    segment: segment?.name ?? null,
    score: number(scores.score),
    shown: number(account.shown),
    band: band(scores.band),
    coverage: number(scores.coverage),
    scoreBefore: number(account.scoreBefore),
    bandBefore: band(account.bandBefore),
    shortfall: number(explanation.shortfall),
    results: Object.fromEntries(model.results.map(({ name }, k) => [name, value(account.results[k]!)])),
    indicators: model.indicators.filter((_, k) => account.indicators[k]![i] === 1).map((one) => one.label),
    members,
  })
}

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value))
}
