import { Button, Checkbox, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { FinanceSettings, ListPlace } from '../../host/document/document.ts'
import { placeOf } from '../../host/desk/finance/find-lists.ts'
import type { FinanceProposal } from '../../host/desk/finance/propose.ts'
import type { Region } from '../../host/workbook.ts'
import { Note } from '../shell/section.tsx'

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  dates: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  date: { flex: '1 1 0', minWidth: 0 },
  input: { minWidth: 0, width: '100%' },
  kinds: { display: 'flex', flexDirection: 'column' },
  buttons: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase400 },
})

interface DeclareProps {
  readonly proposal: FinanceProposal
  /** As declared before; null at the first time. */
  readonly declared: FinanceSettings | null
  readonly declare: (settings: FinanceSettings) => void
  readonly cancel: (() => void) | null
}

/** What a controller has to declare before a figure is shown: filled in from the workbook, confirmed by a person. */
export function Declare({ proposal, declared, declare, cancel }: DeclareProps) {
  const styles = useStyles()
  const [settings, setSettings] = useState(declared ?? proposal.settings)
  const change = (changes: Partial<FinanceSettings>): void => setSettings((before) => ({ ...before, ...changes }))
  const problem = problemOf(settings)
  const { lists, charges, currencies } = proposal
  return (
    <div className={styles.form}>
      <h2 className={styles.title}>Which ledger, and how it counts</h2>
      <Note>
        Figures that finance signs need a few things said. They were filled in from this workbook: look them over.
      </Note>
      <ListField
        label="Contract lines"
        regions={lists.ledgers}
        value={settings.ledger}
        choose={(place) => place !== null && change({ ledger: place })}
      />
      <Field label="Charges that recur and count as ARR">
        <div className={styles.kinds} role="group" aria-label="Charges that recur">
          {charges.map((kind) => (
            <Checkbox
              key={kind}
              label={kind === '' ? 'lines without a kind' : kind}
              checked={settings.recurring.includes(kind)}
              onChange={(_, { checked }) =>
                change({
                  recurring:
                    checked === true ? [...settings.recurring, kind] : settings.recurring.filter((one) => one !== kind),
                })
              }
            />
          ))}
        </div>
      </Field>
      <Field label="Currency of the figures">
        <Select size="small" value={settings.currency} onChange={(_, { value }) => change({ currency: value })}>
          {[...new Set([...currencies, settings.currency])].map((code) => (
            <option key={code}>{code}</option>
          ))}
        </Select>
      </Field>
      <ListField
        label="Rates"
        none="None: all lines are in one currency"
        regions={lists.rates}
        value={settings.rates}
        choose={(rates) => change({ rates })}
      />
      <Field label="Both dates of a comparison are converted at">
        <Select
          size="small"
          value={settings.rate}
          onChange={(_, { value }) => change({ rate: value as FinanceSettings['rate'] })}
        >
          <option value="closing">the closing rate (constant currency)</option>
          <option value="opening">the opening rate (constant currency)</option>
          <option value="reported">each date’s own rate (as reported)</option>
        </Select>
      </Field>
      <div className={styles.dates}>
        <DateField label="From the end of" value={settings.from} choose={(from) => change({ from })} />
        <DateField label="To the end of" value={settings.to} choose={(to) => change({ to })} />
      </div>
      <Field label="The ledger is complete until" hint="What ends after this day is not counted as churn.">
        <Input
          className={styles.input}
          size="small"
          type="date"
          value={settings.asOf}
          onChange={(_, { value }) => change({ asOf: value })}
        />
      </Field>
      <ListField
        label="Churn as the CRM has it"
        none="None"
        regions={lists.feeds}
        value={settings.crm}
        choose={(crm) => change({ crm })}
      />
      {problem === null ? null : <Note>{problem}</Note>}
      <div className={styles.buttons}>
        <Button appearance="primary" disabled={problem !== null} onClick={() => declare(settings)}>
          Show outcomes
        </Button>
        {cancel === null ? null : <Button onClick={cancel}>Cancel</Button>}
      </div>
    </div>
  )
}

function problemOf({ recurring, from, to, asOf }: FinanceSettings): string | null {
  if (recurring.length === 0) return 'Say which charges recur: without any there is no ARR.'
  if (from === '' || to === '' || asOf === '') return 'Fill in all three dates.'
  if (from >= to) return 'The period must begin before it ends.'
  if (asOf < to) return 'The period ends after the day until which the ledger is complete.'
  return null
}

interface ListFieldProps {
  readonly label: string
  readonly regions: readonly Region[]
  readonly value: ListPlace | null
  /** What choosing no list is called; left out where one must be chosen. */
  readonly none?: string
  readonly choose: (place: ListPlace | null) => void
}

function ListField({ label, regions, value, none, choose }: ListFieldProps) {
  const places = regions.map(placeOf)
  const offered = value === null || places.some((one) => nameOf(one) === nameOf(value)) ? places : [value, ...places]
  return (
    <Field label={label}>
      <Select
        size="small"
        value={value === null ? '' : nameOf(value)}
        onChange={(_, data) => choose(offered.find((one) => nameOf(one) === data.value) ?? null)}
      >
        {none === undefined ? null : <option value="">{none}</option>}
        {offered.map((place) => (
          <option key={nameOf(place)} value={nameOf(place)}>
            {nameOf(place)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function nameOf({ sheet, table }: ListPlace): string {
  return table === null || table === sheet ? sheet : `${sheet}, table ${table}`
}

interface DateFieldProps {
  readonly label: string
  readonly value: string
  readonly choose: (value: string) => void
}

function DateField({ label, value, choose }: DateFieldProps) {
  const styles = useStyles()
  return (
    <Field label={label} className={styles.date}>
      <Input
        className={styles.input}
        size="small"
        type="date"
        value={value}
        onChange={(_, data) => choose(data.value)}
      />
    </Field>
  )
}
