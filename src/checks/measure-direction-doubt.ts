import { bandsPlaces, inOrder } from './bands-of.ts'
import { allow } from './repairs.ts'
import { found, type Check } from './check.ts'

const more =
  /\b(more|higher|increas\w+|rising|growth|growing)\b[^.;]*\b(good|better|positive|healthy|great|welcome)\b/iu
const less = /\b(fewer|less|lower|decreas\w+|falling|drop\w*)\b[^.;]*\b(good|better|positive|healthy|great|welcome)\b/iu
/** Said of the figure itself, where nothing says which way. */
const welcome = /\b(good|positive|healthy) (thing|sign)\b/iu
const argued = /\b(not|never|n't|unless)\b/iu

/** The words beside a measure call one end good, and its bands call that end the worst. */
export const measureDirectionDoubt: Check = (model) =>
  bandsPlaces(model)
    .filter(inOrder)
    .flatMap(({ place, cells }) => {
      const { member } = place
      const words = [member.doc, member.label].filter((text) => text !== null).join('. ')
      const down = less.test(words)
      const up = more.test(words) || (welcome.test(words) && !down)
      if (up === down || argued.test(words)) return []
      const ends = [cells[0]!.outcome, cells.at(-1)!.outcome].map((outcome) => outcome?.points ?? null)
      const [lowest, highest] = ends
      if (lowest == null || highest == null || lowest === highest) return []
      const higherIsWorse = place.group?.scale.higherIsWorse ?? false
      const bestIsHigh = highest > lowest !== higherIsWorse
      if (bestIsHigh === up) return []
      const band = (up ? cells.at(-1)! : cells[0]!).outcome?.band ?? 'the worst'
      return found(
        'measure-direction-doubt',
        { name: member.name, good: up ? 'more' : 'less', band },
        {
          span: member.span,
          trail: place.trail,
          fixes: allow(
            'say that the bands are meant',
            model,
            member.span,
            'measure-direction-doubt',
            'the bands are meant',
          ),
          question: 'are the words right, or the bands?',
        },
      )
    })
