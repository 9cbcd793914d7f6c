import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { isoDate } from '../../engine/days.ts'
import { shown } from '../../engine/rounding.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { Saved } from '../../host/desk/save.ts'
import type { OverrideEntry } from '../../host/document/document.ts'
import type { Explanation } from '../../model/explanation.ts'
import { segmentRoot } from '../../model/segment-root.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { toneOf } from '../shell/tone.ts'
import { OverrideForm } from './override-form.tsx'

const useStyles = makeStyles({
  panel: {
    marginTop: tokens.spacingVerticalXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  entry: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  add: { alignSelf: 'flex-start' },
})

interface OverridePanelProps {
  readonly portfolio: Portfolio
  readonly explanation: Explanation
}

/** What people have decided about this account, with all that was decided before; and how to decide. */
export function OverridePanel({ portfolio, explanation }: OverridePanelProps) {
  const styles = useStyles()
  const desk = useDesk()
  const { document, asOf } = useDeskState()
  const [isOpen, setOpen] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { account } = explanation
  if (account === null || document === null) return null
  const { model } = portfolio.applied
  const root = segmentRoot(model, explanation.segment)
  if (root === undefined) return null
  const entries = document.overrides.filter((one) => one.account === account)

  const keep = async (saving: Promise<Saved>): Promise<void> => {
    const saved = await saving
    setProblem(saved.kind === 'refused' ? saved.message : null)
    if (saved.kind === 'saved') setOpen(false)
  }
  const add = (entry: OverrideEntry): Promise<void> =>
    keep(desk.update((before) => ({ ...before, overrides: [...before.overrides, entry] })))
  const withdraw = (entry: OverrideEntry): Promise<void> =>
    keep(
      desk.update((before) => ({
        ...before,
        overrides: before.overrides.map((one) => (isSame(one, entry) ? { ...one, withdrawn: asOf } : one)),
      })),
    )

  const sayResult = ({ score, band }: OverrideEntry): string =>
    [score === null ? null : shown(score, root.scale), band === null ? null : toneOf(root.bands, band).label]
      .filter(Boolean)
      .join(' ')
  return (
    <section className={styles.panel} aria-label="Overrides">
      <h3 className={styles.title}>Overrides</h3>
      {entries.length === 0 ? (
        <span className={styles.note}>Nobody has overridden this score.</span>
      ) : (
        <ul className={styles.list}>
          {entries.toReversed().map((entry, k) => (
            <li key={k} className={styles.entry}>
              <strong>{sayResult(entry)}</strong> {entry.reason}
              <div className={styles.note}>
                {[entry.author, entry.date === null ? null : isoDate(entry.date), standing(entry, asOf)]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {standing(entry, asOf).startsWith('until') || entry.expiry === null
                ? entry.withdrawn === null && (
                    <Button size="small" appearance="subtle" onClick={() => void withdraw(entry)}>
                      Withdraw
                    </Button>
                  )
                : null}
            </li>
          ))}
        </ul>
      )}
      {problem === null ? null : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {isOpen ? (
        <OverrideForm
          {...{ account, root, asOf }}
          author={desk.workbook.author}
          save={add}
          cancel={() => setOpen(false)}
        />
      ) : (
        <Button className={styles.add} size="small" onClick={() => setOpen(true)}>
          Override this score
        </Button>
      )}
    </section>
  )
}

function standing({ withdrawn, expiry }: OverrideEntry, asOf: number): string {
  if (withdrawn !== null) return `withdrawn ${isoDate(withdrawn)}`
  if (expiry === null) return ''
  return expiry < asOf ? `expired ${isoDate(expiry)}` : `until ${isoDate(expiry)}`
}

function isSame(one: OverrideEntry, other: OverrideEntry): boolean {
  const keys = ['account', 'path', 'score', 'band', 'reason', 'author', 'date', 'expiry', 'withdrawn'] as const
  return keys.every((key) => one[key] === other[key])
}
