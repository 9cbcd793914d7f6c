import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { PortfolioResult } from '../../engine/portfolio.ts'
import type { Model } from '../../model/model.ts'
import { sayNumber, sayPercent } from '../shell/say.ts'
import { figuresOf } from './figures.ts'
import type { Looking } from './looking.ts'
import { sayAccounts, sayAmount, sayCount } from './money.ts'

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  row: { display: 'grid', gridTemplateColumns: '1fr auto', columnGap: '8px', padding: '3px 0' },
  note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The figures over many accounts that the model declares. */
export function Figures({ portfolio, places, money }: Looking) {
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
  const currencies = money?.currencies.length ?? 1
  return (
    <section aria-label="Figures of the model">
      <h3 className={styles.title}>Figures of the model</h3>
      <ul className={styles.list}>
        {figures.map((figure) => (
          <li key={figure.name} className={styles.row}>
            <span>{figure.label}</span>
            <strong>{sayValue(figure)}</strong>
            <span className={styles.note}>
              {sayOf(figure, model, currencies)}
              {figure.leftOut === 0 ? '' : `; ${sayCount(figure.leftOut)} left out, without a value`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayValue({ value, kind }: PortfolioResult): string {
  if (value === null) return 'none'
  return kind === 'share' ? sayPercent(value) : sayNumber(value)
}

/** What a figure is a figure of: so many accounts, or so much of what they are weighted by. */
function sayOf(
  { name, kind, numerator, denominator, accounts }: PortfolioResult,
  model: Model,
  currencies: number,
): string {
  const weight = model.portfolio.find((one) => one.name === name)?.weightedBy ?? null
  if (weight === null)
    return kind === 'share' ? `${sayCount(numerator)} of ${sayAccounts(accounts)}` : `of ${sayAccounts(accounts)}`
  const input = model.inputs.find((one) => one.name === weight)
  const label = input?.labels[0] ?? weight
  // The model adds the numbers as they stand, whatever currency the list says they are in.
  const mixed = input?.type === 'money' && input.currency === null && currencies > 1
  const amount = (sum: number): string => sayAmount(sum, { code: '' })
  const parts = kind === 'share' ? `${amount(numerator)} of ${amount(denominator)} ${label}` : `weighted by ${label}`
  return `${parts}, ${sayAccounts(accounts)}${mixed ? `; ${currencies} currencies are added as if they were one` : ''}`
}
