import type { Columns } from '../model/columns.ts'
import type { Model } from '../model/model.ts'
import { writtenNumber } from '../model/written.ts'
import { found, type ModelFinding } from './check.ts'

/** Enough values to tell a habit from chance. */
const ENOUGH = 5

/** A percentage whose column never passes 1 was most likely stored as a fraction: all its values are a hundred times too small. */
export function unitScaleData(model: Model, columns: Columns): readonly ModelFinding[] {
  return model.inputs.flatMap(({ name, type, span }) => {
    const column = columns.inputs.get(name)
    if (type !== 'percent' || column?.kind !== 'number') return []
    const present = column.values.filter((value) => !Number.isNaN(value))
    const most = present.reduce((a, b) => Math.max(a, Math.abs(b)), 0)
    if (present.length < ENOUGH || most === 0 || most > 0.01) return []
    return found(
      'unit-scale-data',
      { name, most: writtenNumber(0.01, 'percent') },
      {
        span,
        trail: [model.name],
        question: `if 0.29 in the column means 29%, declare \`${name}\` as a ratio`,
        accounts: { count: present.length, total: columns.length },
      },
    )
  })
}
