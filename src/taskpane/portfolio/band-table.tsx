import { makeStyles, tokens } from '@fluentui/react-components'
import type { Band } from '../../model/judge.ts'
import { toneOf } from '../shell/tone.ts'
import type { Group, Tally } from './tally.ts'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: '4px 6px',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { fontWeight: tokens.fontWeightSemibold },
  name: {
    padding: '4px 6px 4px 0',
    textAlign: 'left',
    fontWeight: 'normal',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
})

interface TableProps {
  readonly title: string
  readonly rungs: readonly Band[]
  readonly rows: readonly Group[]
  readonly valuesOf: (tally: Tally) => readonly number[]
  readonly say: (value: number) => string
}

/** What the bars draw, in figures. */
export function BandTable({ title, rungs, rows, valuesOf, say }: TableProps) {
  const styles = useStyles()
  const columns = [...rungs.keys()].toReversed()
  const hasNone = rows.some(({ tally }) => valuesOf(tally).at(-1)! > 0)
  if (hasNone) columns.push(rungs.length)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${title}, table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map((at) => (
              <th key={at} scope="col" className={`${styles.cell} ${styles.head}`}>
                {toneOf(rungs, rungs[at]?.name ?? null).label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, label, tally }) => (
            <tr key={name}>
              <th scope="row" className={styles.name}>
                {label}
              </th>
              {columns.map((at) => (
                <td key={at} className={styles.cell}>
                  {say(valuesOf(tally)[at]!)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
