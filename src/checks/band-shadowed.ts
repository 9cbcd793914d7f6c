import { bandsPlaces, numberLineOf, outcomeName } from './bands-of.ts'
import { placed } from './places.ts'
import { liesIn, stretchOf } from './stretch.ts'
import { witnessTo } from './witness.ts'
import { dropRow } from './band-repairs.ts'
import { found, type Check } from './check.ts'

/** Where the first row wins, a row that earlier rows cover has nothing left. */
export const bandShadowed: Check = (model) =>
  bandsPlaces(model)
    .filter(({ judge }) => judge.hit === 'first')
    .flatMap((bands) =>
      bands.judge.rows.flatMap((row, n) => {
        const own = bands.cells.filter((cell) => cell.claims.includes(n))
        if (own.length === 0 || own.some((cell) => cell.claims[0] === n)) return []
        const earlier = bands.judge.rows[own[0]!.claims[0]!]!
        const band = outcomeName(row.outcome)
        return found(
          'band-shadowed',
          { band },
          {
            span: row.ranges[0]?.span ?? row.span,
            related: earlier.span === null ? [] : [{ span: earlier.span, label: 'this row comes first' }],
            ...placed(bands.place),
            witness: witnessTo(model, liesIn(bands.formula, stretchOf([own[0]!.cell])), bands.place),
            fixes: dropRow(bands, n),
            question: `which values are \`${band}\`? Put its row before the others.`,
            numberLine: numberLineOf(bands, (cell) => cell.claims.includes(n)),
          },
        )
      }),
    )
