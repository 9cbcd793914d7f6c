import { Field, Select } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { isoDate } from '../../engine/days.ts'
import type { History, KeptSnapshot } from '../../history/history.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { Notice, Waiting } from '../shell/page.tsx'
import { toneOf } from '../shell/tone.ts'
import { AccountRows } from './account-rows.tsx'
import { bandsBefore } from './earlier-model.ts'
import { earlierDays, earlierScores } from './earlier-scores.ts'
import type { Looking } from './looking.ts'
import { sayAccounts, sayCount } from './money.ts'
import { type Move, movesOf } from './moves.ts'
import { Note, Section } from '../shell/section.tsx'
import { ladderOf } from './tally.ts'
import { KeepScores } from './trend/keep-scores.tsx'
import { useHistory } from './trend/use-history.ts'

/** Who has moved between bands: since a snapshot that was kept, and by the last change of the model. */
export function Movements(looking: Looking) {
  return (
    <>
      <SinceEarlier {...looking} />
      <ByTheModel {...looking} />
    </>
  )
}

const NO_FILTERS: readonly never[] = []

function SinceEarlier(looking: Looking) {
  const [now, readAgain] = useHistory()
  const { document } = useDeskState()
  if (now.kind === 'reading') return <Waiting what="Reading what was kept" />
  if (now.kind === 'problem') return <Notice>{now.message}</Notice>
  const days = earlierDays(now.history, looking.portfolio)
  return (
    <Section title="Since a snapshot">
      {days.length === 0 ? (
        <Note>
          To see who moves, Salus needs a snapshot of an earlier day. None is kept yet. Keep one now, and next week’s
          scores are compared with it.
        </Note>
      ) : (
        <SinceDay {...looking} history={now.history} days={days} />
      )}
      <KeepScores {...looking} saved={document?.filters ?? NO_FILTERS} afterwards={readAgain} />
    </Section>
  )
}

interface SinceDayProps extends Looking {
  readonly history: History
  /** The latest first, at least one. */
  readonly days: readonly KeptSnapshot[]
}

function SinceDay({ history, days, ...looking }: SinceDayProps) {
  const { portfolio, places } = looking
  const [chosen, setChosen] = useState<number | null>(null)
  const kept = days.find(({ date }) => date === chosen) ?? days[0]!
  const earlier = useMemo(() => earlierScores(history, kept, portfolio), [history, kept, portfolio])
  const { moves, compared } = useMemo(() => {
    const accounts = portfolio.list.columns.accounts
    return movesOf(portfolio, places, (index) => earlier.bands.get(accounts?.[index] ?? ''))
  }, [portfolio, places, earlier])
  return (
    <>
      <Field label="Compared with" size="small">
        <Select size="small" value={String(kept.date)} onChange={(_, { value }) => setChosen(Number(value))}>
          {days.map(({ date }) => (
            <option key={date} value={date}>
              {isoDate(date)}
            </option>
          ))}
        </Select>
      </Field>
      <Note>
        {sayMoves(moves, compared)}
        {earlier.isSameModel ? '' : ' The model was another then: some may have moved by its change alone.'}
      </Note>
      <Moved {...looking} moves={moves} />
    </>
  )
}

function ByTheModel(looking: Looking) {
  const { portfolio, places } = looking
  const { document } = useDeskState()
  const before = useMemo(() => document && bandsBefore(document, portfolio), [document, portfolio])
  const found = useMemo(
    () => before && movesOf(portfolio, places, (index) => before.bands[index]),
    [portfolio, places, before],
  )
  return (
    <Section title="By the last change of the model">
      {before === null || found === null ? (
        <Note>The model has not been changed since it came into this workbook.</Note>
      ) : (
        <>
          <Note>
            Published {before.published.slice(0, 10)}
            {before.author === null ? '' : ` by ${before.author}`}
            {before.note === null ? '' : `: ${before.note}`}. The same accounts, scored by the text before:{' '}
            {sayMoves(found.moves, found.compared)}
          </Note>
          <Moved {...looking} moves={found.moves} />
        </>
      )}
    </Section>
  )
}

function sayMoves(moves: readonly Move[], compared: number): string {
  if (moves.length === 0) return `None of ${sayAccounts(compared)} has moved to another band.`
  const fell = moves.filter(({ rungs }) => rungs < 0).length
  const rose = moves.filter(({ rungs }) => rungs > 0).length
  const other = moves.length - fell - rose
  const parts = [
    `${sayCount(fell)} fell`,
    `${sayCount(rose)} rose`,
    ...(other === 0 ? [] : [`${sayCount(other)} gained or lost their score`]),
  ]
  return `${parts.join(', ')}, of ${sayAccounts(compared)}.`
}

const FIRST = 10

function Moved({ moves, ...looking }: Looking & { readonly moves: readonly Move[] }) {
  const [count, setCount] = useState(FIRST)
  const rungs = ladderOf(looking.portfolio)
  const listed = moves.slice(0, count)
  const from = new Map(moves.map((move) => [move.index, move.from]))
  return (
    <AccountRows
      {...looking}
      indexes={listed.map(({ index }) => index)}
      more={moves.length - listed.length}
      showMore={() => setCount(count + 40)}
      fact={(index) => `was ${toneOf(rungs, from.get(index) ?? null).label}`}
    />
  )
}
