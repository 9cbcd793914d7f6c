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
import { type ClipboardEvent, useMemo, useState } from 'react'
import { importTable } from '../../authoring/import/import.ts'
import { saidOf } from '../editor/said.ts'
import { FIRST_FILE } from './starter.ts'
import { DiffView } from './diff-view.tsx'

const useStyles = makeStyles({
  surface: { width: 'calc(100vw - 24px)', maxWidth: '560px', padding: tokens.spacingHorizontalL },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  paste: { minHeight: '110px' },
  findings: { margin: 0, paddingLeft: '18px', maxHeight: '20vh', overflowY: 'auto', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
}) // prettier-ignore

interface PasteProps {
  readonly use: (source: string) => void
  readonly close: () => void
}

/** A table from a handbook, a page or a sheet becomes a model: shown with all that was guessed, and used only on demand. */
export function PasteDialog({ use, close }: PasteProps) {
  const styles = useStyles()
  const [text, setText] = useState('')
  const [table, setTable] = useState('')
  const imported = useMemo(() => (table.trim() === '' ? null : importTable(table, { resolve: true })), [table])
  const paste = (event: ClipboardEvent): void => {
    const html = event.clipboardData.getData('text/html')
    if (!/<table[\s>]/i.test(html)) return
    event.preventDefault()
    setText(event.clipboardData.getData('text/plain'))
    setTable(html)
  }
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : close())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>Paste a handbook table</DialogTitle>
          <DialogContent className={styles.content}>
            <Field
              label="A table of measures and their thresholds: from a page, as Markdown, or cells of a sheet"
              size="small"
            >
              <Textarea
                className={styles.paste}
                resize="vertical"
                value={text}
                onPaste={paste}
                onChange={(_, data) => {
                  setText(data.value)
                  setTable(data.value)
                }}
                placeholder="| Measure | Poor | Concerning | Healthy |"
              />
            </Field>
            {imported === null ? null : (
              <>
                {imported.findings.length === 0 ? null : (
                  <ul className={styles.findings} tabIndex={0} aria-label="What was guessed or could not be used">
                    {imported.findings.map((found, n) => (
                      <li key={n}>{saidOf(found)}</li>
                    ))}
                  </ul>
                )}
                {imported.source === '' ? null : (
                  <DiffView
                    file={FIRST_FILE}
                    before={imported.source}
                    after={imported.source}
                    label="The model that comes of it"
                  />
                )}
              </>
            )}
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>Cancel</Button>
            <Button
              appearance="primary"
              disabled={imported === null || imported.source === ''}
              onClick={() => use(imported!.source)}
            >
              Put it into the editor
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
