import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  long: { overflowY: 'auto', maxHeight: '260px' },
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
  /** Over the cells; the names have none. A band stands there with its mark. */
  readonly heads: readonly (string | FiguresHead)[]
  readonly rows: readonly FiguresRow[]
  /** Long tables are as high as the chart that they stand for, and scroll. */
  readonly long?: boolean
}

export interface FiguresHead {
  readonly key: string
  readonly head: ReactNode
}

/** Figures by row, with a name each. Wider than the pane it can be scrolled, with the keyboard too. */
export function FiguresTable({ title, heads, rows, long = false }: FiguresTableProps) {
  const styles = useStyles()
  const columns = heads.map((head) => (typeof head === 'string' ? { key: head, head } : head))
  return (
    <div
      className={mergeClasses(styles.scroll, long && styles.long)}
      tabIndex={0}
      role="region"
      aria-label={`${title}, table`}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {columns.map(({ key, head }) => (
              <th key={key} scope="col" className={mergeClasses(styles.cell, styles.head)}>
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
                <td key={columns[at]!.key} className={styles.cell}>
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
