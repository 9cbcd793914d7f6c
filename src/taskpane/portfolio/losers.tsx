import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { AccountRows } from './account-rows.tsx'
import type { Looking } from './looking.ts'
import { top } from './top.ts'

const useStyles = makeStyles({
  section: { margin: `${tokens.spacingVerticalM} 0` },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  note: { margin: '4px 0', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const FIRST = 10

/** The accounts that lose most: in points, or in points times what they are worth. */
export function Losers(looking: Looking) {
  const styles = useStyles()
  const { portfolio, money, places, choice, change } = looking
  const [count, setCount] = useState(FIRST)
  const lossBy = money === null ? 'points' : choice.lossBy
  const currency = money?.currencies.find(({ code }) => code === choice.currency) ?? money?.currencies[0]
  const { listed, of } = useMemo(() => {
    const lost = portfolio.scores.explanation?.shortfall
    if (lossBy === 'points' || money === null) return top(places, (index) => lost?.[index] ?? NaN, count)
    const only = money.currencies.indexOf(currency!)
    return top(places, (index) => (money.of[index] === only ? lost![index]! * money.values[index]! : NaN), count)
  }, [portfolio, money, places, lossBy, currency, count])
  return (
    <section className={styles.section} aria-label="Accounts that lose most">
      <h3 className={styles.title}>Accounts that lose most</h3>
      {money === null ? null : (
        <TabList
          size="small"
          appearance="subtle-circular"
          aria-label="Lose most of"
          selectedValue={lossBy}
          onTabSelect={(_, { value }) => change({ lossBy: value as 'points' | 'money' })}
        >
          <Tab value="points">Points</Tab>
          <Tab value="money">Points × {money.label}</Tab>
        </TabList>
      )}
      {lossBy === 'money' && money !== null && money.currencies.length > 1 ? (
        <p className={styles.note}>
          Only accounts in {currency!.code}, since amounts of different currencies do not compare. Another currency can
          be chosen above, by {money.label}.
        </p>
      ) : null}
      {of === 0 ? <p className={styles.note}>None of these accounts loses any points.</p> : null}
      <AccountRows {...looking} indexes={listed} more={of - listed.length} showMore={() => setCount(count + 40)} />
    </section>
  )
}
