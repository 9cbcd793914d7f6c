import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as fc from 'fast-check'
import { compileFile } from '../../src/cli/load-model.ts'
import { needsOthers } from '../../src/model/across.ts'
import { anyModel, anyRow, INPUTS } from '../engine/arbitrary.ts'
import { cellsOf } from '../sql/cells.ts'
import { cellsFor } from './cells.ts'
import { storedOtherwise } from './stored-otherwise.ts'
import { inWorkbook } from './in-workbook.ts'
import { scoredFromEvents } from './events.ts'
import { filled, givenInputs, rowsOf, type Rows, type Subject } from './subject.ts'

const root = resolve(import.meta.dirname, '../..')

/** The day for which written models are scored: 2025-06-30. */
const AS_OF = 20_269
/** LibreOffice starts anew for each workbook, and none needs thousands of rows. */
const WORKBOOK_ROWS = 500

const SEED = 20_261_122

export interface CorpusOptions {
  /** Rows of each written model. */
  readonly rows: number
  /** How many random models, and the rows that they share. */
  readonly random: number
  readonly randomRows: number
  readonly seed?: number
}

/** Every model with its rows, made when its turn comes: published, written for this purpose, and random ones. */
export function* corpus({ rows, random, randomRows, seed = SEED }: CorpusOptions): Generator<Subject> {
  for (const [name, file] of writtenModels()) {
    const { model } = compileFile(file)
    const inputs = givenInputs(model)
    const cells = cellsFor(model, AS_OF, rows, seed)
    const same = { model, file, asOf: AS_OF }
    const whole = (of: Rows): Rows => filled(model, AS_OF, of)
    yield { ...same, kind: 'written', name, rows: whole(rowsOf(`accounts of ${name}`, inputs, cells)) }
    const otherwise = storedOtherwise(`others of ${name}`, inputs, cells.slice(-Math.ceil(rows / 4)))
    yield { ...same, kind: 'stored otherwise', name: `${name}, stored otherwise`, rows: whole(otherwise) }
    // A workbook has the figures of an account as they are.
    if (needsOthers(model)) continue
    const few = cells.slice(0, WORKBOOK_ROWS).map((row) => row.map(inWorkbook))
    const kept = rowsOf(`workbook of ${name}`, inputs, few)
    yield { ...same, kind: 'in a workbook', name: `${name}, in a workbook`, rows: kept }
  }
  yield scoredFromEvents(Math.ceil(rows / 10), seed)
  const drawn = fc.sample(anyRow, { seed, numRuns: randomRows }).map((row) => cellsOf(INPUTS, row))
  const shared = rowsOf('accounts of random models', INPUTS, drawn)
  for (const [n, model] of fc.sample(anyModel, { seed, numRuns: random }).entries()) {
    yield {
      name: `random model ${n}`,
      kind: 'random',
      file: null,
      model,
      asOf: n % 5 === 0 ? null : 20_000,
      rows: shared,
    }
  }
}

/** Model files by the name they have in reports. */
function writtenModels(): readonly (readonly [name: string, file: string])[] {
  const files = (folder: string): readonly string[] =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.salus'))
      .map((name) => `${folder}/${name}`)
  const derived = readdirSync(join(root, 'test/corpus/equal'))
    .map((name) => `test/corpus/equal/${name}/model.salus`)
    .filter((file) => existsSync(join(root, file)))
  return [...files('models'), ...files('test/equal/models'), ...derived].map((file) => [file, join(root, file)])
}
