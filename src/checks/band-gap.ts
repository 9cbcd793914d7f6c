import type { Fix } from '../findings/finding.ts'
import type { Range } from '../model/judge.ts'
import type { MeasureCell } from '../model/measure-cells.ts'
import { bandsPlaces, edgeText, giveEdge, inOrder, numberLineOf, outcomeName, type BandsPlace } from './bands-of.ts'
import { placed } from './places.ts'
import { found, type Check } from './check.ts'
import { withStretch } from './claims.ts'
import { claimText } from './number-text.ts'
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
      return [
        {
          name,
          side,
          span: at.span,
          fix: (text) => [{ title: title(text), edits: giveEdge(bands, edge, isNext(row, edge)) }],
        },
      ]
    }
    const place = n === 0 ? 'below' : 'above'
    const range = judge.rows[row]!.ranges.find((candidate) => withStretch(candidate, gap, place) !== null)
    const wider = range === undefined ? null : withStretch(range, gap, place)
    if (range?.span == null || wider === null) return []
    const text = claimText(wider, { low: endText(bands, wider.low), high: endText(bands, wider.high) })
    const { span } = range
    return [{ name, side, span, fix: (at) => (text === null ? [] : [{ title: title(at), edits: [{ span, text }] }]) }]
  })
}

/** Whether a row of a chain stands after an edge. */
function isNext(row: number, edge: number): boolean {
  return row > edge
}

function endText({ judge, unit }: BandsPlace, edge: number | null): string {
  return edge === null ? '' : edgeText(judge, unit, edge)
}

/** A table may say that what it does not name is left out of the score. */
function leaveUnscored({ judge }: BandsPlace, at: string): readonly Fix[] {
  if (judge.form !== 'table' || judge.span === null) return []
  const end = judge.span.end - 1
  return [
    {
      title: `leave ${at} unscored`,
      edits: [{ span: { ...judge.span, start: end, end }, text: ' otherwise unscored ' }],
    },
  ]
}
