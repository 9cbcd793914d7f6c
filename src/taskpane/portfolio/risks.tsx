import { useMemo, useState } from 'react'
import { isoDate } from '../../engine/days.ts'
import type { Fields } from '../../host/filter/field.ts'
import { foldHeader } from '../../tables/match.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { AccountRows, indicatorsOf } from './account-rows.tsx'
import type { Looking } from './looking.ts'
import { sayAccounts } from './money.ts'
import { ownerFields, ownersOf } from './owners.ts'
import { Note, OneOf, Section } from '../shell/section.tsx'
import { ladderOf } from './tally.ts'
import { top } from './top.ts'

const RENEWAL_DAYS = 90

/** What a CSM has to look at today: own accounts in the worst band, risks, and renewals that come near. */
export function Risks(looking: Looking) {
  const { portfolio, fields, choice, change } = looking
  const { author } = useDesk().workbook
  const owners = useMemo(() => ownersOf(fields, choice.owner), [fields, choice.owner])
  const own = owners?.names.findIndex(({ name }) => name === (choice.own ?? author)) ?? -1
  const places = useMemo(
    () => (owners === null || own === -1 ? looking.places : looking.places.filter((index) => owners.of[index] === own)),
    [looking.places, owners, own],
  )
  const mine = { ...looking, places }
  const { scores, applied } = portfolio
  const worst = ladderOf(portfolio)[0]
  const inWorst = (index: number): boolean => {
    const bands = applied.model.segments[scores.segment[index]!]?.root.bands ?? []
    return bands.length > 0 && applied.plan.bands[scores.band[index]!] === bands[0]!.name
  }
  const hasRisk = (index: number): boolean => indicatorsOf(portfolio, index).some(({ kind }) => kind === 'risk')
  return (
    <>
      <OneOf
        label="Owner column"
        value={owners?.field.id ?? ''}
        none="no column"
        options={ownerFields(fields).map(({ id, label }) => ({ value: id, label }))}
        choose={(id) => change({ owner: id === '' ? null : id, own: null, owners: [] })}
      />
      {owners === null ? (
        <Note>
          No column is called CSM or Owner. Choose the one that says whose accounts they are, or see all of them.
        </Note>
      ) : (
        <OneOf
          label={owners.field.label}
          value={own === -1 ? '' : owners.names[own]!.name}
          none="everybody"
          options={owners.names.map(({ name, accounts }) => ({ value: name, label: `${name} (${accounts})` }))}
          choose={(name) => change({ own: name === '' ? null : name })}
        />
      )}
      <ListOf {...mine} title={`In the worst band${worst === undefined ? '' : `: ${worst.label}`}`} holds={inWorst}>
        No account is in the worst band.
      </ListOf>
      <ListOf {...mine} title="Risk indicators" holds={hasRisk}>
        {applied.model.indicators.some(({ kind }) => kind === 'risk')
          ? 'No risk indicator holds.'
          : 'The model has no risk indicators; they are written under Model.'}
      </ListOf>
      <Renewals {...mine} />
    </>
  )
}

const FIRST = 5

interface ListProps extends Looking {
  readonly title: string
  readonly holds: (index: number) => boolean
  /** Said where no account is found. */
  readonly children: string
}

/** The accounts of which something holds, those that lose most points first. */
function ListOf({ title, holds, children, ...looking }: ListProps) {
  const { portfolio, places } = looking
  const [count, setCount] = useState(FIRST)
  const lost = portfolio.scores.explanation?.shortfall
  // An account that loses nothing can have a risk as well.
  const { listed, of } = top(places, (index) => (holds(index) ? (lost?.[index] || 0) + 1e-9 : NaN), count)
  return (
    <Section title={of === 0 ? title : `${title} (${of.toLocaleString('en')})`}>
      {of === 0 ? <Note>{children}</Note> : null}
      <AccountRows {...looking} indexes={listed} more={of - listed.length} showMore={() => setCount(count + 40)} />
    </Section>
  )
}

function Renewals(looking: Looking) {
  const { portfolio, fields, places, choice, change } = looking
  const [count, setCount] = useState(FIRST)
  const { asOf } = portfolio.applied
  const field = renewalField(fields, choice.renewal)
  const dates = [...fields.values()].filter(({ group, kind }) => group === 'Columns' && kind === 'date')
  const column = field?.column()
  const days = (index: number): number => (column?.kind === 'number' ? column.values[index]! - asOf : NaN)
  const isNear = (index: number): boolean => days(index) >= 0 && days(index) <= RENEWAL_DAYS
  const { listed, of } = top(places, (index) => (isNear(index) ? RENEWAL_DAYS + 1 - days(index) : NaN), count)
  return (
    <Section title={`Renewals within ${RENEWAL_DAYS} days${of === 0 ? '' : ` (${of.toLocaleString('en')})`}`}>
      {dates.length === 0 ? null : (
        <OneOf
          label="Renewal column"
          value={field?.id ?? ''}
          none="no column"
          options={dates.map(({ id, label }) => ({ value: id, label }))}
          choose={(id) => change({ renewal: id })}
        />
      )}
      {field === undefined ? (
        <Note>No column says when accounts renew, such as one called Renewal Date.</Note>
      ) : of === 0 ? (
        <Note>
          None of {sayAccounts(places.length)} has a {field.label} from {isoDate(asOf)} to{' '}
          {isoDate(asOf + RENEWAL_DAYS)}.
        </Note>
      ) : null}
      <AccountRows
        {...looking}
        indexes={listed}
        more={of - listed.length}
        showMore={() => setCount(count + 40)}
        fact={(index) => `${field!.label} ${isoDate(asOf + days(index))}`}
      />
    </Section>
  )
}

function renewalField(fields: Fields, chosen: string | null) {
  if (chosen === '') return undefined
  const dates = [...fields.values()].filter(({ group, kind }) => group === 'Columns' && kind === 'date')
  const isRenewal = (label: string): boolean => /renew|contractend|enddate|expir/.test(foldHeader(label))
  return dates.find(({ id }) => id === chosen) ?? dates.find(({ label }) => isRenewal(label))
}
