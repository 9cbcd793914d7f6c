import type { Measure } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { declarationOf, takeOut } from './repairs.ts'
import { found, type Check } from './check.ts'
import { groupPlaces } from './places.ts'

/** The same figure scored twice in one dimension counts double. Judged differently it may be meant: then a warning. */
export const measureDuplicate: Check = (model) =>
  groupPlaces(model).flatMap(({ member: group, trail }) => {
    const measures = group.children.filter((child): child is Measure => child.kind === 'measure' && !child.off)
    return measures.flatMap((measure, n) => {
      const twin = measures.slice(0, n).find((other) => figure(other) !== null && figure(other) === figure(measure))
      if (twin === undefined) return []
      return found(
        'measure-duplicate',
        { name: measure.value!.text, place: group.name },
        {
          level: judged(twin) === judged(measure) ? 'error' : 'warning',
          span: measure.span,
          related: twin.span === null ? [] : [{ span: twin.span, label: 'scored here already' }],
          trail: [...trail, measure.name],
          fixes:
            measure.weight.text !== null || isTested(model, measure.path)
              ? []
              : takeOut(`take \`${measure.name}\` out`, declarationOf(model, measure.span)),
          question: 'which of the two is meant to count?',
        },
      )
    })
  })

/** What is judged; null where the judge reads what it needs itself. */
function figure({ value, judge }: Measure): string | null {
  if (value === null || judge.kind === 'cases' || judge.kind === 'grid' || judge.kind === 'points') return null
  return JSON.stringify(value.expression)
}

function judged({ judge }: Measure): string {
  return JSON.stringify(judge, (key, value: unknown) => (key === 'span' ? undefined : value))
}

function isTested(model: Model, path: string): boolean {
  return model.tests.some(({ expect }) => expect.some((item) => 'of' in item && item.of === path))
}
