import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { applyAllows } from '../checks/allow.ts'
import { check } from '../checks/index.ts'
import { withData } from '../checks/with-data.ts'
import { compile, type Load } from '../compile/index.ts'
import type { Finding } from '../findings/finding.ts'
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

export function loadModel(path: string, given: CheckWith = { asOf: null }): LoadedModel {
  const { model, findings, texts } = compile(readText(path), path, loadImport)
  const checked = check(model, given.asOf).filter((found) => !follows(found, findings))
  const counted = given.columns ? withData(model, checked, given.columns, given.asOf ?? 0) : checked
  const allowed = applyAllows(model, counted, (file) => texts.get(file) ?? null)
  return { path, model, findings: [...findings, ...allowed], texts }
}

/** What a check says of a place that could not be read is a consequence of that, not a finding of its own. */
function follows(found: Finding, errors: readonly Finding[]): boolean {
  if (errors.length === 0) return false
  if (found.slug === 'input-unused' || found.slug === 'allow-unused') return true
  return errors.some((error) => {
    const sameMeasure = error.trail.length > 1 && error.trail.every((part, at) => found.trail[at] === part)
    const a = error.span
    const b = found.span
    return sameMeasure || (a !== null && b !== null && a.file === b.file && a.start < b.end && b.start < a.end)
  })
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
