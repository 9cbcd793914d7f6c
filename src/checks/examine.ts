import type { Finding } from '../findings/finding.ts'
import type { Columns } from '../model/columns.ts'
import type { Model } from '../model/model.ts'
import { applyAllows } from './allow.ts'
import { check } from './index.ts'
import { unitScaleData } from './unit-scale-data.ts'
import { causesOf, unspoiled } from './unspoiled.ts'
import { withData } from './with-data.ts'

/** A model as it was read: what reading it had to say, and the texts of its files. */
export interface Reading {
  readonly model: Model
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
}

/**
 * All that is to be said of a model: what reading it found, what the checks find besides, each with the number of
 * accounts it touches where data is given, and without what the author allows. `asOf` counts days since 1970-01-01.
 */
export function examine(
  { model, findings, texts }: Reading,
  given: { readonly asOf: number | null; readonly columns?: Columns },
): readonly Finding[] {
  const { asOf, columns } = given
  const checked = unspoiled(check(model, asOf), findings)
  const counted =
    columns === undefined ? checked : [...withData(model, checked, columns, asOf), ...unitScaleData(model, columns)]
  return applyAllows(model, [...causesOf(findings), ...counted], (file) => texts.get(file) ?? null)
}
