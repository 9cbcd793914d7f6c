import type { Fix } from '../findings/finding.ts'
import { inputRead } from '../model/value-domain.ts'
import { bandsPlaces, inOrder, numberLineOf, outcomeName, type BandsPlace } from './bands-of.ts'
import { printChain } from './chain.ts'
import { placed } from './places.ts'
import { found, type Check } from './check.ts'
import { endTexts } from './number-text.ts'
import { rangeWords } from './stretch.ts'

/** A band that no value of the domain can have is a mistake in its numbers. */
export const bandUnreachable: Check = (model) =>
  bandsPlaces(model)
    .filter(inOrder)
    .flatMap((bands) =>
      bands.judge.rows.flatMap((row, n) => {
        if (row.ranges.length === 0 || bands.cells.some((cell) => cell.claims.includes(n))) return []
        const { judge, place, unit, formula } = bands
        const input = inputRead(model, formula.expression)
        const written = row.ranges.map((range) => rangeWords({ ...range, whole: false }, endTexts(range, unit)))
        const band = outcomeName(row.outcome)
        return found(
          'band-unreachable',
          { band, value: input?.type === 'count' ? 'count' : `\`${formula.text}\``, stretch: written.join(' or ') },
          {
            span: row.ranges[0]?.span ?? row.span,
            related: input?.span == null ? [] : [{ span: input.span, label: `\`${input.name}\` is declared here` }],
            ...placed(place),
            fixes: judge.form === 'even' ? [] : takeOut(bands, n),
            question: `from which value on is \`${formula.text}\` \`${band}\`?`,
            numberLine: numberLineOf(bands, () => false),
          },
        )
      }),
    )

function takeOut({ judge, chain }: BandsPlace, n: number): readonly Fix[] {
  const row = judge.rows[n]!
  const title = `take \`${outcomeName(row.outcome)}\` out`
  if (judge.form === 'table')
    return row.span === null || judge.rows.length < 2 ? [] : [{ title, edits: [{ span: row.span, text: '' }] }]
  if (chain === null || judge.span === null || chain.bands.length < 3) return []
  const last = chain.bands.length - 1
  // A band at an end goes with its edge; one in the middle would leave a choice of two.
  if (n !== 0 && n !== last) return []
  const bands = n === 0 ? chain.bands.slice(1) : chain.bands.slice(0, -1)
  const edges = n === 0 ? chain.edges.slice(1) : chain.edges.slice(0, -1)
  return [{ title, edits: [{ span: judge.span, text: printChain(bands, edges) }] }]
}
