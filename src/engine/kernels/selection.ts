import type { Model } from '../../model/model.ts'
import { vectorOf } from './expression.ts'
import { foreignVector } from './foreign.ts'
import type { Binding, Program, Scope } from './scope.ts'
import { run } from './scope.ts'
import type { Texts } from './texts.ts'
import { BLOCK, type Vector } from './vector.ts'

/** Which rows of a table each segment has. */
export interface Selection {
  /** The one segment of all rows where no condition decides; null where conditions do. */
  readonly all: number | null
  /** Fills `segment` with indices, -1 where no segment holds. */
  readonly choose: (binding: Binding, segment: Int16Array) => void
  /** The conditions, for a caller that runs them over a block by itself, and what they then come to. */
  readonly program: Program
  readonly chosen: (block: Int16Array) => void
}

export function selection(
  model: Model,
  forced: number | null,
  setting: { readonly asOf: number; readonly texts: Texts },
): Selection {
  const program: Program = { steps: [], binders: [], frame: { rows: new Int32Array(BLOCK), n: 0 } }
  const scope: Scope = {
    model,
    ...setting,
    program,
    vectors: new Map(),
    member: () => null,
    foreign: (kind, path, name) => foreignVector(scope, kind, path, name),
  }
  const applies = model.appliesWhen === null ? null : vectorOf(scope, model.appliesWhen.expression)
  const first = forced ?? (model.segments[0]?.when === null ? 0 : null)
  const all = applies === null ? first : null
  const whens =
    first === null ? model.segments.map(({ when }) => (when === null ? null : vectorOf(scope, when.expression))) : []
  const chosen = (block: Int16Array): void => {
    if (first === null) firstThatHolds(whens, block)
    else block.fill(first)
    if (applies !== null) for (let i = 0; i < block.length; i++) if (applies[i] !== 1) block[i] = -1
  }
  const choose = (binding: Binding, segment: Int16Array): void => {
    for (const bind of program.binders) bind(binding)
    const rows = new Int32Array(BLOCK)
    for (let start = 0; start < segment.length; start += BLOCK) {
      const n = Math.min(BLOCK, segment.length - start)
      for (let i = 0; i < n; i++) rows[i] = start + i
      run(program, rows, n)
      chosen(segment.subarray(start, start + n))
    }
  }
  return { all, choose, program, chosen }
}

function firstThatHolds(whens: readonly (Vector | null)[], segment: Int16Array): void {
  segment.fill(-1)
  for (const [index, when] of whens.entries()) {
    for (let i = 0; i < segment.length; i++) {
      if (segment[i] === -1 && (when === null || when[i] === 1)) segment[i] = index
    }
  }
}
