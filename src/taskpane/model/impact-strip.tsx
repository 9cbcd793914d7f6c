import { makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Impact, ListedMover } from '../../authoring/impact/impact.ts'
import { HostProblem } from '../../host/workbook.ts'
import type { Band } from '../../model/judge.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { useDesk } from '../shell/desk-context.tsx'
import { ListToggle } from './list-toggle.tsx'
import type { ImpactNow } from './use-impact.ts'

const useStyles = makeStyles({
  strip: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  head: { display: 'flex', alignItems: 'center', padding: '4px 8px 4px 12px', minHeight: '32px', columnGap: '6px' },
  said: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  more: { maxHeight: '34vh', overflowY: 'auto', padding: '0 12px 8px', fontSize: tokens.fontSizeBase200 },
  turns: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, rowGap: '2px', margin: '0 0 8px', padding: 0, listStyleType: 'none' },
  turn: { display: 'inline-flex', columnGap: '4px', alignItems: 'center', whiteSpace: 'nowrap' },
  movers: { listStyleType: 'none', margin: 0, padding: 0 },
  mover: {
    display: 'block',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    padding: '5px 0',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  first: { display: 'flex', flexWrap: 'wrap', columnGap: '6px', alignItems: 'baseline', justifyContent: 'space-between' },
  reason: { color: tokens.colorNeutralForeground3, display: 'block', overflowWrap: 'anywhere' },
}) // prettier-ignore

interface StripProps {
  readonly now: ImpactNow
  /** What publishing did, as long as nothing is written after it. */
  readonly done: ImpactNow | null
  readonly bands: readonly Band[]
}

/** Which accounts move between bands if the text is published, or did as it was: one line, and behind it all of them. */
export function ImpactStrip({ now, done, bands }: StripProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const shown = done ?? now
  const moves = shown.kind === 'impact' && shown.impact.moved > 0
  return (
    <section className={styles.strip} aria-label="What would change">
      <div className={styles.head}>
        <p className={`${styles.said} ${moves ? '' : styles.quiet}`} role="status">
          {done === null ? sayImpact(now) : `${sayImpact(done, 'changed')} ${sayImpact(now)}`}
        </p>
        {moves ? <ListToggle label="Which" isOpen={isOpen} setOpen={setOpen} /> : null}
      </div>
      {moves && isOpen ? <Moves now={shown} isDone={done !== null} bands={bands} /> : null}
    </section>
  )
}

/** The strip in one sentence. */
export function sayImpact(now: ImpactNow, change: 'would change' | 'changed' = 'would change'): string {
  if (now.kind === 'none') return now.message
  if (now.kind === 'working') return 'Working out what would change.'
  const { accounts, moved, better, worse, shifted } = now.impact
  if (moved === 0 && shifted === 0) return `No account ${change}: ${accounts} looked at.`
  if (moved === 0)
    return `No account ${change} its band; ${count(shifted, 'score')} ${change === 'changed' ? 'did' : 'would'}.`
  const other = moved - better - worse
  const parts = [
    better > 0 ? `${better} up` : '',
    worse > 0 ? `${worse} down` : '',
    other > 0 ? `${other} with or without a score` : '',
  ]
  const others = shifted === 0 ? '' : `; ${count(shifted, 'more score')} ${change} within the band`
  return `${moved} of ${accounts} accounts ${change} band: ${parts.filter((part) => part !== '').join(', ')}${others}.`
}

function Moves({
  now,
  isDone,
  bands,
}: {
  readonly now: Extract<ImpactNow, { kind: 'impact' }>
  readonly isDone: boolean
  readonly bands: readonly Band[]
}) {
  const styles = useStyles()
  const desk = useDesk()
  const { list } = now.portfolio
  const goTo = (row: number): void => {
    const { block } = list.region
    const at = list.rows[row]!
    desk.workbook.select({ ...block, top: at, bottom: at }).catch(expectHostProblem)
  }
  const turns = now.impact.matrix.filter(({ from, to }) => from !== to)
  const more = now.impact.moved - now.impact.movers.length
  return (
    <div className={styles.more}>
      <ul className={styles.turns} aria-label="From band to band">
        {turns.map(({ from, to, count: accounts }) => (
          <li key={`${from} ${to}`} className={styles.turn}>
            <strong>{accounts}</strong>
            <BandTag bands={bands} name={from} /> → <BandTag bands={bands} name={to} />
          </li>
        ))}
      </ul>
      {sayWhere(now.impact)}
      <ul className={styles.movers} aria-label={`Accounts that ${isDone ? 'changed' : 'would change'} band`}>
        {now.impact.movers.map((mover) => (
          <li key={mover.row}>
            <button type="button" className={styles.mover} onClick={() => goTo(mover.row)}>
              <Mover mover={mover} bands={bands} />
            </button>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>And {more} more.</p> : null}
    </div>
  )
}

function Mover({ mover, bands }: { readonly mover: ListedMover; readonly bands: readonly Band[] }) {
  const styles = useStyles()
  return (
    <>
      <span className={styles.first}>
        <strong>{mover.account ?? `Row ${mover.row + 1}`}</strong>
        <span className={styles.turn}>
          {mover.scoreBefore ?? ''} <BandTag bands={bands} name={mover.from} /> → {mover.scoreAfter ?? ''}{' '}
          <BandTag bands={bands} name={mover.to} />
        </span>
      </span>
      <span className={styles.reason}>{mover.reason.charAt(0).toUpperCase() + mover.reason.slice(1)}</span>
    </>
  )
}

function sayWhere({ segments }: Impact) {
  if (segments.length < 2) return null
  return <p>By segment: {segments.map(({ segment, moved }) => `${segment ?? 'none'} ${moved}`).join(', ')}</p>
}

/** A row that cannot be shown stays where it is. */
function expectHostProblem(problem: unknown): void {
  if (!(problem instanceof HostProblem)) throw problem
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
