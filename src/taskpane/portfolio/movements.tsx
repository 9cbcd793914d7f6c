import { Button } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { isoDate } from '../../engine/days.ts'
import { HostProblem } from '../../host/workbook.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { Waiting } from '../shell/page.tsx'
import { toneOf } from '../shell/tone.ts'
import { AccountRows } from './account-rows.tsx'
import { type EarlierScores, readEarlierScores, scoresSheet } from './earlier-scores.ts'
import { bandsBefore } from './earlier-model.ts'
import type { Looking } from './looking.ts'
import { sayAccounts, sayCount } from './money.ts'
import { type Move, movesOf } from './moves.ts'
import { Note, Section } from '../shell/section.tsx'
import { ladderOf } from './tally.ts'

/** Who has moved between bands: since scores that were kept on a sheet, and by the last change of the model. */
export function Movements(looking: Looking) {
  return (
    <>
      <SinceEarlier {...looking} />
      <ByTheModel {...looking} />
    </>
  )
}

function SinceEarlier(looking: Looking) {
  const { portfolio, places } = looking
  const { workbook } = useDesk()
  const [earlier, setEarlier] = useState<EarlierScores | null | 'reading'>('reading')
  /** What became of keeping today's scores. */
  const [kept, setKept] = useState<string | null>(null)
  useEffect(() => {
    let isCurrent = true
    readEarlierScores(workbook, portfolio).then(
      (read) => isCurrent && setEarlier(read),
      (caught: unknown) => {
        if (!(caught instanceof HostProblem)) throw caught
        if (isCurrent) setEarlier(null)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [workbook, portfolio])
  const found = useMemo(() => {
    if (earlier === null || earlier === 'reading') return null
    const accounts = portfolio.list.columns.accounts
    return movesOf(portfolio, places, (index) => earlier.bands.get(accounts?.[index] ?? ''))
  }, [portfolio, places, earlier])
  const keep = async (): Promise<void> => {
    try {
      const sheet = scoresSheet(portfolio)
      await workbook.writeSheet(sheet)
      setKept(`Kept on the sheet “${sheet.name}”. From tomorrow on, scores are compared with it.`)
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setKept(caught.message)
    }
  }
  const today = isoDate(portfolio.applied.asOf)
  if (earlier === 'reading') return <Waiting what="Looking for earlier scores" />
  return (
    <Section title={sayTitle(earlier)}>
      {found === null ? (
        <Note>
          To see who moves, Salus needs the scores of an earlier day: a sheet with the columns Account, Date and Band.
          There is none yet. Keep today’s, and next week’s scores are compared with them.
        </Note>
      ) : (
        <>
          <Note>
            {sayMoves(found.moves, found.compared)} Compared with the sheet {earlier!.sheet}.
          </Note>
          <Moved {...looking} moves={found.moves} />
        </>
      )}
      {portfolio.list.columns.accounts === null ? null : (
        <Button size="small" onClick={() => void keep()}>
          Keep today’s scores on the sheet “Scores {today}”
        </Button>
      )}
      <div role="status">{kept === null ? null : <Note>{kept}</Note>}</div>
    </Section>
  )
}

function sayTitle(earlier: EarlierScores | null): string {
  if (earlier === null) return 'Since an earlier day'
  return earlier.date === null ? `Since the scores on ${earlier.sheet}` : `Since ${isoDate(earlier.date)}`
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
