import type { AcrossInput } from '../../model/across.ts'
import type { Expression } from '../../model/expression.ts'
import type { RollupFigure } from '../../model/figure.ts'
import { pickColumns } from '../../model/pick-rows.ts'
import { familiesIn, scored, startColumn, type Filling, type Formulas } from './filling.ts'
import { overRows, type Contributions } from './over-children.ts'

/** The column of a figure over children of which all that it reads is known. */
export function rollupColumn(table: Filling, figure: RollupFigure, formulas: Formulas): Float64Array {
  const { children } = familiesIn(table)
  const given = contributions(figure, formulas)
  const otherwise = figure.otherwise === null ? null : formulas([figure.otherwise])[0]!
  return given.of.map((_, row) => {
    const below = children.get(row) ?? []
    const value = overRows(figure.figure, figure.includeParent ? [row, ...below] : below, given)
    return Number.isNaN(value) && otherwise !== null ? otherwise[row]! : value
  })
}

/**
 * The columns of figures over the scores of children, which those scores may read in turn: from the accounts that have no
 * children upward, each scored when its children are. Whose families have no end have no such figures.
 */
export function fillUpward(table: Filling, inputs: readonly AcrossInput[], formulas: Formulas): void {
  const { length } = table.columns
  const figures = inputs.flatMap((input) => {
    const { figure } = input
    if (figure.kind !== 'rollup') return []
    const [otherwise] = figure.otherwise === null ? [null] : formulas([figure.otherwise])
    return [{ figure, otherwise, set: startColumn(table, input), given: blankContributions(figure, length) }]
  })
  if (figures.length === 0) return
  const { children, levels } = familiesIn(table)
  for (const rows of levels) {
    for (const { figure, otherwise, set, given } of figures) {
      for (const row of rows) {
        const value = overRows(figure.figure, children.get(row) ?? [], given)
        set(row, Number.isNaN(value) && otherwise ? otherwise[row]! : value)
      }
    }
    const own = scored(table, pickColumns(table.columns, rows))
    for (const { figure, given } of figures) spread(contributions(figure, own), rows, given)
  }
}

function contributions({ of, weightedBy, where }: RollupFigure, formulas: Formulas): Contributions {
  const found = formulas([of, weightedBy, where].filter((one): one is Expression => one !== null))
  let at = 0
  const next = (one: Expression | null): Float64Array | null => (one === null ? null : found[at++]!)
  return { of: next(of)!, weight: next(weightedBy), where: next(where) }
}

function blank(length: number): Float64Array {
  return new Float64Array(length).fill(NaN)
}

function blankContributions({ weightedBy, where }: RollupFigure, length: number): Contributions {
  return { of: blank(length), weight: weightedBy && blank(length), where: where && blank(length) }
}

/** What some rows bring, put where they stand in the table. */
function spread(from: Contributions, rows: Int32Array, to: Contributions): void {
  for (const part of ['of', 'weight', 'where'] as const) {
    const [values, all] = [from[part], to[part]]
    if (values !== null && all !== null) for (const [at, row] of rows.entries()) all[row] = values[at]!
  }
}
