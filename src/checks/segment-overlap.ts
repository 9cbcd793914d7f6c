import type { Finding } from '../findings/finding.ts'
import { findAccount } from '../model/account-search.ts'
import type { Model, Segment } from '../model/model.ts'
import { found, type Check, type ModelFinding } from './check.ts'
import { witnessOf } from './witness.ts'
import { allow } from './repairs.ts'
import { isWhole } from './whole.ts'

/** Two segments that both hold for an account: the first wins, and the author should know. */
export const segmentOverlap: Check = (model) => {
  const conditional = model.segments.filter((segment) => segment.when !== null && isWhole(segment.when.expression))
  return conditional.flatMap((second, n) => conditional.slice(0, n).flatMap((first) => overlap(model, first, second)))
}

function overlap(model: Model, first: Segment, second: Segment): readonly ModelFinding[] {
  const both = [first.when!.expression, second.when!.expression]
  const search = findAccount(
    model,
    both.map((condition) => ({ condition, holds: true })),
  )
  const place: Partial<Finding> = {
    span: second.when!.span ?? second.span,
    related: first.when!.span === null ? [] : [{ span: first.when!.span, label: `\`${first.name}\` is asked first` }],
    trail: [model.name, second.name],
  }
  if (search.kind === 'too large')
    return [
      found(
        'analysis-skipped',
        { what: `\`${first.name}\` and \`${second.name}\` overlap` },
        { ...place, question: 'can an account be in both?' },
      ),
    ]
  if (search.kind !== 'found') return []
  return [
    found(
      'segment-overlap',
      { first: first.name, second: second.name },
      {
        ...place,
        level: model.exclusiveSegments ? 'error' : 'warning',
        witness: witnessOf(model, search),
        fixes: model.exclusiveSegments
          ? []
          : allow(`say that \`${first.name}\` wins`, model, second.span, 'segment-overlap', `${first.name} wins`),
        question: `which of the two should such an account be?`,
        touches: { kind: 'and', of: both },
      },
    ),
  ]
}
