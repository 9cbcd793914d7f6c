import { examine } from '../../checks/examine.ts'
import { compile, type Load } from '../../compile/index.ts'
import type { ModelText } from '../document/document.ts'
import type { DeskModel } from './state.ts'

/** Compiles the models of a document; what has not changed since `before` is kept. An import is found among the others by its file name. */
export function compileModels(
  texts: readonly ModelText[],
  before: readonly DeskModel[],
  asOf: number | null,
): readonly DeskModel[] {
  const byFile = new Map(texts.map(({ file, text }) => [fileKey(file), { file, text }]))
  const load: Load = (path) => byFile.get(fileKey(path)) ?? null
  return texts.map(({ file, text }) => {
    const known = before.find((one) => one.file === file && isUnchanged(one, byFile))
    return known ?? compileModel(file, text, load, asOf)
  })
}

/** One model compiled and checked as the document's models are; `load` finds what it imports. */
export function compileModel(file: string, text: string, load: Load, asOf: number | null): DeskModel {
  const compiled = compile(text, file, load)
  const findings = examine(compiled, { asOf })
  const { model, texts } = compiled
  return { file, text, model, findings, texts, sound: findings.every(({ level }) => level !== 'error') }
}

/** An import that was not found before may be there now, so only sound models are kept. */
function isUnchanged(known: DeskModel, byFile: ReadonlyMap<string, ModelText>): boolean {
  return known.sound && [...known.texts].every(([file, text]) => byFile.get(fileKey(file))?.text === text)
}

/** In a workbook there are no folders. */
function fileKey(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}
