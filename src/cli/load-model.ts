import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { examine } from '../checks/examine.ts'
import { compile, type Compilation, type Load } from '../compile/index.ts'
import type { Columns } from '../model/columns.ts'
import type { Model } from '../model/model.ts'
import { Problem } from './problem.ts'
import { readText } from './read-text.ts'
import { hasErrors, type Findings } from './text/findings.ts'

/** A model file, read, compiled and checked. */
export interface LoadedModel extends Findings {
  readonly model: Model
}

/** What checking may be given besides the model. */
export interface CheckWith {
  readonly asOf: number | null
  /** Accounts, so that each finding can say how many it touches. */
  readonly columns?: Columns
}

export function loadModel(path: string): LoadedModel {
  return examineModel(path, compileFile(path), { asOf: null })
}

export function compileFile(path: string): Compilation {
  return compile(readText(path), path, loadImport)
}

/** A compiled file with all that is to be said of it. */
export function examineModel(path: string, compiled: Compilation, given: CheckWith): LoadedModel {
  return { path, model: compiled.model, findings: examine(compiled, given), texts: compiled.texts }
}

/** Imported files lie beside the file that imports them. */
const loadImport: Load = (path, from) => {
  const file = resolve(dirname(from), path)
  return existsSync(file) ? { text: readText(file), file } : null
}

/** A model that may score. One with findings of level error is shown and refused. */
export function loadSoundModel(path: string, show: (found: Findings) => void): LoadedModel {
  const loaded = loadModel(path)
  if (!hasErrors(loaded.findings)) return loaded
  show(loaded)
  throw new Problem(`${path} has errors: nothing was scored`)
}
