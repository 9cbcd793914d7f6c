import { makeStyles, tokens } from '@fluentui/react-components'
import type { Band } from '../../../model/judge.ts'
import { BandTag } from '../../shell/band-tag.tsx'
import type { TrendColumn } from './trend-chart.tsx'

const useStyles = makeStyles({
  scroll: { overflow: 'auto', maxHeight: '260px' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: '3px 4px',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  name: {
    padding: '3px 5px 3px 0',
    textAlign: 'left',
    fontWeight: 'normal',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
})

interface TrendTableProps {
  readonly title: string
  readonly rungs: readonly Band[]
  readonly columns: readonly TrendColumn[]
  readonly say: (value: number) => string
}

/** What the chart draws, in figures, the latest first. */
export function TrendTable({ title, rungs, columns, say }: TrendTableProps) {
  const styles = useStyles()
  const places = [...rungs.keys()].toReversed()
  if (columns.some(({ values }) => values.at(-1)! > 0)) places.push(rungs.length)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${title}, table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {places.map((place) => (
              <th key={place} scope="col" className={`${styles.cell} ${styles.head}`}>
                <BandTag bands={rungs} name={rungs[place]?.name ?? null} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.toReversed().map(({ period, values, modelChanged }) => (
            <tr key={period}>
              <th scope="row" className={styles.name}>
                {period}
                {modelChanged ? ' *' : ''}
              </th>
              {places.map((place) => (
                <td key={place} className={styles.cell}>
                  {say(values[place]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
