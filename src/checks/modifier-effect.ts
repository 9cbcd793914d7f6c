import type { Fix } from '../findings/finding.ts'
import { constantOf } from '../model/expression-parts.ts'
import type { Modifier, Scale } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { writtenNumber } from '../model/written.ts'
import { constancy } from './constancy.ts'
import { found, type Check, type ModelFinding } from './check.ts'
import { places } from './places.ts'

/** A cap, floor, bonus or override does something, and not to everyone: `modifier-never`, `-always` and `-idle`. */
export const modifierEffect: Check = (model) =>
  places(model).flatMap(({ member, trail }) =>
    member.modifiers.flatMap((modifier) => [
      ...condition(model, modifier, trail),
      ...(member.kind === 'dimension' ? limit(modifier, member.scale, trail) : []),
    ]),
  )

function condition(model: Model, modifier: Modifier, trail: readonly string[]): readonly ModelFinding[] {
  const { when, kind } = modifier
  const constant = when === null ? null : constancy(model, when.expression)
  if (when === null || constant === null) return []
  return [
    found(
      constant === 'always' ? 'modifier-always' : 'modifier-never',
      { modifier: kind, condition: when.text },
      {
        span: when.span ?? modifier.span,
        trail,
        fixes: constant === 'never' ? takeOut(modifier) : [],
        question: `for which accounts is the ${kind} meant?`,
      },
    ),
  ]
}

/** A cap at the top of the scale, or a floor at its bottom. */
function limit(modifier: Modifier, scale: Scale, trail: readonly string[]): readonly ModelFinding[] {
  const { kind, amount } = modifier
  const at = amount === null ? null : constantOf(amount.expression)
  if (typeof at !== 'number' || !scale.clamp) return []
  if (!(kind === 'cap' && at >= scale.high) && !(kind === 'floor' && at <= scale.low)) return []
  return [
    found(
      'modifier-idle',
      {
        modifier: kind,
        limit: writtenNumber(at, null),
        low: writtenNumber(scale.low, null),
        high: writtenNumber(scale.high, null),
      },
      {
        span: amount!.span ?? modifier.span,
        trail,
        fixes: takeOut(modifier),
        question: `at which score should it ${kind}?`,
      },
    ),
  ]
}

function takeOut({ kind, span }: Modifier): readonly Fix[] {
  return span === null ? [] : [{ title: `take the ${kind} out`, edits: [{ span, text: '' }] }]
}
