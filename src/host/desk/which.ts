import { plan } from '../../engine/kernels/plan.ts'
import { findSegment } from '../../engine/segments.ts'
import { fold } from '../../engine/value.ts'
import { sentence } from '../../findings/report.ts'
import { positionAt } from '../../findings/render/source.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Segment } from '../../model/model.ts'
import type { OverrideRow } from '../../model/override.ts'
import { nearestName } from '../../tables/near-miss.ts'
import { type Applied, type DeskModel, type DeskState, type Refusal, refuse } from './state.ts'

/** Finds and makes ready what the second argument of a function names; each name once for one state. */
export function applier(state: DeskState): (which: string | null) => Applied | Refusal {
  const known = new Map<string, Applied | Refusal>()
  const overrides = overridesInForce(state)
  return (which) => {
    const key = which === null ? '' : fold(which)
    const before = known.get(key)
    if (before !== undefined) return before
    const chosen = choose(state, key === '' ? null : which!.trim())
    const made = chosen.kind === 'refusal' ? chosen : apply(chosen, state.asOf, overrides)
    known.set(key, made)
    return made
  }
}

interface Choice {
  readonly kind: 'choice'
  readonly source: DeskModel
  readonly segment: Segment | null
}

function choose({ models, problem }: DeskState, which: string | null): Choice | Refusal {
  const [own] = models
  if (own === undefined) {
    return refuse('absent', problem ?? 'There is no model in this workbook: open the Salus pane and choose one')
  }
  if (which === null) return { kind: 'choice', source: own, segment: null }
  const segment = findSegment(own.model, which)
  if (segment !== null) return { kind: 'choice', source: own, segment }
  const source = findModel(models, which)
  if (source !== null) return { kind: 'choice', source, segment: null }
  for (const split of which.matchAll(/[/:]/g)) {
    const named = findModel(models, which.slice(0, split.index))
    if (named === null) continue
    const wanted = which.slice(split.index + 1)
    const found = findSegment(named.model, wanted)
    if (found !== null) return { kind: 'choice', source: named, segment: found }
    return refuse('wrong', unknownSegment(named, wanted.trim(), []))
  }
  return refuse('wrong', unknownSegment(own, which, models))
}

/** By the name or label of the model, or of its file. */
function findModel(models: readonly DeskModel[], name: string): DeskModel | null {
  const wanted = fold(name)
  const names = ({ file, model }: DeskModel): readonly string[] => [model.name, model.label, file, plainFile(file)]
  return models.find((one) => names(one).some((called) => fold(called) === wanted)) ?? null
}

function plainFile(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.salus(\.md)?$/, '')
}

function apply({ source, segment }: Choice, asOf: number, overrides: Applied['overrides']): Applied | Refusal {
  const { model } = source
  if (!source.sound) return refuse('wrong', firstError(source))
  return {
    kind: 'applied',
    source,
    model,
    inputs: allInputs(model),
    plan: plan(model, { asOf, segment: segment?.name }),
    asOf,
    segment,
    overrides,
  }
}

function firstError({ model, findings, texts }: DeskModel): string {
  const found = findings.find(({ level }) => level === 'error')!
  const text = found.span === null ? undefined : texts.get(found.span.file)
  const line = text === undefined ? '' : `, line ${positionAt(text, found.span!.start).line}`
  return `The model ${model.name} has an error${line}: ${sentence(found)}. Mend it in the Salus pane`
}

function unknownSegment({ model }: DeskModel, wanted: string, models: readonly DeskModel[]): string {
  const labels = model.segments.map(({ label }) => label)
  const others = models.slice(1).map((one) => one.model.name)
  const names = [...model.segments.flatMap(({ name, label }) => [label, name]), ...models.map((one) => one.model.name)]
  const near = nearMiss(wanted, names)
  const suggestion = near === null ? '' : ` Is it "${near}"?`
  const also = others.length === 0 ? '' : `; other models: ${others.join(', ')}`
  return `There is no segment "${wanted}" in ${model.name}.${suggestion} There are ${labels.join(', ')}${also}`
}

/** The name a misspelt one most likely means: a third of it may differ. */
export function nearMiss(wanted: string, names: readonly string[]): string | null {
  return nearestName([wanted], names, fold)
}

function overridesInForce({ document, asOf }: DeskState): ReadonlyMap<string, readonly OverrideRow[]> {
  const byAccount = new Map<string, OverrideRow[]>()
  for (const one of document?.overrides ?? []) {
    const isOver = (one.expiry !== null && one.expiry < asOf) || (one.date !== null && one.date > asOf)
    if (one.withdrawn !== null || isOver) continue
    byAccount.set(one.account, [...(byAccount.get(one.account) ?? []), one])
  }
  return byAccount
}
