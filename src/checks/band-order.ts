import { bandsPlaces, disorder, turn } from './bands-of.ts'
import { isFalling, printChain } from './chain.ts'
import { placed } from './places.ts'
import { found, type Check } from './check.ts'

/** The numbers of a chain rise, or fall, all the way. */
export const bandOrder: Check = (model) =>
  bandsPlaces(model).flatMap(({ chain, judge, place }) => {
    if (chain === null || turn(chain) !== null) return []
    const at = disorder(chain)
    if (at === null) return []
    const [before, after] = [chain.edges[at - 1]!, chain.edges[at]!]
    const falling = isFalling(after.left)
    const ordered = chain.edges.map(({ at: value, text }) => ({ value, text }))
    ordered.sort((a, b) => (falling ? b.value - a.value : a.value - b.value))
    const distinct = new Set(ordered.map(({ value }) => value)).size === ordered.length
    const text = printChain(
      chain.bands,
      chain.edges.map((edge, n) => ({ ...edge, text: ordered[n]!.text })),
    )
    return found(
      'band-order',
      { before: before.text, after: after.text },
      {
        span: after.span,
        related: [{ span: before.span, label: `${before.text} stands here` }],
        ...placed(place),
        fixes:
          judge.span === null || !distinct ? [] : [{ title: `write \`${text}\``, edits: [{ span: judge.span, text }] }],
        question: `where does \`${chain.bands[at]!}\` end?`,
      },
    )
  })
