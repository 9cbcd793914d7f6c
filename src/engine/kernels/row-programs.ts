import { foreignOf } from './imported.ts'
import type { Plan } from './plan.ts'
import type { RowScorer, RowValues } from './row-score.ts'
import { rowColumns } from './row-columns.ts'
import { run, type Binding, type Program } from './scope.ts'
import { score } from './score.ts'
import { segmentProgram } from './segment-program.ts'
import { selection } from './selection.ts'
import { forget, texts, type Texts } from './texts.ts'

/** The steps of a plan, run over one row at a time. */
export interface RowPrograms {
  /** Takes the row that the others read. */
  readonly take: (values: RowValues) => void
  /** Makes what tells the segment of the row; -1 for none. */
  readonly chooser: () => () => number
  /** Makes what scores the row by a segment's steps. */
  readonly scorer: (segment: number) => RowScorer
}

/**
 * Programs of their own, since those of the plan are tied to another table whenever it scores one. These stay tied to
 * one row that is written over, and are tied anew only for a text that was not met before.
 */
export function rowPrograms(plan: Plan, names: readonly string[]): RowPrograms {
  const { model, parts } = plan
  const { columns, write } = rowColumns(model.inputs, names)
  let imported: Binding['imported'] = new Map()
  let ties = 1

  /** Runs a program over the row, first tying it where it is behind. */
  const overOneRow = (program: Program, spelled: Texts): (() => void) => {
    const ofModel = spelled.spellings.length
    let own = 0
    return () => {
      if (own !== ties) {
        forget(spelled, ofModel)
        for (const bind of program.binders) bind({ columns, texts: spelled, imported })
        own = ties
      }
      run(program, FIRST, 1)
    }
  }

  return {
    take: (values) => {
      if (write(values)) ties++
      if (parts.imported.size === 0) return
      imported = new Map([...parts.imported].map(([name, other]) => [name, foreignOf(other, scored(other, columns))]))
      ties++
    },
    chooser: () => {
      const spelled = texts()
      const { program, chosen } = selection(model, parts.forced, { asOf: plan.asOf ?? NaN, texts: spelled })
      const runs = overOneRow(program, spelled)
      const segment = new Int16Array(1)
      return () => {
        runs()
        chosen(segment)
        return segment[0]!
      }
    },
    scorer: (segment) => {
      const spelled = texts()
      const setting = { asOf: plan.asOf ?? NaN, names: parts.names, texts: spelled }
      const { program, whole } = segmentProgram(model, model.segments[segment]!, setting, 'scores')
      const runs = overOneRow(program, spelled)
      return (_values, into) => {
        runs()
        const band = whole.band[0]!
        into.score = whole.points[0]!
        into.band = Number.isNaN(band) ? -1 : band
        into.segment = segment
        into.coverage = whole.coverage[0]!
      }
    },
  }
}

const FIRST = Int32Array.of(0)

/** What an importer may read of an imported model's scores. */
function scored(other: Plan, columns: Binding['columns']) {
  return score(other, columns, { columns: 'explanation' })
}
