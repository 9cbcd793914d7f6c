import { unifiedMergeView } from '@codemirror/merge'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { highlight } from '../editor/highlight.ts'
import { editorTheme } from '../editor/theme.ts'

const useStyles = makeStyles({
  box: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    height: '38vh',
    minHeight: '120px',
    overflow: 'hidden',
  },
})

interface DiffProps {
  readonly file: string
  readonly before: string
  readonly after: string
  readonly label: string
}

/** Two texts as one: lines that went are struck out above those that came. */
export function DiffView({ file, before, after, label }: DiffProps) {
  const styles = useStyles()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const view = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: after,
        extensions: [
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({
            'aria-label': label,
            tabindex: '0',
            role: 'textbox',
            'aria-readonly': 'true',
          }),
          EditorView.lineWrapping,
          highlight(file),
          editorTheme,
          // Equal texts are shown whole: there is nothing to fold away.
          ...(before === after
            ? []
            : [
                unifiedMergeView({
                  original: before,
                  mergeControls: false,
                  collapseUnchanged: { margin: 2, minSize: 4 },
                }),
              ]),
        ],
      }),
    })
    return () => view.destroy()
  }, [file, before, after, label])
  return <div className={styles.box} ref={place} />
}
