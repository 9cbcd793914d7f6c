import type { Finding } from '../../findings/finding.ts'
import { acrossInputs, stageOf, type AcrossInput, type Stage } from '../../model/across.ts'
import type { Columns } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'
import { familyFindings } from './family-findings.ts'
import { filling, scored, setColumn, unscored, type Filling, type Formulas } from './filling.ts'
import { relativeColumn } from './relative.ts'
import { fillUpward, rollupColumn } from './rollup.ts'
import type { ScoreTableOptions } from './score-columns.ts'

/** A table in which every figure across accounts has its column, and what was to be said of it. */
export interface Filled {
  readonly columns: Columns
  readonly findings: readonly Finding[]
}

/**
 * Fills the columns of a model's figures across accounts, and of those of the models it uses, from a whole table: where an
 * account stands among others, or what its children come to, cannot be known of it alone. A figure that has a column in the
 * data keeps it.
 */
export function fillAcross(model: Model, columns: Columns, options: ScoreTableOptions): Filled {
  const findings: Finding[] = []
  let all = columns
  for (const use of model.uses) {
    const filled = fillAcross(use.model, all, { asOf: options.asOf })
    all = filled.columns
    findings.push(...filled.findings)
  }
  const figures = acrossInputs(model).filter((input) => !all.inputs.has(input.name))
  if (figures.length === 0) return { columns: all, findings }
  const table = filling(model, all, options)
  const at = (stage: Stage): readonly AcrossInput[] => figures.filter((input) => stageOf(model, input.figure) === stage)
  for (const input of [...at('before'), ...at('segments')]) fillOne(table, input, unscored(table))
  fillUpward(table, at('children'), unscored(table))
  for (const input of at('scores')) fillOne(table, input, scored(table))
  return { columns: table.columns, findings: [...findings, ...(table.families ? familyFindings(table.families) : [])] }
}

function fillOne(table: Filling, input: AcrossInput, formulas: Formulas): void {
  const { figure } = input
  const values =
    figure.kind === 'relative' ? relativeColumn(table, figure, formulas) : rollupColumn(table, figure, formulas)
  setColumn(table, input, values)
}
