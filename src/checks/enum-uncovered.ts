import type { Fix } from '../findings/finding.ts'
import type { Cell } from '../model/cells.ts'
import type { Expression, Formula } from '../model/expression.ts'
import { folded } from '../model/domain.ts'
import type { ChoicesJudge, Outcome } from '../model/judge.ts'
import { measureCells } from '../model/measure-cells.ts'
import type { Model } from '../model/model.ts'
import { found, type Check } from './check.ts'
import { equals } from './equals.ts'
import { placed, judgedPlaces } from './places.ts'
import { witnessTo } from './witness.ts'

/** Every value of a choice has a band. */
export const enumUncovered: Check = (model) =>
  judgedPlaces(model).flatMap((place) => {
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
            ...placed(place),
            witness: witnessTo(model, condition, place),
            fixes: fixes(model, judge, cell),
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

/** A row for the band of the same name, or the value added to a band that is there; for other texts `otherwise`. */
function fixes(model: Model, judge: ChoicesJudge, cell: Cell): readonly Fix[] {
  const isTable = judge.span !== null && judge.rows[0]?.span?.start !== judge.span.start
  if (cell.kind !== 'value') return judge.span === null || isTable ? [] : [otherwise(judge, 'unscored')]
  const word = wordOf(cell.value)
  const written = typeof cell.value === 'string' && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(word) ? `"${word}"` : word
  const used = new Set(judge.rows.map(({ outcome }) => outcome.band))
  const namesake = model.ladder.find(({ name }) => !used.has(name) && folded(name) === folded(word))
  const last = judge.rows.at(-1)!.span
  const rows = judge.rows.filter((row) => row.span !== null && row.values.length > 0 && isPlain(model, row.outcome))
  return [
    ...(namesake === undefined || last === null
      ? []
      : [
          {
            title: `make it \`${namesake.name}\``,
            edits: [
              {
                span: { ...last, start: last.end },
                text: `${isTable ? ' ' : ', '}${namesake.name} ${isTable ? '' : '= '}${written}`,
              },
            ],
          },
        ]),
    ...rows.toReversed().map((row) => ({
      title: `make it \`${row.outcome.band!}\``,
      edits: [{ span: { ...row.span!, start: row.span!.end }, text: ` or ${written}` }],
    })),
  ]
}

/** A row that ends with its values: nothing about points, reasons or actions stands after them. */
function isPlain(model: Model, outcome: Outcome): boolean {
  const points = model.ladder.find(({ name }) => name === outcome.band)?.points
  return outcome.band !== null && outcome.because === null && outcome.action === null && outcome.points === points
}

function otherwise(judge: ChoicesJudge, band: string): Fix {
  const at = { ...judge.span!, start: judge.span!.end }
  return { title: 'leave other texts unscored', edits: [{ span: at, text: `, otherwise ${band}` }] }
}
