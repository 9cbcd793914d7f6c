import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import { isoDate } from '../../engine/days.ts'
import { shown } from '../../engine/rounding.ts'
import { membersOf } from '../../engine/segments.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import { nameColumnOf, nameOf } from '../account/names.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { useDesk } from '../shell/desk-context.tsx'
import { useGo } from '../shell/go.ts'
import { sayNumber } from '../shell/say.ts'
import { useSelection } from '../shell/use-selection.ts'
import { TextLink } from '../shell/text-link.tsx'
import type { Looking } from './looking.ts'
import { sayAmount, sayCount } from './money.ts'

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '4px 0', padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '5px 4px' },
  selected: { boxShadow: `inset 3px 0 ${tokens.colorBrandStroke1}`, paddingLeft: '10px' },
  line: { display: 'flex', alignItems: 'baseline', columnGap: '8px' },
  name: { overflowWrap: 'anywhere', textAlign: 'left', flexGrow: 1 },
  score: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '10px',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  risk: { color: 'var(--salus-band-0-text)' },
  opportunity: { color: 'var(--salus-band-4-text)' },
})

interface RowsProps extends Looking {
  readonly indexes: readonly number[]
  readonly more: number
  readonly showMore: () => void
  /** A fact of the view's own to stand under the name. */
  readonly fact?: (index: number) => string | null
}

/** Accounts with their score, what costs them most and their indicators. A click goes to the row on its sheet. */
export function AccountRows({ portfolio, money, indexes, more, showMore, fact }: RowsProps) {
  const styles = useStyles()
  const { workbook } = useDesk()
  const go = useGo()
  const selected = useSelection()
  const { list, scores, applied } = portfolio
  const { sheet, left } = list.region.block
  const nameColumn = useMemo(() => nameColumnOf(list), [list])
  return (
    <>
      <ul className={styles.list}>
        {indexes.map((index) => {
          const row = list.rows[index]!
          const segment = applied.model.segments[scores.segment[index]!]
          const key = list.columns.accounts?.[index] ?? `Row ${row + 1}`
          const name = nameOf(list, nameColumn, index)
          const isSelected = selected?.sheet === sheet && selected.top === row
          const worth = money === null || money.of[index] === -1 ? null : money.currencies[money.of[index]!]!
          const facts = [
            name === null ? null : key,
            worth === null ? null : `${money!.label} ${sayAmount(money!.values[index]!, worth)}`,
            lossOf(portfolio, index),
            fact?.(index) ?? null,
          ].filter((one) => one !== null)
          return (
            <li key={index} className={mergeClasses(styles.item, isSelected && styles.selected)}>
              <div className={styles.line}>
                <TextLink
                  className={styles.name}
                  current={isSelected}
                  onClick={() => void workbook.select({ sheet, top: row, bottom: row, left, right: left })}
                >
                  {name ?? key}
                </TextLink>
                {segment === undefined ? null : (
                  <>
                    <span className={styles.score}>
                      {Number.isNaN(scores.score[index]!) ? '' : shown(scores.score[index]!, segment.root.scale)}
                    </span>
                    <BandTag bands={segment.root.bands} name={applied.plan.bands[scores.band[index]!] ?? null} />
                  </>
                )}
                {isSelected ? (
                  <TextLink label={`Why: ${name ?? key}`} onClick={() => go('account')}>
                    Why?
                  </TextLink>
                ) : null}
              </div>
              <div className={styles.facts}>
                {facts.map((one) => (
                  <span key={one}>{one}</span>
                ))}
                {indicatorsOf(portfolio, index).map(({ kind, label }) => (
                  <span key={label} className={kind === 'risk' ? styles.risk : styles.opportunity}>
                    {kind === 'risk' ? '▼' : '▲'} {label}, {isoDate(applied.asOf)}
                  </span>
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      {more > 0 ? (
        <Button size="small" appearance="subtle" onClick={showMore}>
          and {sayCount(more)} more
        </Button>
      ) : null}
    </>
  )
}

/** The points an account lacks, and the measure that costs most of them. */
function lossOf({ scores, applied }: Portfolio, index: number): string | null {
  const { shortfall, measures } = scores.explanation ?? {}
  const segment = applied.model.segments[scores.segment[index]!]
  const whole = shortfall?.[index] ?? NaN
  if (!(whole > 5e-10) || measures === undefined || segment === undefined) return null
  let most: { readonly path: string; readonly lost: number } | null = null
  for (const [path, { lost }] of measures) {
    if (lost[index]! > (most?.lost ?? 5e-10)) most = { path, lost: lost[index]! }
  }
  const label = most === null ? undefined : membersOf(segment).get(most.path)?.member.label
  const said = `${sayNumber(whole)} points lost`
  return most === null || label === undefined ? said : `${said}, ${sayNumber(most.lost)} of them to ${label}`
}

/** The indicators that hold for an account. */
export function indicatorsOf({ scores, applied }: Portfolio, index: number) {
  return applied.model.indicators.filter((_, at) => scores.account?.indicators[at]?.[index] === 1)
}
