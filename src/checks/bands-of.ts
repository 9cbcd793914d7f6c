import type { NumberLine } from '../findings/finding.ts'
import type { NumberDomain } from '../model/domain.ts'
import type { Unit } from '../model/expression.ts'
import type { Measure } from '../model/group.ts'
import type { Input } from '../model/input.ts'
import type { Outcome, RangesJudge } from '../model/judge.ts'
import { rangeCells, type MeasureCell } from '../model/measure-cells.ts'
import type { Model } from '../model/model.ts'
import { domainOfFormula, inputRead } from '../model/value-domain.ts'
import { writtenNumber } from '../model/written.ts'
import { chainOf, isFalling, type Chain } from './chain.ts'
import { endTexts } from './number-text.ts'
import { judgedPlaces, type Place } from './places.ts'

/** A measure judged by stretches of a number, cut into cells. */
export interface BandsPlace {
  readonly place: Place<Measure>
  readonly judge: RangesJudge
  readonly formula: NonNullable<Measure['value']>
  readonly unit: Unit | 'date' | null
  readonly domain: NumberDomain
  /** Without the cell of missing. */
  readonly cells: readonly MeasureCell[]
  /** Where the judge is a chain that can be read back. */
  readonly chain: Chain | null
}

export function bandsPlaces(model: Model): readonly BandsPlace[] {
  const known = cut.get(model) ?? cutBands(model)
  cut.set(model, known)
  return known
}

/** Compiled models never change, and half a dozen checks ask for the same cells. */
const cut = new WeakMap<Model, readonly BandsPlace[]>()

function cutBands(model: Model): readonly BandsPlace[] {
  return judgedPlaces(model).flatMap((place): BandsPlace[] => {
    const { judge, value } = place.member
    if (judge.kind !== 'ranges' || value === null || judge.rows.length === 0) return []
    const domain = domainOfFormula(model, value)
    if (domain.kind !== 'number') return []
    const cells = rangeCells(judge, domain).filter(({ cell }) => cell.kind !== 'missing')
    return [{ place, judge, formula: value, domain, unit: unitOf(model, value), cells, chain: chainOf(judge) }]
  })
}

/** Chains whose edges ascend or descend as they should: of others only that is said. */
export function inOrder({ chain, judge }: BandsPlace): boolean {
  if (judge.form !== 'chain') return true
  return chain !== null && turn(chain) === null && disorder(chain) === null
}

/** The place of the first edge that points the other way than the edges before it. */
export function turn(chain: Chain): number | null {
  const all = chain.edges.flatMap((edge) => [edge.left, edge.right])
  const at = all.findIndex((sign) => isFalling(sign) !== isFalling(all[0]!))
  return at < 0 ? null : Math.floor(at / 2)
}

/** The place of the first edge that does not go on in the direction of the chain. */
export function disorder(chain: Chain): number | null {
  const falling = chain.edges[0] !== undefined && isFalling(chain.edges[0].left)
  const at = chain.edges.findIndex((edge, n) => {
    const before = chain.edges[n - 1]
    return before !== undefined && (falling ? edge.at >= before.at : edge.at <= before.at)
  })
  return at < 0 ? null : at
}

/** How an edge of a judge is written: the first writing of that number. */
export function edgeText(judge: RangesJudge, unit: BandsPlace['unit'], edge: number): string {
  for (const range of judge.rows.flatMap((row) => row.ranges)) {
    const texts = endTexts(range, unit)
    if (range.low === edge) return texts.low
    if (range.high === edge) return texts.high
  }
  return writtenNumber(edge, unit)
}

/** The bands in order of the number, as far as they are claimed by one row; `marked` tells which cells go wrong. */
export function numberLineOf({ cells, judge, unit }: BandsPlace, marked: (cell: MeasureCell) => boolean): NumberLine {
  const line: NumberLine[number][] = []
  for (const here of cells) {
    const { cell } = here
    const wrong = marked(here)
    const band = here.decides === 'nothing' ? '' : outcomeName(here.outcome)
    const last = line.at(-1)
    if (cell.kind === 'point') line.push({ kind: 'edge', text: edgeText(judge, unit, cell.at), marked: wrong })
    else if (last?.kind === 'band' && last.text === band)
      line[line.length - 1] = { ...last, marked: last.marked || wrong }
    else line.push({ kind: 'band', text: band, marked: wrong })
  }
  return withoutIdleEdges(line)
}

/** Edges of rows that never decide anything only clutter the line. */
function withoutIdleEdges(line: NumberLine): NumberLine {
  const kept: NumberLine[number][] = []
  for (const [n, piece] of line.entries()) {
    const [before, after] = [kept.at(-1), line[n + 1]]
    const idle = piece.kind === 'edge' && !piece.marked && before?.kind === 'band' && before.text === after?.text
    if (idle) continue
    if (piece.kind === 'band' && before?.kind === 'band' && before.text === piece.text)
      kept[kept.length - 1] = { ...before, marked: before.marked || piece.marked }
    else kept.push(piece)
  }
  return kept
}

/** The name of a band, `unscored`, or the points of a row without a band. */
export function outcomeName(outcome: Outcome | null): string {
  return outcome?.band ?? (outcome?.points === null || outcome === null ? 'unscored' : `${outcome.points} points`)
}

function unitOf(model: Model, formula: BandsPlace['formula']): BandsPlace['unit'] {
  const input: Input | null = inputRead(model, formula.expression)
  if (formula.type === 'date' || input?.type === 'date') return 'date'
  return formula.unit
}
