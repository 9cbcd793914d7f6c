import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { PortfolioResult } from '../../engine/portfolio.ts'
import { sayNumber, sayPercent } from '../shell/say.ts'
import { figuresOf } from './figures.ts'
import type { Looking } from './looking.ts'
import { sayCount } from './money.ts'

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px', padding: '3px 0' },
  note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The figures over many accounts that the model declares. */
export function Figures({ portfolio, places }: Looking) {
  const styles = useStyles()
  const [figures, setFigures] = useState<readonly PortfolioResult[] | null>(null)
  const { model } = portfolio.applied
  useEffect(() => {
    if (model.portfolio.length === 0) return undefined
    const stopping = new AbortController()
    void figuresOf(portfolio, places, stopping.signal).then((found) => found && setFigures(found))
    return () => stopping.abort()
  }, [portfolio, places, model])
  if (model.portfolio.length === 0 || figures === null) return null
  return (
    <section aria-label="Figures of the model">
      <h3 className={styles.title}>Figures of the model</h3>
      <ul className={styles.list}>
        {figures.map(({ name, label, kind, value, accounts, leftOut }) => (
          <li key={name} className={styles.row}>
            <span>{label}</span>
            <strong>{value === null ? 'none' : kind === 'share' ? sayPercent(value) : sayNumber(value)}</strong>
            <span className={styles.note}>
              of {sayCount(accounts)} accounts{leftOut === 0 ? '' : `; ${sayCount(leftOut)} left out, without a value`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
