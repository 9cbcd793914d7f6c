import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ModelVersion } from '../../host/document/document.ts'
import { DiffView } from './diff-view.tsx'

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '560px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  versions: { maxHeight: '24vh', overflowY: 'auto' },
  note: { color: tokens.colorNeutralForeground3, display: 'block', fontSize: tokens.fontSizeBase200 },
  none: { margin: 0 },
})

interface HistoryProps {
  readonly file: string
  /** The text in the editor. */
  readonly now: string
  /** Of this file, newest first. */
  readonly versions: readonly ModelVersion[]
  readonly take: (version: ModelVersion) => void
  readonly close: () => void
}

/** The last published texts, each beside the present one; taking one puts it into the editor, where it can be published again. */
export function HistoryDialog({ file, now, versions, take, close }: HistoryProps) {
  const styles = useStyles()
  const [chosen, setChosen] = useState(0)
  const version = versions[chosen]
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>History</DialogTitle>
          <DialogContent className={styles.content}>
            {version === undefined ? (
              <p className={styles.none}>
                Nothing has been published yet. The last ten published texts will be kept here.
              </p>
            ) : (
              <>
                <RadioGroup
                  className={styles.versions}
                  value={String(chosen)}
                  onChange={(_, data) => setChosen(Number(data.value))}
                  aria-label="Published texts, newest first"
                >
                  {versions.map((one, n) => (
                    <Radio key={n} value={String(n)} label={<Version version={one} />} />
                  ))}
                </RadioGroup>
                <DiffView
                  file={file}
                  before={now}
                  after={version.text}
                  label="The chosen text, with the present one struck out where it differs"
                />
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>Close</Button>
            {version === undefined ? null : (
              <Button appearance="primary" disabled={version.text === now} onClick={() => take(version)}>
                Restore this text
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

function Version({ version: { published, author, note, revision } }: { readonly version: ModelVersion }) {
  const styles = useStyles()
  return (
    <span>
      {new Date(published).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
      <span className={styles.note}>
        {[author, note].filter((part) => part !== null).join(': ') || `revision ${revision}`}
      </span>
    </span>
  )
}
