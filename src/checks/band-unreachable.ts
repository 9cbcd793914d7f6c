import type { Input } from '../model/input.ts'
import { inputRead } from '../model/value-domain.ts'
import { bandsPlaces, inOrder, numberLineOf, outcomeName } from './bands-of.ts'
import { placed } from './places.ts'
import { dropRow } from './band-repairs.ts'
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
        const { place, unit, formula } = bands
        const input = inputRead(model, formula.expression)
        const written = row.ranges.map((range) => rangeWords({ ...range, whole: false }, endTexts(range, unit)))
        const band = outcomeName(row.outcome)
        return found(
          'band-unreachable',
          { band, value: isAnyCount(input) ? 'count' : `\`${formula.text}\``, stretch: written.join(' or ') },
          {
            span: row.ranges[0]?.span ?? row.span,
            related: input?.span == null ? [] : [{ span: input.span, label: `\`${input.name}\` is declared here` }],
            ...placed(place),
            fixes: dropRow(bands, n),
            question: `from which value on is \`${formula.text}\` \`${band}\`?`,
            numberLine: numberLineOf(bands, () => false),
          },
        )
      }),
    )

/** A count without bounds of its own: then what it cannot be is known to everyone. */
function isAnyCount(input: Input | null): boolean {
  return input?.type === 'count' && input.low === 0 && input.high === null
}
