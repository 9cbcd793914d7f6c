import type { Dimension } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import type { Place } from './context.ts'

const known = new WeakMap<Model, ReadonlyMap<string, Place>>()

/** Everything that can be referred to in an imported model, by path; '' is its whole score. */
export function placesOfModel(model: Model): ReadonlyMap<string, Place> {
  const places = known.get(model) ?? collect(model)
  known.set(model, places)
  return places
}

/** The default's places win over those that only a segment has. */
function collect(model: Model): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const visit = (group: Dimension): void => {
    places.set(group.path, { path: group.path, kind: 'dimension', ladder: group.bands })
    for (const child of group.children) {
      if (child.kind === 'dimension') visit(child)
      else places.set(child.path, { path: child.path, kind: 'measure', ladder: model.ladder })
    }
  }
  for (const segment of model.segments) visit(segment.root)
  return places
}
