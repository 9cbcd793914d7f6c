import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { DIFFERENCE_HEADINGS, DIFFERENCE_KINDS, type Difference } from '../../finance/reconcile/difference.ts'
import type { AccountMatch } from '../../finance/reconcile/compare-accounts.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import { isoDay } from '../../tables/values/day.ts'
import { sayFinding } from '../connect/say-finding.ts'
import { Note, Section } from '../shell/section.tsx'
import { FiguresTable } from '../shell/figures-table.tsx'
import { sayCents, sayRate } from './say.ts'

const useStyles = makeStyles({
  group: { margin: '4px 0' },
  summary: { cursor: 'pointer', padding: '2px 0' },
  count: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  list: { margin: '2px 0 6px', paddingLeft: '18px', fontSize: tokens.fontSizeBase200 },
  item: { margin: '3px 0' },
  amount: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
})

/** Whether ledger, scores and CRM are about the same accounts, and what a controller has to clear. */
export function TieOutSection({ outcomes }: { readonly outcomes: Outcomes }) {
  const { report, books } = outcomes
  return (
    <Section title="Tie-out">
      <Control outcomes={outcomes} />
      {report.scores?.closing ? <Coverage match={report.scores.closing} /> : null}
      {report.churn === null ? (
        <Note>No list of churn by the CRM was chosen, so nothing is compared with one.</Note>
      ) : (
        <Differences outcomes={outcomes} />
      )}
      {books.findings.length === 0 ? null : (
        <Fold summary="About the lists" count={books.findings.length}>
          {books.findings.slice(0, MOST).map((finding, at) => (
            // eslint-disable-next-line react/no-array-index-key -- the list is made anew as a whole
            <Item key={at}>{sayFinding(finding)}</Item>
          ))}
        </Fold>
      )}
    </Section>
  )
}

const MOST = 100

function Control({ outcomes }: { readonly outcomes: Outcomes }) {
  const { control, excluded } = outcomes.report.completeness
  return (
    <>
      <FiguresTable
        title="Control totals"
        heads={['Read', 'Used', 'Excluded', 'Check']}
        rows={[
          {
            key: 'lines',
            name: 'Lines',
            cells: [control.read, control.used, control.excluded, control.read - control.used - control.excluded],
          },
          ...[...control.amounts].map(([currency, { read, used, excluded: out }]) => ({
            key: currency,
            name: currency === '' ? 'No currency' : currency,
            cells: [sayCents(read), sayCents(used), sayCents(out), sayCents(read - used - out)],
          })),
        ]}
      />
      {excluded.length === 0 ? null : (
        <Fold summary="Excluded lines" count={excluded.length}>
          {excluded.slice(0, MOST).map(({ line, row, account, because, amount, currency }) => (
            <Item key={`${row} ${line}`}>
              {line} (row {row}
              {account === null ? '' : `, ${account}`}):{' '}
              {amount === null ? 'no amount' : `${currency ?? ''} ${sayCents(amount)}`}; {because}
            </Item>
          ))}
        </Fold>
      )}
    </>
  )
}

function Coverage({ match }: { readonly match: AccountMatch }) {
  const { coverage, ledgerOnly, scoreOnly, duplicates } = match
  const part = ({ numerator, denominator }: { numerator: number; denominator: number }): string =>
    denominator === 0 ? '–' : sayRate(numerator / denominator)
  return (
    <>
      <Note>
        Scores of {isoDay(match.scoresOf)} cover {part(coverage.accounts)} of the ledger’s accounts (
        {coverage.accounts.numerator} of {coverage.accounts.denominator}) and {part(coverage.amount)} of its ARR at the
        closing.
      </Note>
      {ledgerOnly.length === 0 ? null : (
        <Fold summary="In the ledger, without a score" count={ledgerOnly.length}>
          {ledgerOnly.slice(0, MOST).map(({ balance, near }) => (
            <Item key={balance.account}>
              {balance.account}: {sayCents(balance.amount)}
              {near.length === 0 ? '' : `; the scores have ${near.map(({ id }) => `“${id}”`).join(', ')}`}
            </Item>
          ))}
        </Fold>
      )}
      {scoreOnly.length === 0 ? null : (
        <Fold summary="Scored, not in the ledger at the closing" count={scoreOnly.length}>
          {scoreOnly.slice(0, MOST).map(({ scored, near }) => (
            <Item key={scored.account}>
              {scored.account}
              {near.length === 0 ? '' : `; the ledger has ${near.map(({ id }) => `“${id}”`).join(', ')}`}
            </Item>
          ))}
        </Fold>
      )}
      {duplicates.length === 0 ? null : (
        <Fold summary="Scored more than once" count={duplicates.length}>
          {duplicates.map(({ account, rows }) => (
            <Item key={account}>
              {account}: {rows.length} times
            </Item>
          ))}
        </Fold>
      )}
    </>
  )
}

function Differences({ outcomes }: { readonly outcomes: Outcomes }) {
  const { differences, matched } = outcomes.report.churn!
  const byKind = Map.groupBy(differences, ({ kind }) => kind)
  return (
    <>
      <Note>
        {matched} churns are in both ledger and CRM;{' '}
        {differences.length === 0 ? 'nothing differs.' : `${differences.length} differences are to be cleared.`}
      </Note>
      {DIFFERENCE_KINDS.filter((kind) => byKind.has(kind)).map((kind) => (
        <Fold key={kind} summary={DIFFERENCE_HEADINGS[kind].title} count={byKind.get(kind)!.length}>
          {byKind.get(kind)!.map((one) => (
            <DifferenceItem key={`${one.account} ${one.day} ${one.crm?.event ?? ''}`} one={one} />
          ))}
        </Fold>
      ))}
    </>
  )
}

function DifferenceItem({ one }: { readonly one: Difference }) {
  const styles = useStyles()
  return (
    <Item>
      {one.account.trim()}, {isoDay(one.day)}:{' '}
      <span className={styles.amount}>
        {one.currency} {sayCents(one.atStake)}
      </span>
      . {one.because}
    </Item>
  )
}

interface FoldProps {
  readonly summary: string
  readonly count: number
  readonly children: ReactNode
}

function Fold({ summary, count, children }: FoldProps) {
  const styles = useStyles()
  return (
    <details className={styles.group}>
      <summary className={styles.summary}>
        {summary} <span className={styles.count}>{count}</span>
      </summary>
      <ul className={styles.list}>{children}</ul>
    </details>
  )
}

function Item({ children }: { readonly children: ReactNode }) {
  return <li className={useStyles().item}>{children}</li>
}
