import type { Fix } from '../findings/finding.ts'
import type { Cell } from '../model/cells.ts'
import type { Expression, Formula } from '../model/expression.ts'
import type { ChoicesJudge } from '../model/judge.ts'
import { measureCells } from '../model/measure-cells.ts'
import { found, type Check } from './check.ts'
import { equals } from './equals.ts'
import { measurePlaces } from './places.ts'
import { witnessTo } from './witness.ts'

/** Every value of a choice has a band. */
export const enumUncovered: Check = (model) =>
  measurePlaces(model).flatMap((place) => {
    const { judge, value } = place.member
    if (judge.kind !== 'choices' || value === null || judge.rows.length === 0) return []
    const input = model.inputs.find(({ name }) => name === value.text)
    const cells = measureCells(model, place.member) ?? []
    return cells
      .filter(({ decides }) => decides === 'nothing')
      .map(({ cell }) => {
        const condition = isIn(value, cell)
        const last = judge.rows.at(-1)!
        return found(
          'enum-uncovered',
          { value: cellText(cell) },
          {
            span: last.span ?? judge.span,
            related: input?.span == null ? [] : [{ span: input.span, label: `\`${input.name}\` is declared here` }],
            trail: place.trail,
            witness: witnessTo(model, condition, place),
            fixes: fixes(judge, cell),
            question: `which band has ${cellText(cell)}?`,
            touches: condition,
          },
        )
      })
  })

function cellText(cell: Cell): string {
  if (cell.kind !== 'value') return 'any other text'
  return `\`${wordOf(cell.value)}\``
}

function wordOf(value: string | boolean): string {
  return typeof value === 'string' ? value : value ? 'yes' : 'no'
}

function isIn(value: Formula, cell: Cell): Expression {
  if (cell.kind === 'value') return equals(value.expression, cell.value)
  const besides = cell.kind === 'other' ? cell.besides : []
  return {
    kind: 'and',
    of: [
      { kind: 'not', of: { kind: 'is missing', of: value.expression } },
      ...besides.map((named): Expression => ({ kind: 'not', of: equals(value.expression, named) })),
    ],
  }
}

/** The value added to each band that is there, the last first; or everything else at once. */
function fixes(judge: ChoicesJudge, cell: Cell): readonly Fix[] {
  if (cell.kind !== 'value') return judge.span === null ? [] : [otherwise(judge, 'unscored')]
  const word = wordOf(cell.value)
  const written = typeof cell.value === 'string' && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) ? `"${word}"` : word
  return judge.rows.toReversed().flatMap((row) => {
    if (row.span === null || row.outcome.band === null || row.values.length === 0) return []
    const at = { ...row.span, start: row.span.end }
    return [{ title: `make it \`${row.outcome.band}\``, edits: [{ span: at, text: ` or ${written}` }] }]
  })
}

function otherwise(judge: ChoicesJudge, band: string): Fix {
  const at = { ...judge.span!, start: judge.span!.end }
  return { title: 'leave other texts unscored', edits: [{ span: at, text: `, otherwise ${band}` }] }
}
