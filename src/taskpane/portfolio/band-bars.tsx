import { makeStyles, mergeClasses, Select, Switch, Tab, TabList, tokens } from '@fluentui/react-components'
import type { Band } from '../../model/judge.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { sayPercent } from '../shell/say.ts'
import { toneOf } from '../shell/tone.ts'
import { BandTable } from './band-table.tsx'
import type { Looking } from './looking.ts'
import { sayAmount, sayCount } from './money.ts'
import { ladderOf, type Group, type Tally } from './tally.ts'

const useStyles = makeStyles({
  section: { margin: `${tokens.spacingVerticalM} 0` },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '4px', marginBottom: '6px' },
  push: { marginLeft: 'auto' },
  row: { marginBottom: '8px' },
  head: { display: 'flex', justifyContent: 'space-between', columnGap: '8px' },
  total: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  bar: { display: 'flex', gap: '2px', height: '14px', marginTop: '2px' },
  part: {
    minWidth: '3px',
    borderRadius: '2px',
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', outline: '1px solid CanvasText' },
  },
  parts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '10px',
    margin: '1px 0 0',
    padding: 0,
    listStyle: 'none',
    fontSize: tokens.fontSizeBase200,
  },
  whole: { fontWeight: tokens.fontWeightSemibold },
})

interface BarsProps extends Looking {
  readonly title: string
  readonly groups: readonly Group[]
  /** All groups together; shown first where there is more than one group. */
  readonly whole: Tally
}

/** Bands by group, as bars that are all as wide as the whole of their group, or as a table. */
export function BandBars({ portfolio, money, choice, change, title, groups, whole }: BarsProps) {
  const styles = useStyles()
  const rungs = ladderOf(portfolio)
  const isMoney = choice.by === 'money' && money !== null && money.currencies.length > 0
  const at = isMoney
    ? Math.max(
        0,
        money.currencies.findIndex(({ code }) => code === choice.currency),
      )
    : -1
  const currency = isMoney ? money.currencies[at]! : null
  const valuesOf = ({ counts, sums }: Tally): readonly number[] => (currency === null ? counts : sums[at]!)
  const say = (value: number): string => (currency === null ? sayCount(value) : sayAmount(value, currency))
  const rows = [...(groups.length > 1 ? [{ name: ' ', label: 'Together', tally: whole }] : []), ...groups].filter(
    ({ tally }) => total(valuesOf(tally)) > 0,
  )
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.choices}>
        {money === null ? null : (
          <TabList
            size="small"
            appearance="subtle-circular"
            aria-label="Count by"
            selectedValue={choice.by}
            onTabSelect={(_, { value }) => change({ by: value as 'accounts' | 'money' })}
          >
            <Tab value="accounts">Accounts</Tab>
            <Tab value="money">{money.label}</Tab>
          </TabList>
        )}
        {isMoney && money.currencies.length > 1 ? (
          <Select
            size="small"
            aria-label="Currency"
            value={currency!.code}
            onChange={(_, { value }) => change({ currency: value })}
          >
            {money.currencies.map(({ code }) => (
              <option key={code}>{code}</option>
            ))}
          </Select>
        ) : null}
        <Switch
          className={styles.push}
          label="Table"
          checked={choice.asTable}
          onChange={(_, { checked }) => change({ asTable: checked })}
        />
      </div>
      {choice.asTable ? (
        <BandTable {...{ rungs, rows, valuesOf, say, title }} />
      ) : (
        rows.map(({ name, label, tally }) => (
          <div key={name} className={styles.row}>
            <div className={mergeClasses(styles.head, name === ' ' && styles.whole)}>
              <span>{label}</span>
              <span className={styles.total}>{say(total(valuesOf(tally)))}</span>
            </div>
            <Bar values={valuesOf(tally)} rungs={rungs} say={say} />
          </div>
        ))
      )}
    </section>
  )
}

interface BarProps {
  readonly values: readonly number[]
  readonly rungs: readonly Band[]
  readonly say: (value: number) => string
}

/** The parts of a whole, best first; what is drawn is written below. */
export function Bar({ values, rungs, say }: BarProps) {
  const styles = useStyles()
  const sum = total(values)
  const places = [...rungs.keys()].toReversed().concat(rungs.length)
  const parts = places.flatMap((at) => {
    const [value, name] = [values[at]!, rungs[at]?.name ?? null]
    return value > 0 ? [{ value, name, ...toneOf(rungs, name) }] : []
  })
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {parts.map(({ value, fill, label }) => (
          <span
            key={label}
            className={styles.part}
            style={{ flexGrow: value, flexBasis: 0, backgroundColor: fill }}
            title={`${label}: ${say(value)}, ${sayPercent(value / sum)}`}
          />
        ))}
      </div>
      <ul className={styles.parts}>
        {parts.map(({ value, name, label }) => (
          <li key={label}>
            <BandTag bands={rungs} name={name} /> {say(value)}
          </li>
        ))}
      </ul>
    </>
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0)
}
