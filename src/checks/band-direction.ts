import { bandsPlaces, turn } from './bands-of.ts'
import { isFalling, printChain, signs } from './chain.ts'
import { placed } from './places.ts'
import { found, type Check } from './check.ts'

/** A chain climbs or falls from one end to the other. */
export const bandDirection: Check = (model) =>
  bandsPlaces(model).flatMap(({ chain, judge, place }) => {
    const at = chain === null ? null : turn(chain)
    if (chain === null || at === null) return []
    const edge = chain.edges[at]!
    const climbs = chain.edges.every((next, n) => n === 0 || next.at > chain.edges[n - 1]!.at)
    const falls = chain.edges.every((next, n) => n === 0 || next.at < chain.edges[n - 1]!.at)
    const falling = climbs === falls ? isFalling(chain.edges[0]!.left) : falls
    const edges = chain.edges.map((next) => ({ ...next, ...signs(falling, !next.left.endsWith('=')) }))
    const text = printChain(chain.bands, edges)
    return found(
      'band-direction',
      { at: edge.text },
      {
        span: edge.span,
        ...placed(place),
        fixes:
          judge.span === null || !(climbs || falls)
            ? []
            : [{ title: `write \`${text}\``, edits: [{ span: judge.span, text }] }],
        question: `do the numbers of this chain rise or fall?`,
      },
    )
  })
