import type { Witness } from '../findings/finding.ts'
import { findAccount } from '../model/account-search.ts'
import type { Row } from '../model/columns.ts'
import type { Expression } from '../model/expression.ts'
import type { Model } from '../model/model.ts'
import { letNamed } from '../model/value-domain.ts'
import { writtenNumber, writtenValue } from '../model/written.ts'
import type { Place } from './places.ts'

/** A row for which the condition certainly holds, if one is found. */
export function witnessTo(model: Model, condition: Expression, place: Place | null = null): Witness | null {
  const search = findAccount(model, [{ condition, holds: true }])
  const segment = place === null || place.segment.amends === null ? null : place.segment.name
  return search.kind === 'found' ? witnessOf(model, search, segment) : null
}

/** An account that was found, as a witness. */
export function witnessOf(
  model: Model,
  { given, asOf }: { readonly given: Row; readonly asOf: number | null },
  segment: string | null = null,
): Witness {
  const dated = asOf === null ? [] : [`as of ${writtenNumber(asOf, 'date')}`]
  const pairs = Object.entries(given).map(([name, value]) => `${name} ${shownAs(model, name, value)}`)
  return {
    given,
    shown: [...pairs, ...dated].join(', '),
    ...(asOf === null ? {} : { asOf }),
    ...(segment === null ? {} : { segment }),
  }
}

function shownAs(model: Model, name: string, value: Row[string]): string {
  const input = model.inputs.find((candidate) => candidate.name === name)
  if (input?.type === 'date') return writtenValue(value ?? null, 'date')
  if (input?.type === 'choice' && typeof value === 'string' && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(value)) return value
  if (input !== undefined) return writtenValue(value ?? null, input.type === 'percent' ? 'percent' : null)
  const formula = letNamed(model, name)?.formula
  return writtenValue(value ?? null, formula?.type === 'date' ? 'date' : (formula?.unit ?? null))
}
