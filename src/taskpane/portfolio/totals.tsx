import { makeStyles, tokens } from '@fluentui/react-components'
import { shown } from '../../engine/rounding.ts'
import type { Looking } from './looking.ts'
import { sayAccounts, sayAmount, sayCount } from './money.ts'
import type { Tally } from './tally.ts'

const useStyles = makeStyles({
  totals: { margin: '0 0 4px', lineHeight: tokens.lineHeightBase400 },
  note: { margin: '2px 0 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** How many and how much, never without what it is a part of. */
export function Totals({ portfolio, money, tally, places }: Looking & { readonly tally: Tally }) {
  const styles = useStyles()
  const { accounts, scored, mean, sums, unvalued } = tally
  const scale = portfolio.applied.model.segments.at(-1)?.root.scale
  const withoutScore = accounts - scored
  const all = portfolio.scores.length
  return (
    <div className={styles.totals}>
      <div>
        <strong>{sayCount(scored)}</strong> of {sayAccounts(accounts)} scored
        {withoutScore === 0 ? '' : `; ${sayCount(withoutScore)} without data`}
        {mean === null || scale === undefined ? '' : `; mean score ${shown(mean, scale)}`}.
        {places.length === all ? '' : ` The list has ${sayAccounts(all)}.`}
      </div>
      {money?.currencies.map((currency, at) => {
        const bySum = sums[at]!
        const whole = bySum.reduce((sum, one) => sum + one, 0)
        const without = bySum.at(-1)!
        return whole === 0 ? null : (
          <div key={currency.code}>
            {money.label}: {sayAmount(whole, currency)},{' '}
            {without === 0 ? 'all of it scored' : `${sayAmount(without, currency)} of it without a score`}.
          </div>
        )
      })}
      {money !== null && money.currencies.length > 1 ? (
        <p className={styles.note}>Amounts are in {money.currencies.length} currencies and are never added together.</p>
      ) : null}
      {unvalued === 0 ? null : (
        <p className={styles.note}>
          {sayAccounts(unvalued)} {unvalued === 1 ? 'has' : 'have'} no {money?.label}, or none that can be read.
        </p>
      )}
      {money === null ? (
        <p className={styles.note}>No column was found that says what an account is worth, such as ACV.</p>
      ) : null}
    </div>
  )
}
