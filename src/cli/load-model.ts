import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { applyAllows } from '../checks/allow.ts'
import { check } from '../checks/index.ts'
import { compile, type Load } from '../compile/index.ts'
import type { Finding } from '../findings/finding.ts'
import type { Model } from '../model/model.ts'
import { Problem } from './problem.ts'
import { readText } from './read-text.ts'

/** A model file, read, compiled and checked. */
export interface LoadedModel {
  readonly path: string
  readonly model: Model
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
}

export function loadModel(path: string): LoadedModel {
  const { model, findings, texts } = compile(readText(path), path, loadImport)
  const broken = findings.some((found) => found.level === 'error')
  // A model that could not be read whole would only be found fault with for what is missing from it.
  const checked = broken ? [] : applyAllows(model, check(model))
  return { path, model, findings: [...findings, ...checked], texts }
}

/** Imported files lie beside the file that imports them. */
const loadImport: Load = (path, from) => {
  const file = resolve(dirname(from), path)
  return existsSync(file) ? { text: readText(file), file } : null
}

/** A model that may score: one without findings of level error. */
export function loadSoundModel(path: string, show: (loaded: LoadedModel) => void): LoadedModel {
  const loaded = loadModel(path)
  if (loaded.findings.some((found) => found.level === 'error')) {
    show(loaded)
    throw new Problem(`${path} has errors; nothing was scored`)
  }
  return loaded
}
