import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { shown } from '../../engine/rounding.ts'
import { sayPercent } from '../shell/say.ts'
import { Bar } from './band-bars.tsx'
import type { Looking } from './looking.ts'
import { sayAccounts, sayAmount, sayCount } from './money.ts'
import { ownerFields, ownersOf } from './owners.ts'
import { Note, OneOf, Section } from '../shell/section.tsx'
import { ladderOf, tallyBy, type Tally } from './tally.ts'

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '0 0 8px', padding: 0, listStyle: 'none' },
  count: { color: tokens.colorNeutralForeground3, marginLeft: '5px', fontWeight: 'normal' },
  book: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere' },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
})

/** So many names are offered at first, and so many are compared where none was chosen. */
const OFFERED = 12
const COMPARED = 3

/** The books of two or more people side by side: how many accounts, their bands, mean score, and what is at risk. */
export function Books({ portfolio, fields, money, places, choice, change }: Looking) {
  const styles = useStyles()
  const [offered, setOffered] = useState(OFFERED)
  const owners = useMemo(() => ownersOf(fields, choice.owner), [fields, choice.owner])
  const books = useMemo(
    () =>
      owners === null
        ? []
        : tallyBy(
            portfolio,
            money,
            places,
            owners.names.map(({ name }) => ({ name, label: name })),
            (index) => owners.of[index]!,
          ),
    [portfolio, money, places, owners],
  )
  const chosen = choice.owners.length > 0 ? choice.owners : books.slice(0, COMPARED).map(({ name }) => name)
  const toggle = (name: string): void =>
    change({ owners: chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name] })
  return (
    <>
      <OneOf
        label="Owner column"
        value={owners?.field.id ?? ''}
        none="choose a column"
        options={ownerFields(fields).map(({ id, label }) => ({ value: id, label }))}
        choose={(id) => change({ owner: id === '' ? null : id, own: null, owners: [] })}
      />
      {owners === null ? (
        <Note>
          No column is called CSM or Owner. Any column that groups accounts can be compared: a region or a team, say.
        </Note>
      ) : (
        <Section title={`${owners.field.label}: ${chosen.length} of ${sayCount(books.length)} compared`}>
          <ul className={styles.chips} aria-label="Books">
            {books.slice(0, offered).map(({ name, tally }) => (
              <li key={name}>
                <ToggleButton
                  size="small"
                  shape="circular"
                  checked={chosen.includes(name)}
                  onClick={() => toggle(name)}
                >
                  {name}
                  <span className={styles.count}>{sayCount(tally.accounts)}</span>
                </ToggleButton>
              </li>
            ))}
            {books.length > offered ? (
              <li>
                <ToggleButton size="small" shape="circular" checked={false} onClick={() => setOffered(books.length)}>
                  and {sayCount(books.length - offered)} more
                </ToggleButton>
              </li>
            ) : null}
          </ul>
          {books
            .filter(({ name }) => chosen.includes(name))
            .map(({ name, label, tally }) => (
              <Book key={name} {...{ label, tally, portfolio, money }} />
            ))}
        </Section>
      )}
    </>
  )
}

type BookProps = Pick<Looking, 'portfolio' | 'money'> & { readonly label: string; readonly tally: Tally }

function Book({ label, tally, portfolio, money }: BookProps) {
  const styles = useStyles()
  const rungs = ladderOf(portfolio)
  const scale = portfolio.applied.model.segments.at(-1)!.root.scale
  const { accounts, scored, mean, counts, sums, weighted } = tally
  return (
    <article className={styles.book} aria-label={label}>
      <h4 className={styles.name}>{label}</h4>
      <div className={styles.facts}>
        {sayAccounts(accounts)}, {sayCount(scored)} scored
        {mean === null ? '' : `; mean score ${shown(mean, scale)}`}
      </div>
      <Bar values={counts} rungs={rungs} say={sayCount} />
      {money?.currencies.map((currency, at) => {
        const whole = sums[at]!.reduce((sum, one) => sum + one, 0)
        if (whole === 0) return null
        const risk = sums[at]![0]!
        const byMoney = weighted[at]!
        return (
          <div key={currency.code} className={styles.facts}>
            {money.label} {sayAmount(whole, currency)}: {sayAmount(risk, currency)} ({sayPercent(risk / whole)}) in{' '}
            {rungs[0]?.label}
            {byMoney === null ? '' : `; weighted mean score ${shown(byMoney, scale)}`}
          </div>
        )
      })}
    </article>
  )
}
