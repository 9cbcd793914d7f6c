import {
  Button,
  Dropdown,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  MessageBar,
  MessageBarBody,
  Option,
  tokens,
} from '@fluentui/react-components'
import { MoreHorizontalRegular } from '@fluentui/react-icons'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CompletionContext } from '../../authoring/complete/suggestion.ts'
import { occurrencesIn } from '../../authoring/symbols/occurrences.ts'
import { HostProblem } from '../../host/workbook.ts'
import { type EditorHandle, ModelEditor } from '../editor/model-editor.tsx'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { Waiting } from '../shell/page.tsx'
import type { PageProps } from '../shell/go.ts'
import { ConflictBar } from './conflict-bar.tsx'
import { FindingsList } from './findings-list.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { ImpactStrip, sayImpact } from './impact-strip.tsx'
import { OutlineMenu } from './outline-menu.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { FIRST_FILE, starterText } from './starter.ts'
import { openText, saveText } from './text-file.ts'
import { useColumns } from './use-columns.ts'
import { type DraftState, useDraft } from './use-draft.ts'
import { type ImpactNow, useImpact } from './use-impact.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  bar: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '6px',
    padding: '6px 8px 6px 12px',
    flexShrink: 0,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  status: { display: 'block', fontWeight: 'normal', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  chooser: { minWidth: 0, flexGrow: 1 },
  editor: { flexGrow: 1, minHeight: '140px', position: 'relative' },
  message: { padding: tokens.spacingHorizontalS, flexShrink: 0 },
}) // prettier-ignore

/** The model as text: written, checked, tried on the accounts at hand, and published on purpose. */
export function ModelPage({ at }: PageProps) {
  const state = useDeskState()
  const columns = useColumns()
  const [chosen, setChosen] = useState<string | null>(null)
  if (state.status === 'loading') return <Waiting what="Opening the model" />
  const file = state.models.find((one) => one.file === chosen)?.file ?? state.models[0]?.file ?? FIRST_FILE
  return <Writing key={file} file={file} choose={setChosen} columns={columns} at={at} />
}

type Columns = NonNullable<CompletionContext['columns']>
type OpenDialog = 'publish' | 'history' | 'paste' | null

interface WritingProps {
  readonly file: string
  readonly choose: (file: string) => void
  readonly columns: Columns
  readonly at: string | undefined
}

function Writing({ file, choose, columns, at }: WritingProps) {
  const styles = useStyles()
  const desk = useDesk()
  const state = useDeskState()
  const starter = useMemo(() => starterText(columns), [columns])
  const draft = useDraft(file, starter)
  const impact = useImpact(draft)
  const editor = useRef<EditorHandle>(null)
  const [dialog, setDialog] = useState<OpenDialog>(at === 'paste' ? 'paste' : null)
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<ImpactNow | null>(null)
  useEffect(() => {
    if (at === 'paste') setDialog('paste')
    else if (at !== undefined) goToMember(at, draft, editor.current)
    // Only who turned to this page says where; later texts do not move the cursor.
  }, [at])

  const context = useMemo(
    () => ({
      columns,
      models: state.models
        .filter((one) => one.file !== file)
        .map((one) => ({ file: one.file, label: one.model.label })),
    }),
    [columns, state.models, file],
  )
  const published = state.models.find((one) => one.file === file) ?? null
  const versions = (state.document?.versions ?? []).filter((one) => one.file === file)
  const publish = async (note: string | null): Promise<void> => {
    setProblem(null)
    try {
      const saved = await desk.publish(draft.texts, note)
      if (saved.kind === 'saved') {
        draft.discard()
        setDone(impact.kind === 'impact' ? impact : null)
      }
      if (saved.kind === 'refused') setProblem(saved.message)
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setProblem(caught.message)
    }
    setDialog(null)
  }
  const findings = draft.model?.findings ?? []
  return (
    <div className={styles.page}>
      <Bar
        draft={draft}
        published={published?.model.label ?? null}
        choose={choose}
        open={setDialog}
        format={() => editor.current?.format()}
        goTo={(start, end) => editor.current?.goTo(start, end)}
      />
      {problem === null ? null : (
        <div className={styles.message}>
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      {draft.isOvertaken && draft.published !== null ? (
        <ConflictBar
          file={file}
          mine={draft.text}
          theirs={draft.published}
          version={versions[0]}
          takeTheirs={draft.discard}
          keepMine={draft.rebase}
        />
      ) : null}
      <div className={styles.editor}>
        <ModelEditor
          file={file}
          text={draft.text}
          onChange={draft.write}
          findings={findings}
          examined={draft.examined}
          context={context}
          load={draft.load}
          handle={editor}
        />
      </div>
      <FindingsList
        findings={findings}
        file={file}
        text={draft.examined}
        goTo={(start, end) => editor.current?.goTo(start, end)}
        apply={(fix) => {
          if (draft.examined === draft.text) editor.current?.apply(fix)
        }}
      />
      <ImpactStrip now={impact} done={draft.isChanged ? null : done} bands={draft.model?.model.ladder ?? []} />
      {dialog === 'publish' && draft.model !== null ? (
        <PublishDialog
          before={published?.model ?? null}
          after={draft.model.model}
          moves={sayImpact(impact)}
          publish={publish}
          cancel={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'history' ? (
        <HistoryDialog
          file={file}
          now={draft.text}
          versions={versions}
          take={({ text }) => {
            draft.write(text)
            setDialog(null)
          }}
          close={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'paste' ? (
        <PasteDialog
          use={(source) => {
            draft.write(source)
            setDialog(null)
          }}
          close={() => setDialog(null)}
        />
      ) : null}
    </div>
  )
}

interface BarProps {
  readonly draft: DraftState
  readonly published: string | null
  readonly choose: (file: string) => void
  readonly open: (dialog: OpenDialog) => void
  readonly format: () => void
  readonly goTo: (start: number, end: number) => void
}

function Bar({ draft, published, choose, open, format, goTo }: BarProps) {
  const styles = useStyles()
  const { models } = useDeskState()
  const label = draft.model?.model.label ?? published ?? 'New model'
  const isReady = draft.isChanged && draft.examined === draft.text && draft.model?.sound === true && !draft.isOvertaken
  return (
    <div className={styles.bar}>
      {models.length > 1 ? (
        <Dropdown
          className={styles.chooser}
          size="small"
          aria-label="Model"
          value={label}
          selectedOptions={[draft.file]}
          onOptionSelect={(_, { optionValue }) => choose(optionValue ?? draft.file)}
        >
          {models.map(({ file, model }) => (
            <Option key={file} value={file}>
              {model.label}
            </Option>
          ))}
        </Dropdown>
      ) : (
        <h2 className={styles.title}>
          {label}
          <span className={styles.status}>{statusOf(draft)}</span>
        </h2>
      )}
      <OutlineMenu file={draft.file} text={draft.text} goTo={goTo} />
      <Button
        size="small"
        appearance="primary"
        disabled={!isReady}
        onClick={() => open('publish')}
        title={isReady ? 'See what changes, then publish' : statusOf(draft)}
      >
        Publish
      </Button>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button size="small" appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="More" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem secondaryContent="Shift+Alt+F" onClick={format}>
              Format
            </MenuItem>
            <MenuItem disabled={!draft.isChanged || draft.published === null} onClick={draft.discard}>
              Back to what is published
            </MenuItem>
            <MenuItem onClick={() => open('history')}>History</MenuItem>
            <MenuDivider />
            <MenuItem onClick={() => open('paste')}>Paste a handbook table</MenuItem>
            <MenuItem
              onClick={() => {
                void openText().then((text) => {
                  if (text !== null) draft.write(text)
                })
              }}
            >
              Open a model file
            </MenuItem>
            <MenuItem onClick={() => saveText(draft.file, draft.text)}>Save as a model file</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  )
}

/** To a measure or dimension by its path or its last name: `utilization.mau_per_seat`, `mau_per_seat`. */
function goToMember(path: string, { text, file }: DraftState, editor: EditorHandle | null): void {
  const declared = occurrencesIn(text, file).find(
    ({ declares, means }) =>
      declares && means.some((one) => one.kind === 'member' && (one.path === path || one.path.endsWith(`.${path}`))),
  )
  if (declared !== undefined) editor?.goTo(declared.span.start, declared.span.end)
}

function statusOf({ isChanged, published, model }: DraftState): string {
  if (published === null) return 'Not published yet'
  if (!isChanged) return 'Published'
  return model?.sound === false ? 'Changed: mend the errors to publish' : 'Changed, not published'
}
