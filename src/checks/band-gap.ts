import type { Fix } from '../findings/finding.ts'
import type { Range } from '../model/judge.ts'
import type { MeasureCell } from '../model/measure-cells.ts'
import { bandsPlaces, inOrder, numberLineOf, outcomeName, type BandsPlace } from './bands-of.ts'
import { placed } from './places.ts'
import { changeClaim, giveEdge, leaveUnscored } from './band-repairs.ts'
import { found, type Check } from './check.ts'
import { withStretch } from './claims.ts'
import { runs } from './runs.ts'
import { liesIn, stretchOf, stretchText } from './stretch.ts'
import { witnessTo } from './witness.ts'

/** Every value has a band, or the author says that it is unscored. */
export const bandGap: Check = (model) =>
  bandsPlaces(model)
    .filter(inOrder)
    .flatMap((bands) =>
      runs(bands.cells, (cell) => cell.decides === 'nothing').map((run) => {
        const { place, formula, unit } = bands
        const stretch = stretchOf(run.map(({ cell }) => cell))
        const at = stretchText(stretch, unit)
        const condition = liesIn(formula, stretch)
        const neighbours = neighboursOf(bands, run)
        const spans = neighbours.map(({ span, name, side }) => ({ span, label: `\`${name}\` ${side} here` }))
        const [first, ...others] = spans.filter(
          (one, n) => spans.findIndex((other) => other.span.start === one.span.start) === n,
        )
        return found(
          'band-gap',
          { at },
          {
            span: first?.span ?? bands.judge.span,
            related: others,
            ...placed(place),
            witness: witnessTo(model, condition, place),
            fixes: [...neighbours.flatMap((one) => one.fix(at)), ...leaveUnscored(bands, at)],
            question: `which band has ${at}?`,
            numberLine: numberLineOf(bands, (cell) => run.includes(cell)),
            touches: condition,
          },
        )
      }),
    )

interface Neighbour {
  readonly name: string
  readonly side: 'ends' | 'begins'
  readonly span: NonNullable<Range['span']>
  readonly fix: (at: string) => readonly Fix[]
}

/** The claims that end where the gap begins, or begin where it ends. */
function neighboursOf(bands: BandsPlace, run: readonly MeasureCell[]): readonly Neighbour[] {
  const { judge, chain, cells } = bands
  const gap = stretchOf(run.map(({ cell }) => cell))
  const first = cells.indexOf(run[0]!)
  const below = cells[first - 1]?.claims[0]
  const above = cells[first + run.length]?.claims[0]
  const edge = chain?.edges.findIndex((candidate) => candidate.at === gap.low || candidate.at === gap.high) ?? -1
  return [below, above].flatMap((row, n): readonly Neighbour[] => {
    if (row === undefined) return []
    const name = outcomeName(judge.rows[row]!.outcome)
    const side = n === 0 ? 'ends' : 'begins'
    const title = (at: string) => `give ${at} to \`${name}\``
    if (chain !== null) {
      const at = chain.edges[edge]
      if (at === undefined) return []
      return [{ name, side, span: at.span, fix: (text) => giveEdge(bands, title(text), edge, row > edge) }]
    }
    const place = n === 0 ? 'below' : 'above'
    const range = judge.rows[row]!.ranges.find(
      (candidate) => withStretch(candidate, gap, place, bands.domain.whole) !== null,
    )
    const wider = range === undefined ? null : withStretch(range, gap, place, bands.domain.whole)
    if (range?.span == null || wider === null) return []
    return [{ name, side, span: range.span, fix: (at) => changeClaim(bands, title(at), range, wider) }]
  })
}
