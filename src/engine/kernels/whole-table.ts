import type { Dimension } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import { bestVectors } from './best.ts'
import type { DimensionTable, Result } from './dimension-table.ts'
import type { MemberVectors } from './member.ts'
import { portionsOf } from './portions.ts'
import { recording } from './recording.ts'
import { run } from './scope.ts'
import { shownNumber } from './score-bands.ts'
import type { Setting } from './segment-program.ts'
import { tableProgram } from './table-program.ts'
import { BLOCK } from './vector.ts'

/** What the whole comes to, by the sum of its dimensions' steps. */
export interface WholeTable {
  readonly kind: 'table'
  readonly score: Float64Array
  readonly band: Int16Array
  readonly coverage: Float64Array
  readonly shown: Float64Array
  readonly shortfall: Float64Array
  /** Of the whole score, by dimension. */
  readonly shares: readonly Float64Array[]
}

/** Scores the whole for every combination of its dimensions' results. */
export function wholeTable(
  model: Model,
  segment: Segment,
  setting: Setting,
  parts: readonly { readonly table: DimensionTable; readonly classes: readonly Result[]; readonly stride: number }[],
  words: number,
): WholeTable {
  const members = new Map(parts.map(({ table }) => [table.dimension.path, blankMember(table.dimension)]))
  const { program, tree } = tableProgram(model, segment, setting, { members })
  const whole = tree.of('')!
  const bests = new Map([...members.values()].map((member) => [member, new Float64Array(BLOCK)]))
  const best = bestVectors(tree, whole, bests)
  const portions = portionsOf(tree, whole, best)
  const recorder = recording(words)
  const sign = segment.root.scale.higherIsWorse ? -1 : 1
  const shortfall = recorder.numbers((i) => sign * (best.get(whole)![i]! - whole.points[i]!) + 0)
  const shares = portions.map(({ share }) => recorder.numbers((i) => share[i]!))
  const score = new Float64Array(words)
  const band = new Int16Array(words)
  const coverage = new Float64Array(words)
  for (let start = 0; start < words; start += BLOCK) {
    const n = Math.min(BLOCK, words - start)
    for (const { table, classes, stride } of parts) {
      const member = members.get(table.dimension.path)!
      for (let i = 0; i < n; i++) {
        const result = classes[Math.floor((start + i) / stride) % classes.length]!
        member.points[i] = result.score
        member.coverage[i] = result.coverage
        member.state[i] = result.state
        bests.get(member)![i] = result.best
      }
    }
    run(program, new Int32Array(BLOCK), n)
    recorder.record(start, n)
    for (let i = 0; i < n; i++) {
      score[start + i] = whole.points[i]!
      band[start + i] = Number.isNaN(whole.band[i]) ? -1 : whole.band[i]!
      coverage[start + i] = whole.coverage[i]!
    }
  }
  const shown = score.map((one) => shownNumber(whole.member as Dimension, one))
  return { kind: 'table', score, band, coverage, shown, shortfall, shares }
}

function blankMember(member: Dimension): MemberVectors {
  const vector = () => new Float64Array(BLOCK)
  return {
    member,
    state: new Uint8Array(BLOCK),
    calculated: vector(),
    points: vector(),
    band: vector(),
    coverage: vector(),
    withheld: null,
    children: [],
  }
}
