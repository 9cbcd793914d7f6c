import { stretchOf, stretchText, type Stretch } from '../../checks/stretch.ts'
import { judgeChoice } from '../../engine/judges/choices.ts'
import { judgeLine } from '../../engine/judges/line.ts'
import { judgeStretch } from '../../engine/judges/stretches.ts'
import { pointsOfBand, type Verdict } from '../../engine/verdict.ts'
import { cellsOf, witnessOf, type Cell } from '../../model/cells.ts'
import type { Domain } from '../../model/domain.ts'
import type { Unit } from '../../model/expression.ts'
import type { Measure, MissingRule } from '../../model/group.ts'
import type { Band, Judge } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import { numberWithin } from '../../model/number-within.ts'
import { domainOfFormula, inputRead } from '../../model/value-domain.ts'
import { writtenNumber, writtenValue } from '../../model/written.ts'
import type { CellChange } from './changes.ts'

/** A measure within its model. */
export interface Side {
  readonly model: Model
  readonly measure: Measure
}

/**
 * The values of a measure whose band or points changed, exactly: both versions are cut at the edges of both, and each cell
 * is judged by each. null where a judge reads more than one value; then only the whole can be compared.
 */
export function changedCells(before: Side, after: Side): readonly CellChange[] | null {
  const [old, now] = [before.measure.judge, after.measure.judge]
  const cuts = [cutsOf(old), cutsOf(now)]
  if (cuts[0] === null || cuts[1] === null || after.measure.value === null) return null
  const domain = domainOfFormula(after.model, after.measure.value)
  const cells = cellsOf(domain, [...cuts[0]!, ...cuts[1]!]).filter((cell) => cell.kind !== 'missing')
  const compared = cells.map((cell) => compareIn(cell, before, after))
  const unit = writtenIn(after)
  return [
    ...merge(
      compared.filter((one) => one !== null),
      cells,
      unit,
    ),
    ...missingChange(before, after),
  ]
}

function cutsOf(judge: Judge): readonly (number | string)[] | null {
  switch (judge.kind) {
    case 'ranges':
      return judge.banding.cuts.map((cut) => cut.at)
    case 'line':
      return judge.knots.map((knot) => knot.at)
    case 'choices':
      return judge.rows.flatMap((row) => row.values)
    default:
      return null
  }
}

interface Compared {
  readonly cell: Cell
  readonly witness: number | string | boolean
  readonly before: string
  readonly after: string
}

/** null where both versions judge all of the cell alike. Along a line two values decide: between two knots it is straight. */
function compareIn(cell: Cell, before: Side, after: Side): Compared | null {
  const tried = witnessesOf(cell).map((witness) => ({
    witness,
    old: judged(before, witness),
    now: judged(after, witness),
  }))
  const found = tried.find(({ old, now }) => !same(old, now))
  if (found === undefined) return null
  const { witness, old, now } = found
  const constant = tried.every((other) => same(other.old, old) && same(other.now, now))
  const at = constant || typeof witness !== 'number' ? '' : ` at ${writtenNumber(witness, writtenIn(after))}`
  const [sameBand, samePoints] = [old.band === now.band, old.points === now.points]
  return {
    cell,
    witness,
    before: `${say(old, sameBand, samePoints)}${at}`,
    after: `${say(now, sameBand, samePoints)}${at}`,
  }
}

function witnessesOf(cell: Cell): readonly (number | string | boolean)[] {
  const first = witnessOf(cell)
  if (first === null) return []
  if (cell.kind !== 'stretch' || typeof first !== 'number') return [first]
  const above = numberWithin({ ...cell, low: first, lowIncluded: false })
  const below = numberWithin({ ...cell, high: first, highIncluded: false })
  return [first, above, below].filter((witness) => witness !== null)
}

interface Judged {
  readonly kind: 'outcome' | 'unscored' | 'missing'
  readonly band: string | null
  readonly points: number | null
}

function judged({ model, measure }: Side, value: number | string | boolean): Judged {
  const verdict = verdictOn(measure, value)
  if (verdict.kind !== 'outcome') return { kind: verdict.kind, band: null, points: null }
  return { kind: 'outcome', band: verdict.band, points: verdict.points ?? pointsOfBand(model.ladder, verdict.band) }
}

function verdictOn({ judge, value: formula }: Measure, value: number | string | boolean): Verdict {
  if (judge.kind === 'choices') return judgeChoice(judge, value)
  if (judge.kind === 'ranges' && typeof value === 'number') return judgeStretch(judge.banding, value)
  if (judge.kind === 'line' && typeof value === 'number') return judgeLine(judge, value, formula?.computed ?? false)
  return { kind: 'missing' }
}

function same(a: Judged, b: Judged): boolean {
  const points =
    a.points === b.points || (a.points !== null && b.points !== null && Math.abs(a.points - b.points) < 1e-12)
  return a.kind === b.kind && a.band === b.band && points
}

/** The points are named where the band alone does not tell the two apart. */
function say({ kind, band, points }: Judged, sameBand: boolean, samePoints: boolean): string {
  if (kind !== 'outcome') return kind === 'unscored' ? 'unscored' : 'without a band'
  if (band === null) return `${shortest(points ?? 0)} points`
  return sameBand && !samePoints ? `${band}, ${shortest(points ?? 0)} points` : band
}

function shortest(points: number): string {
  return writtenNumber(Number(points.toPrecision(12)), null)
}

/** Neighbouring cells that changed alike are one. */
function merge(
  changed: readonly Compared[],
  cells: readonly Cell[],
  unit: Unit | 'date' | null,
): readonly CellChange[] {
  const groups: Compared[][] = []
  for (const one of changed) {
    const last = groups.at(-1)
    const next = last !== undefined && cells.indexOf(one.cell) === cells.indexOf(last.at(-1)!.cell) + 1
    if (next && last[0]!.before === one.before && last[0]!.after === one.after) last.push(one)
    else groups.push([one])
  }
  return groups.map((group) => {
    const { witness, before, after } = group[0]!
    return { values: textOf(group.map((one) => one.cell), unit), witness, before, after } // prettier-ignore
  })
}

function textOf(cells: readonly Cell[], unit: Unit | 'date' | null): string {
  const [first] = cells
  if (first!.kind === 'point' || first!.kind === 'stretch') return stretchText(closed(stretchOf(cells)), unit)
  return cells
    .map((cell) => (cell.kind === 'other' ? 'any other text' : writtenValue(witnessOf(cell), null)))
    .join(', ')
}

/** Whole numbers from 5 to under 7 are 5 to 6. */
function closed(stretch: Stretch): Stretch {
  const { low, lowIncluded, high, highIncluded, whole } = stretch
  if (!whole) return stretch
  return {
    ...stretch,
    low: low === null ? null : lowIncluded ? Math.ceil(low) : Math.floor(low) + 1,
    lowIncluded: low !== null,
    high: high === null ? null : highIncluded ? Math.floor(high) : Math.ceil(high) - 1,
    highIncluded: high !== null,
  }
}

/** The unit values are written in. */
export function writtenIn({ model, measure }: Side): Unit | 'date' | null {
  const { value } = measure
  if (value === null) return null
  if (value.type === 'date') return 'date'
  const type = inputRead(model, value.expression)?.type
  return type === 'percent' || type === 'date' ? type : value.unit
}

function missingChange(before: Side, after: Side): readonly CellChange[] {
  const [old, now] = [before, after].map(({ model, measure }) => ruleText(measure.missing, model.ladder))
  return old === now ? [] : [{ values: 'missing', witness: null, before: old!, after: now! }]
}

/** A missing rule in the words of the language, with the points where it has some. */
export function ruleText(rule: MissingRule, ladder: readonly Band[]): string {
  switch (rule.kind) {
    case 'band':
      return `${rule.band}, ${shortest(rule.points ?? pointsOfBand(ladder, rule.band))} points`
    case 'points':
      return `${shortest(rule.points)} points`
    default:
      return rule.kind
  }
}

/** Where the bands of a score begin and end anew; `domain` is what the score can be. */
export function changedBands(
  before: Extract<Judge, { kind: 'ranges' }>['banding'],
  after: Extract<Judge, { kind: 'ranges' }>['banding'],
  domain: Domain,
): readonly CellChange[] {
  const cuts = [...before.cuts, ...after.cuts].map((cut) => cut.at)
  const cells = cellsOf(domain, cuts).filter((cell) => cell.kind !== 'missing')
  const compared = cells.flatMap((cell): readonly Compared[] => {
    const witness = witnessOf(cell)
    if (typeof witness !== 'number') return []
    const [old, now] = [before, after].map((banding) => {
      const verdict = judgeStretch(banding, witness)
      return verdict.kind === 'outcome' ? (verdict.band ?? 'no band') : 'no band'
    })
    return old === now ? [] : [{ cell, witness, before: old!, after: now! }]
  })
  return merge(compared, cells, null)
}
