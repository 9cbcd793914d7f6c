import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import { diffModels } from '../../authoring/diff/diff.ts'
import { diffLines } from '../../authoring/diff/say.ts'
import type { Model } from '../../model/model.ts'

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '480px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  said: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  changes: { margin: 0, paddingLeft: '18px', maxHeight: '26vh', overflowY: 'auto', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  buttons: { flexWrap: 'wrap', gridColumnStart: 1, gridColumnEnd: 4, justifySelf: 'end' },
}) // prettier-ignore

interface PublishProps {
  readonly before: Model | null
  readonly after: Model
  /** What the strip says of the accounts. */
  readonly moves: string
  readonly publish: (note: string | null) => Promise<void>
  readonly cancel: () => void
}

/** Publishing is a deliberate act: what changes in meaning, which accounts move, and a note for those who ask later. */
export function PublishDialog({ before, after, moves, publish, cancel }: PublishProps) {
  const styles = useStyles()
  const [note, setNote] = useState('')
  const [isBusy, setBusy] = useState(false)
  const lines = before === null ? [] : changes(before, after)
  const submit = async (): Promise<void> => {
    setBusy(true)
    await publish(note.trim() === '' ? null : note.trim())
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : cancel())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Publish {after.label}?</DialogTitle>
          <DialogContent className={styles.content}>
            <p className={styles.said}>{moves}</p>
            {lines.length === 0 ? null : (
              <ul className={styles.changes} tabIndex={0} aria-label="What changes in meaning">
                {lines.map((line, n) => (
                  <li key={n}>{line}</li>
                ))}
              </ul>
            )}
            <Field label="Note, for those who ask later" size="small">
              <Textarea value={note} onChange={(_, data) => setNote(data.value)} placeholder="Why this changes" />
            </Field>
          </DialogContent>
          <DialogActions className={styles.buttons}>
            <Button onClick={cancel}>Not yet</Button>
            <Button appearance="primary" disabled={isBusy} onClick={() => void submit()}>
              {isBusy ? 'Publishing and scoring' : 'Publish and score again'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function changes(before: Model, after: Model): readonly string[] {
  const diff = diffModels(before, after)
  const lines = diffLines(diff, after.segments.map(({ name }) => name)).map((line) => line.trim()) // prettier-ignore
  return lines.map((line) => line.charAt(0).toUpperCase() + line.slice(1))
}
