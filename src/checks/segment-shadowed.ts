import { findAccount } from '../model/account-search.ts'
import { found, type Check } from './check.ts'
import { segmentOut } from './segment-out.ts'
import { isWhole } from './whole.ts'

/** A segment no account can reach: its condition never holds, or segments before it take every account it has. */
export const segmentShadowed: Check = (model) => {
  const conditional = model.segments.filter((segment) => segment.when !== null && isWhole(segment.when.expression))
  return conditional.flatMap((segment, n) => {
    const wanted = { condition: segment.when!.expression, holds: true }
    const particulars = {
      span: segment.when!.span ?? segment.span,
      trail: [model.name, segment.name],
      fixes: segmentOut(model, segment),
    }
    if (findAccount(model, [wanted]).kind === 'none')
      return found(
        'segment-never',
        { segment: segment.name },
        { ...particulars, question: 'which accounts are meant to be in it?' },
      )
    const earlier = conditional.slice(0, n)
    const without = earlier.map((other) => ({ condition: other.when!.expression, holds: false }))
    if (earlier.length === 0 || findAccount(model, [wanted, ...without]).kind !== 'none') return []
    const alone = earlier.filter((_, at) => findAccount(model, [wanted, without[at]!]).kind === 'none')
    const by = (alone.length > 0 ? alone : earlier).map((other) => other.name)
    return found(
      'segment-shadowed',
      { segment: segment.name, by: by.join('`, `') },
      {
        ...particulars,
        related: earlier
          .filter((other) => by.includes(other.name))
          .flatMap((other) =>
            other.when!.span === null ? [] : [{ span: other.when!.span, label: `\`${other.name}\` is asked first` }],
          ),
        question: `should \`${segment.name}\` stand before \`${by[0]!}\`?`,
      },
    )
  })
}
