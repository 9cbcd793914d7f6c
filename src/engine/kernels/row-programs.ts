import { foreignOf } from './imported.ts'
import type { Plan } from './plan.ts'
import { rowColumns } from './row-columns.ts'
import type { ItemReaders } from './row-items.ts'
import type { RowScorer } from './row-score.ts'
import { run, type Binding, type Program } from './scope.ts'
import { score } from './score.ts'
import { segmentProgram } from './segment-program.ts'
import { selection } from './selection.ts'
import { forget, texts, type Texts } from './texts.ts'

/** Tells the segment of a row of items by running its conditions; -1 for none. */
export function rowChooser<Item>(plan: Plan, readers: ItemReaders<Item>): (items: readonly Item[]) => number {
  const spelled = texts()
  const { program, chosen } = selection(plan.model, plan.parts.forced, { asOf: plan.asOf ?? NaN, texts: spelled })
  const runs = overOneRow(plan, program, spelled, readers)
  const segment = new Int16Array(1)
  return (items) => {
    runs(items)
    chosen(segment)
    return segment[0]!
  }
}

/** Scores a row of items by a segment's steps. */
export function rowBySteps<Item>(plan: Plan, segment: number, readers: ItemReaders<Item>): RowScorer<Item> {
  const { model, parts } = plan
  const spelled = texts()
  const setting = { asOf: plan.asOf ?? NaN, names: parts.names, texts: spelled }
  const { program, whole } = segmentProgram(model, model.segments[segment]!, setting, 'scores')
  const runs = overOneRow(plan, program, spelled, readers)
  return (items, into) => {
    runs(items)
    const band = whole.band[0]!
    into.score = whole.points[0]!
    into.band = Number.isNaN(band) ? -1 : band
    into.segment = segment
    into.coverage = whole.coverage[0]!
  }
}

/**
 * Runs a program of its own, since those of the plan are tied to another table whenever it scores one. This one stays
 * tied to one row that is written over, and is tied anew only for a text that was not met before.
 */
function overOneRow<Item>(
  { model, parts }: Plan,
  program: Program,
  spelled: Texts,
  readers: ItemReaders<Item>,
): (items: readonly Item[]) => void {
  const { columns, write } = rowColumns(model.inputs, readers)
  const ofModel = spelled.spellings.length
  let isTied = false
  return (items) => {
    const isNew = write(items)
    if (isNew || !isTied || parts.imported.size > 0) {
      const imported = new Map(
        [...parts.imported].map(([name, other]) => [name, foreignOf(other, scored(other, columns))]),
      )
      forget(spelled, ofModel)
      for (const bind of program.binders) bind({ columns, texts: spelled, imported })
      isTied = true
    }
    run(program, FIRST, 1)
  }
}

const FIRST = Int32Array.of(0)

/** What an importer may read of an imported model's scores. */
function scored(other: Plan, columns: Binding['columns']) {
  return score(other, columns, { columns: 'explanation' })
}
