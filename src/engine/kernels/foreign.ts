import type { ForeignKind, Scope } from './scope.ts'
import { BLOCK, type Vector } from './vector.ts'

/** Points or band of a member of an imported model, from its scores of the same rows; missing where it has none. */
export function foreignVector(scope: Scope, kind: ForeignKind, path: string, name: string): Vector {
  const { program } = scope
  const out = new Float64Array(BLOCK)
  let values: ArrayLike<number> | null = null
  let ranks: ((segment: number, band: number) => number) | null = null
  let segments: Int16Array = new Int16Array(0)
  program.binders.push(({ imported }) => {
    const found = imported.get(name)
    if (found === undefined) return
    const columns = found.columnsOf(path)
    values = kind === 'band of' ? (columns?.band ?? null) : (columns?.points ?? null)
    ranks = kind === 'band of' ? found.rankOf : null
    segments = found.segment
  })
  program.steps.push((n) => {
    const { rows } = program.frame
    for (let i = 0; i < n; i++) {
      const value = values === null ? NaN : values[rows[i]!]!
      out[i] = ranks === null ? value : ranks(segments[rows[i]!]!, value)
    }
  })
  return out
}
