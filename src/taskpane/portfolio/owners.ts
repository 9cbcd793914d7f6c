import type { Field, Fields } from '../../host/filter/field.ts'
import { foldHeader } from '../../tables/match.ts'

/** Whose account each is, as a column of the list says. */
export interface Owners {
  readonly field: Field
  /** Everybody who has an account, most first. */
  readonly names: readonly { readonly name: string; readonly accounts: number }[]
  /** By account, the place in `names`; -1 where it is nobody's. */
  readonly of: Int32Array
}

const NAMES = [
  'csm',
  'csmname',
  'customersuccessmanager',
  'successmanager',
  'csmowner',
  'accountowner',
  'owner',
  'accountmanager',
  'technicaladvisor',
]

/** The columns that could say whose account each is: texts that repeat themselves. */
export function ownerFields(fields: Fields): readonly Field[] {
  return [...fields.values()].filter(({ group, kind }) => group === 'Columns' && kind === 'choice')
}

/** Read from the column that was chosen, else from the one called CSM or owner; null where there is none. */
export function ownersOf(fields: Fields, chosen: string | null): Owners | null {
  const named = ownerFields(fields).toSorted((a, b) => placeOf(a) - placeOf(b))
  const field = named.find(({ id }) => id === chosen) ?? named.find((one) => placeOf(one) < NAMES.length)
  const column = field?.column()
  if (field === undefined || column?.kind !== 'text') return null
  const counts = column.dictionary.map(() => 0)
  for (const code of column.codes) if (code !== -1) counts[code]!++
  const order = [...counts.keys()].filter((code) => counts[code]! > 0).toSorted((a, b) => counts[b]! - counts[a]!)
  const placeOfCode = counts.map((_, code) => order.indexOf(code))
  return {
    field,
    names: order.map((code) => ({ name: column.dictionary[code]!, accounts: counts[code]! })),
    of: column.codes.map((code) => (code === -1 ? -1 : placeOfCode[code]!)),
  }
}

function placeOf({ label }: Field): number {
  const at = NAMES.indexOf(foldHeader(label))
  return at === -1 ? NAMES.length : at
}
