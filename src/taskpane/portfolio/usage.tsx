import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { shown } from '../../engine/rounding.ts'
import { membersOf } from '../../engine/segments.ts'
import type { Field } from '../../host/filter/field.ts'
import { labelOf } from '../../host/filter/fields.ts'
import { typedNumber } from '../../host/filter/typed.ts'
import type { Expression } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import { measuresOf, namesIn } from '../../model/names-read.ts'
import { plainText } from '../../tables/cell-text.ts'
import { binsOf } from './bins.ts'
import type { Looking } from './looking.ts'
import { sayAccounts } from './money.ts'
import { Note, OneOf, Section } from '../shell/section.tsx'

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  name: {
    textAlign: 'left',
    fontWeight: 'normal',
    padding: '5px 8px 5px 0',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  head: {
    textAlign: 'left',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    padding: '2px 8px 2px 0',
  },
  barCell: { width: '50%' },
  track: { height: '12px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground4 },
  bar: {
    height: '12px',
    borderRadius: '2px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
  number: { textAlign: 'right', paddingLeft: '8px', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
})

/** A dimension against a usage column: accounts in five groups from least to most use, and how each group scores. */
export function Usage({ portfolio, fields, places, choice, change }: Looking) {
  const styles = useStyles()
  const { model, plan } = portfolio.applied
  const { scores, list } = portfolio
  const dimensions = [
    { value: '', label: 'the whole score' },
    ...plan.dimensions.map((path) => ({ value: path, label: labelOf(model, path) })),
  ]
  const columns = useMemo(() => usageFields([...fields.values()]), [fields])
  const used = columns.find(({ id }) => id === choice.usage) ?? columns[0]
  const path = choice.dimension ?? plan.dimensions[0] ?? ''
  const points = path === '' ? scores.score : scores.dimensions.get(path)?.score
  const values = used?.column()
  const { bins, without } = useMemo(
    () =>
      points === undefined || values?.kind !== 'number'
        ? { bins: [], without: 0 }
        : binsOf(places, values.values, points),
    [places, values, points],
  )
  const scale = model.segments.at(-1)?.root.scale
  if (used === undefined || scale === undefined) return <Note>The list has no column of numbers to compare with.</Note>
  const headers = list.header.map((cell) => plainText(cell).trim())
  const input = portfolio.applied.inputs.find(
    ({ name }) => list.matching.columns.get(name) === headers.indexOf(used.label),
  )
  const feeds = input !== undefined && isRead(model, path, input.name)
  return (
    <>
      <OneOf label="Score of" value={path} options={dimensions} choose={(dimension) => change({ dimension })} />
      <OneOf
        label="against"
        value={used.id}
        options={columns.map(({ id, label }) => ({ value: id, label }))}
        choose={(usage) => change({ usage })}
      />
      <Section title={`${path === '' ? 'Score' : labelOf(model, path)} by ${used.label}`}>
        {bins.length === 0 ? (
          <Note>No account has both.</Note>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.head}>
                  {used.label}
                </th>
                <th scope="col" colSpan={2} className={styles.head}>
                  mean score, of {scale.high}
                </th>
                <th scope="col" className={styles.head}>
                  <span className={styles.number}>accounts</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {bins.map(({ low, high, mean, count }) => (
                <tr key={`${low} ${high}`}>
                  <th scope="row" className={styles.name}>
                    {say(low, used)}
                    {low === high ? '' : ` – ${say(high, used)}`}
                  </th>
                  <td className={styles.barCell}>
                    <div className={styles.track} aria-hidden>
                      <div
                        className={styles.bar}
                        style={{ width: `${(100 * (mean - scale.low)) / (scale.high - scale.low)}%` }}
                      />
                    </div>
                  </td>
                  <td className={styles.number}>{shown(mean, scale)}</td>
                  <td className={styles.number}>{count.toLocaleString('en')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {without === 0 ? null : <Note>{sayAccounts(without)} left out: without the one or the other.</Note>}
        {feeds ? (
          <Note>
            {used.label} feeds this score, so the two rise together by rule. A column that feeds nothing says more.
          </Note>
        ) : null}
        <Note>This shows what goes together, not what makes what.</Note>
      </Section>
    </>
  )
}

/** Columns of numbers, shares first: they compare accounts of any size. */
function usageFields(fields: readonly Field[]): readonly Field[] {
  const numbers = fields.filter(({ group, kind }) => group === 'Columns' && (kind === 'percent' || kind === 'number'))
  return numbers.toSorted((a, b) => Number(b.kind === 'percent') - Number(a.kind === 'percent'))
}

function say(value: number, field: Field): string {
  return field.kind === 'percent' ? typedNumber(Number(value.toFixed(3)), 'percent') : value.toLocaleString('en')
}

/** Whether a measure below a dimension reads an input, itself or by a formula with a name. */
function isRead(model: Model, path: string, input: string): boolean {
  const lets = new Map(model.lets.map(({ name, formula }) => [name, formula.expression]))
  const reads = (expression: Expression): boolean =>
    namesIn(expression).some((name) => name === input || (lets.has(name) && reads(lets.get(name)!)))
  return model.segments.some((segment) => {
    const member = membersOf(segment).get(path)?.member
    if (member?.kind !== 'dimension') return false
    return measuresOf(member).some(({ value }) => value !== null && reads(value.expression))
  })
}
