import type { Model } from './model.ts'

/** Freezes the whole tree in place and returns it. Parts that are frozen already (an imported model) are passed over. */
export function freezeModel(model: Model): Model {
  return deepFreeze(model)
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
  return value
}
