import type { Model, Segment } from '../../model/model.ts'
import type { Given } from './member.ts'
import type { Program, Scope } from './scope.ts'
import type { Setting } from './segment-program.ts'
import { treeOf } from './tree.ts'
import { BLOCK, constant } from './vector.ts'

/** The steps of a segment over vectors that a table fills: no data is read. */
export function tableProgram(model: Model, segment: Segment, { names, ...given }: Setting, filled: Given) {
  const program: Program = { steps: [], binders: [], frame: { rows: new Int32Array(BLOCK), n: 0 } }
  const scopeOf = (member: Scope['member']): Scope => {
    return { model, ...given, program, vectors: new Map(), member, foreign: () => constant(NaN) }
  }
  const tree = treeOf(segment, names, true, scopeOf, filled)
  return { program, tree }
}
