import { findBand } from '../engine/bands.ts'
import { membersOf } from '../engine/segments.ts'
import type { Model, Segment } from '../model/model.ts'

/** A band as people read it. */
export function bandLabel(model: Model, segment: Segment | null, name: string): string {
  const own = segment === null ? [] : [...membersOf(segment).values()].flatMap(laddersOf)
  const found = [segment?.root.bands ?? [], model.ladder, ...own].map((bands) => findBand(bands, name))
  return found.find((band) => band !== null)?.label ?? name
}

function laddersOf({ member }: ReturnType<typeof membersOf> extends ReadonlyMap<string, infer P> ? P : never) {
  return member.kind === 'dimension' ? [member.bands] : []
}

export function segmentOf(model: Model, name: string | null): Segment | null {
  return model.segments.find((one) => one.name === name) ?? null
}
