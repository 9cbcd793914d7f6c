import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    padding: '3px 0 3px 8px',
    textAlign: 'right',
    verticalAlign: 'top',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  head: { fontWeight: tokens.fontWeightSemibold, verticalAlign: 'bottom' },
  name: {
    padding: '3px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
})

export interface FiguresRow {
  readonly key: string
  readonly name: ReactNode
  readonly cells: readonly ReactNode[]
  readonly strong?: boolean
}

interface FiguresTableProps {
  readonly title: string
  /** Over the cells; the names have none. */
  readonly heads: readonly string[]
  readonly rows: readonly FiguresRow[]
}

/** Figures by row, with a name each. Wider than the pane it can be scrolled, with the keyboard too. */
export function FiguresTable({ title, heads, rows }: FiguresTableProps) {
  const styles = useStyles()
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${title}, table`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells, strong }) => (
            <tr key={key} className={strong ? styles.strong : undefined}>
              <th scope="row" className={mergeClasses(styles.name, strong && styles.strong)}>
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={heads[at]} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
