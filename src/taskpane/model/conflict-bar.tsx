import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ModelVersion } from '../../host/document/document.ts'
import { DiffView } from './diff-view.tsx'

const useStyles = makeStyles({
  box: { padding: tokens.spacingHorizontalS, flexShrink: 0 },
  buttons: { flexWrap: 'wrap', rowGap: '4px' },
  diff: { marginTop: tokens.spacingVerticalS },
})

interface ConflictProps {
  readonly file: string
  readonly mine: string
  readonly theirs: string
  /** Who published it, and when, where that is known. */
  readonly version: ModelVersion | undefined
  readonly takeTheirs: () => void
  readonly keepMine: () => void
}

/** Somebody else has published while this text was being written: nothing is overwritten without being seen. */
export function ConflictBar({ file, mine, theirs, version, takeTheirs, keepMine }: ConflictProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(true)
  return (
    <div className={styles.box}>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{version?.author ?? 'Somebody else'} has published a newer text.</MessageBarTitle>{' '}
          {version?.note === null || version === undefined ? '' : `“${version.note}” `}
          Struck out is theirs, below it stands yours. Nothing of either is lost: every published text stays under
          History.
        </MessageBarBody>
        <MessageBarActions className={styles.buttons}>
          <Button size="small" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {isOpen ? 'Hide difference' : 'Show difference'}
          </Button>
          <Button size="small" onClick={takeTheirs}>
            Take theirs
          </Button>
          <Button size="small" onClick={keepMine}>
            Keep mine
          </Button>
        </MessageBarActions>
      </MessageBar>
      {isOpen ? (
        <div className={styles.diff}>
          <DiffView file={file} before={theirs} after={mine} label="Their text, struck out where yours differs" />
        </div>
      ) : null}
    </div>
  )
}
