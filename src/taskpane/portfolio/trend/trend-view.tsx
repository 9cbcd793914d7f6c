import { makeStyles, Select, Tab, TabList } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { isoDate } from '../../../engine/days.ts'
import type { History } from '../../../history/history.ts'
import type { Step } from '../../../history/period.ts'
import { EVERY } from '../../../history/tally.ts'
import { type Trend, trendOf } from '../../../history/trend.ts'
import { carriedName } from '../../../history/stored-columns.ts'
import { chosenBy, notKept } from '../../../host/filter/snapshot-fields.ts'
import { rungsOf } from '../../../host/filter/rungs.ts'
import { useDeskState } from '../../shell/desk-context.tsx'
import { Notice, Waiting } from '../../shell/page.tsx'
import type { Looking } from '../looking.ts'
import { sayAmount, sayCount } from '../money.ts'
import { Note, OneOf, Section } from '../../shell/section.tsx'
import { KeepScores } from './keep-scores.tsx'
import { ModelChanges } from './model-changes.tsx'
import { TrendChart } from './trend-chart.tsx'
import { TrendTable } from './trend-table.tsx'
import { useHistory } from './use-history.ts'

const useStyles = makeStyles({
  choices: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '4px', marginBottom: '6px' },
})

const NO_FILTERS: readonly never[] = []

/** Accounts, or what they are worth, by band over time, from the snapshots that the workbook keeps. */
export function TrendView(looking: Looking) {
  const { portfolio } = looking
  const [now, readAgain] = useHistory()
  const { document } = useDeskState()
  const saved = document?.filters ?? NO_FILTERS
  if (now.kind === 'reading') return <Waiting what="Reading what was kept" />
  if (now.kind === 'problem') return <Notice>{now.message}</Notice>
  const { name } = portfolio.applied.model
  const hasAny = now.history.snapshots.some(({ model }) => model.name === name)
  return (
    <Section title="Trend">
      {hasAny ? (
        <Drawn {...looking} history={now.history} />
      ) : (
        <Note>
          No snapshot of this model is kept in the workbook yet. A snapshot holds the score of every account on a day;
          what is kept is never changed, and from the second on there is a trend.
        </Note>
      )}
      <KeepScores {...looking} saved={saved} afterwards={readAgain} />
    </Section>
  )
}

const STEPS: readonly { readonly value: Step; readonly label: string }[] = [
  { value: 'month', label: 'by month' },
  { value: 'week', label: 'by week' },
  { value: 'date', label: 'every snapshot' },
]

/** So many periods can be told apart at the width of the pane. */
const MOST = 36

function Drawn({ history, portfolio, money, choice, change }: Looking & { readonly history: History }) {
  const { document } = useDeskState()
  const styles = useStyles()
  const [step, setStep] = useState<Step>('month')
  const { model } = portfolio.applied
  const filters = useMemo(
    () => (document?.filters ?? []).filter(({ name }) => choice.filters.includes(name)).map(({ filter }) => filter),
    [document, choice.filters],
  )
  const missing = useMemo(() => notKept(history, filters), [history, filters])
  const trend = useMemo((): Trend => {
    const chosen = missing.length > 0 ? EVERY : chosenBy(history, choice.segments, filters)
    const amount = money === null ? null : carriedName(money.label)
    return trendOf(history, { model: model.name, step, amount, chosen })
  }, [history, model, step, filters, missing, choice.segments, money])
  if (missing.length > 0) {
    return (
      <Note>
        The snapshots do not hold {missing.map((id) => id.slice(id.indexOf(':') + 1)).join(', ')}, which the filter asks
        for.
      </Note>
    )
  }
  const rungs = rungsOf(model).filter(({ name }) => trend.bands.includes(name))
  const codes = [...new Set(trend.points.flatMap(({ whole }) => [...whole.cents.keys()]))].toSorted()
  const byMoney = choice.by === 'money' && codes.length > 0
  const code = codes.includes(choice.currency ?? '') ? choice.currency! : codes[0]!
  const points = trend.points.slice(-MOST)
  const columns = points.map(({ period, whole, modelChanged }) => ({
    period,
    modelChanged,
    values: inOrder(
      trend.bands,
      rungs,
      byMoney ? (whole.cents.get(code) ?? []).map((cents) => cents / 100) : whole.counts,
    ),
  }))
  const say = (value: number): string => (byMoney ? sayAmount(value, { code: '' }) : sayCount(Math.round(value)))
  const title = byMoney ? `${money?.label ?? 'Amount'} ${code} by band`.trim() : 'Accounts by band'
  return (
    <>
      <div className={styles.choices}>
        {codes.length === 0 ? null : (
          <TabList
            size="small"
            appearance="subtle-circular"
            aria-label="Count by"
            selectedValue={byMoney ? 'money' : 'accounts'}
            onTabSelect={(_, { value }) => change({ by: value as 'accounts' | 'money' })}
          >
            <Tab value="accounts">Accounts</Tab>
            <Tab value="money">{money?.label ?? 'Amount'}</Tab>
          </TabList>
        )}
        {byMoney && codes.length > 1 ? (
          <Select
            size="small"
            aria-label="Currency"
            value={code}
            onChange={(_, { value }) => change({ currency: value })}
          >
            {codes.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </Select>
        ) : null}
      </div>
      <OneOf label="Steps" value={step} options={STEPS} choose={(value) => setStep(value as Step)} />
      <TrendChart {...{ title, rungs, columns, say }} />
      <TrendTable {...{ title, rungs, columns, say }} />
      <Note>
        {trend.points.length > MOST ? `The last ${MOST} of ${trend.points.length} periods. ` : ''}
        The last snapshot of each period counts; the latest is of {isoDate(points.at(-1)!.snapshot.date)}.
        {trend.changes.length === 0 ? '' : ' * From here on by another version of the model.'}
      </Note>
      <ModelChanges trend={trend} rungs={rungs} />
    </>
  )
}

/** Values by band in the order of the ladder of the model that is in force; those of no band last. */
function inOrder(
  bands: readonly string[],
  rungs: readonly { readonly name: string }[],
  values: readonly number[],
): readonly number[] {
  return [...rungs.map(({ name }) => values[bands.indexOf(name)] ?? 0), values.at(-1) ?? 0]
}
