import { makeStyles, tokens } from '@fluentui/react-components'
import type { Retention } from '../../finance/retention.ts'
import type { Share } from '../../finance/share.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import { Note, Section } from '../shell/section.tsx'
import { FiguresTable, type FiguresRow } from '../shell/figures-table.tsx'
import { sayCents, sayShare } from './say.ts'

const useStyles = makeStyles({
  heads: { display: 'flex', flexWrap: 'wrap', columnGap: '20px', rowGap: '4px', margin: '2px 0 6px' },
  head: { display: 'flex', flexDirection: 'column' },
  value: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, lineHeight: '28px' },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** GRR and NRR as the headline, and every rate with what it was made of, netted by account and by SKU side by side. */
export function RetentionSection({ outcomes }: { readonly outcomes: Outcomes }) {
  const styles = useStyles()
  const { retention, quickRatio } = outcomes.report
  const { rates, cohort } = retention.account
  const { currency } = outcomes.books.policy
  return (
    <Section title="Retention">
      <div className={styles.heads}>
        {[
          { name: 'GRR', value: sayShare(rates.grr) },
          { name: 'NRR', value: sayShare(rates.nrr) },
          { name: 'Logos', value: sayShare(rates.logos) },
        ].map(({ name, value }) => (
          <span key={name} className={styles.head}>
            <span className={styles.value}>{value}</span>
            <span className={styles.name}>{name}</span>
          </span>
        ))}
      </div>
      <FiguresTable
        title="Retention"
        heads={['By account', 'By SKU']}
        rows={[
          amountRow('Opening ARR', retention.account, retention.sku, ({ cohort: { opening } }) => opening),
          amountRow('Retained, gross', retention.account, retention.sku, (one) => one.cohort.retainedGross),
          rateRow('GRR', retention.account, retention.sku, (one) => one.rates.grr),
          amountRow('Retained, net', retention.account, retention.sku, (one) => one.cohort.retainedNet),
          rateRow('NRR', retention.account, retention.sku, (one) => one.rates.nrr),
          amountRow('Expansion ACV', retention.account, retention.sku, (one) => one.cohort.expansion),
          amountRow('Available to renew', retention.account, retention.sku, (one) => one.cohort.available),
          rateRow('Renewal rate', retention.account, retention.sku, (one) => one.rates.renewal),
          {
            key: 'logos',
            name: 'Accounts kept',
            cells: [`${cohort.logosOpen - cohort.logosLost} of ${cohort.logosOpen}`, ''],
          },
          {
            key: 'quick',
            name: 'Quick ratio',
            cells: [quickRatio.value === null ? quickRatio.because : quickRatio.value.toFixed(2), ''],
          },
        ]}
      />
      <Note>
        Accounts with ARR at the opening, in {currency} at {RATE_WORDS[outcomes.books.policy.rate]}. New and returning
        accounts are in the bridge, not in these rates.
      </Note>
    </Section>
  )
}

const RATE_WORDS = {
  closing: 'the closing rates for both dates',
  opening: 'the opening rates for both dates',
  reported: 'the rates of each date',
} as const

type Figure<T> = (of: Retention) => T

function amountRow(name: string, account: Retention, sku: Retention, of: Figure<number>): FiguresRow {
  return { key: name, name, cells: [sayCents(of(account)), sayCents(of(sku))] }
}

function rateRow(name: string, account: Retention, sku: Retention, of: Figure<Share>): FiguresRow {
  return { key: name, name, strong: true, cells: [sayShare(of(account)), sayShare(of(sku))] }
}
