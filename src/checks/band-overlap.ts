import type { Fix } from '../findings/finding.ts'
import type { Span } from '../findings/span.ts'
import type { Expression } from '../model/expression.ts'
import { rangeHolds, type MeasureCell } from '../model/measure-cells.ts'
import type { Model } from '../model/model.ts'
import { bandsPlaces, inOrder, numberLineOf, outcomeName, type BandsPlace } from './bands-of.ts'
import { placed } from './places.ts'
import { changeClaim, dropRow, giveEdge } from './band-repairs.ts'
import { found, type Check, type ModelFinding } from './check.ts'
import { without } from './claims.ts'
import { runs } from './runs.ts'
import { liesIn, stretchOf, stretchText } from './stretch.ts'
import { witnessTo } from './witness.ts'

/** Two bands must not claim the same value, unless the author says that the first row wins. */
export const bandOverlap: Check = (model) =>
  bandsPlaces(model)
    .filter((bands) => bands.judge.hit === 'unique' && inOrder(bands))
    .flatMap((bands) => pairsOf(bands).flatMap((pair) => overlaps(model, bands, pair)))

type Pair = readonly [number, number]

function pairsOf({ judge }: BandsPlace): readonly Pair[] {
  const rows = [...judge.rows.keys()]
  return rows.flatMap((first) => rows.filter((second) => second > first).map((second): Pair => [first, second]))
}

function overlaps(model: Model, bands: BandsPlace, [first, second]: Pair): readonly ModelFinding[] {
  const { judge, cells, place, formula, unit } = bands
  const both = (cell: MeasureCell) => cell.claims.includes(first) && cell.claims.includes(second)
  const [firstRow, secondRow] = [judge.rows[first]!, judge.rows[second]!]
  const names = [outcomeName(firstRow.outcome), outcomeName(secondRow.outcome)] as const
  if (names[0] === names[1] && firstRow.outcome.points === secondRow.outcome.points) return []
  const claimed = (row: number) => cells.filter((cell) => cell.claims.includes(row))
  const shared = cells.filter(both)
  const inner = [second, first].find((row) => claimed(row).length === shared.length)
  if (inner !== undefined && shared.some(({ cell }) => cell.kind !== 'point'))
    return [inside(model, bands, inner, inner === first ? second : first)]

  return runs(cells, both).map((run) => {
    const stretch = stretchOf(run.map(({ cell }) => cell))
    const condition = liesIn(formula, stretch)
    const [one, other] = [claimOf(bands, first, run[0]!), claimOf(bands, second, run[0]!)]
    return found(
      'band-overlap',
      { first: names[0], second: names[1], at: stretchText(stretch, unit) },
      {
        span: other,
        related: one === null || sameSpan(one, other) ? [] : [{ span: one, label: `\`${names[0]}\` claims it here` }],
        ...placed(place),
        witness: witnessTo(model, condition, place),
        fixes: fixes(bands, [first, second], run),
        question: `is ${stretchText(stretch, unit)} \`${names[0]}\` or \`${names[1]}\`?`,
        numberLine: numberLineOf(bands, (cell) => run.includes(cell)),
        touches: condition,
      },
    )
  })
}

/** The smallest text that claims a cell: the edge's number in a chain, the claim in a table. */
function claimOf({ judge, chain }: BandsPlace, row: number, { cell }: MeasureCell): Span | null {
  const edge = cell.kind === 'point' ? chain?.edges.find((candidate) => candidate.at === cell.at) : undefined
  const range = judge.rows[row]!.ranges.find((candidate) => rangeHolds(candidate, cell))
  return edge?.span ?? range?.span ?? judge.rows[row]!.span
}

function sameSpan(a: Span, b: Span | null): boolean {
  return a.start === b?.start && a.end === b.end
}

function fixes(bands: BandsPlace, [first, second]: Pair, run: readonly MeasureCell[]): readonly Fix[] {
  return [giveTo(bands, first, second, run), giveTo(bands, second, first, run)].flat()
}

/** The shared values given to one band by taking them from the other. */
function giveTo(bands: BandsPlace, winner: number, loser: number, run: readonly MeasureCell[]): readonly Fix[] {
  const { judge, chain, unit } = bands
  const shared = stretchOf(run.map(({ cell }) => cell))
  const title = `give ${stretchText(shared, unit)} to \`${outcomeName(judge.rows[winner]!.outcome)}\``
  if (chain !== null) {
    const at = chain.edges.findIndex((edge) => edge.at === shared.low && edge.at === shared.high)
    return at < 0 ? [] : giveEdge(bands, title, at, winner > loser)
  }
  const range = judge.rows[loser]!.ranges.find((candidate) => rangeHolds(candidate, run[0]!.cell))
  const rest = range === undefined ? null : without(range, shared, bands.domain.whole)
  return range === undefined || rest === null ? [] : changeClaim(bands, title, range, rest)
}

/** One band has no value of its own. */
function inside(model: Model, bands: BandsPlace, inner: number, outer: number): ModelFinding {
  const { judge, place, formula, cells } = bands
  const [small, large] = [judge.rows[inner]!, judge.rows[outer]!]
  const names = { inner: outcomeName(small.outcome), outer: outcomeName(large.outcome) }
  const shared = runs(cells, (cell) => cell.claims.includes(inner))
  const conditions = shared.map((run) => liesIn(formula, stretchOf(run.map(({ cell }) => cell))))
  const touches: Expression = { kind: 'or', of: conditions }
  return found('band-inside', names, {
    span: small.ranges[0]?.span ?? small.span,
    related:
      large.span === null
        ? []
        : [{ span: large.ranges[0]?.span ?? large.span, label: `\`${names.outer}\` claims all of it` }],
    ...placed(place),
    witness: witnessTo(model, conditions[0]!, place),
    fixes: [...(shared.length === 1 ? giveTo(bands, inner, outer, shared[0]!) : []), ...dropRow(bands, inner)],
    question: `which values are \`${names.inner}\` and not \`${names.outer}\`?`,
    numberLine: numberLineOf(bands, (cell) => cell.claims.includes(inner)),
    touches,
  })
}
