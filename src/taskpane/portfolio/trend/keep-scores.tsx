import { Button, Field, Input, makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { isoDate } from '../../../engine/days.ts'
import { HISTORY_SHEET, keepOnSheet } from '../../../host/desk/history-sheet.ts'
import type { SavedFilter } from '../../../host/document/document.ts'
import { HostProblem } from '../../../host/workbook.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import type { Looking } from '../looking.ts'
import { sayAccounts } from '../money.ts'
import { Note } from '../../shell/section.tsx'
import { carriedColumns } from './carried.ts'

const useStyles = makeStyles({
  keep: { display: 'block', marginTop: '8px' },
  again: { display: 'grid', rowGap: '6px', justifyItems: 'start', margin: '6px 0' },
})

type Outcome = { readonly kind: 'said' | 'refused'; readonly message: string }

interface KeepProps extends Looking {
  readonly saved: readonly SavedFilter[]
  readonly afterwards: () => void
}

/** Keeps the scores of all accounts as they are today; other numbers of the same day need a reason and stay beside the first. */
export function KeepScores({ portfolio, fields, money, saved, afterwards }: KeepProps) {
  const styles = useStyles()
  const { workbook } = useDesk()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [reason, setReason] = useState('')
  const keep = async (restate: string | null): Promise<void> => {
    try {
      const kept = await keepOnSheet(workbook, portfolio, carriedColumns(fields, money, saved), restate)
      if (kept.kind === 'refused') {
        setOutcome({ kind: 'refused', message: `Not kept: ${kept.message}.` })
        return
      }
      const day = isoDate(kept.date)
      const message =
        kept.kind === 'kept'
          ? `Kept ${sayAccounts(kept.accounts)} of ${day} on the sheet “${HISTORY_SHEET}”.`
          : `The scores of ${day} are kept already, with the same numbers.`
      setOutcome({ kind: 'said', message })
      setReason('')
      afterwards()
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setOutcome({ kind: 'said', message: caught.message })
    }
  }
  return (
    <>
      <Button className={styles.keep} size="small" onClick={() => void keep(null)}>
        Keep a snapshot of {isoDate(portfolio.applied.asOf)}
      </Button>
      <div role="status">{outcome === null ? null : <Note>{outcome.message}</Note>}</div>
      {outcome?.kind === 'refused' ? (
        <div className={styles.again}>
          <Field label="Why are there other numbers of that day?" size="small">
            <Input size="small" value={reason} onChange={(_, { value }) => setReason(value)} />
          </Field>
          <Button size="small" disabled={reason.trim() === ''} onClick={() => void keep(reason.trim())}>
            Keep these beside the earlier ones
          </Button>
        </div>
      ) : null}
    </>
  )
}
