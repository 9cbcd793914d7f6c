import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { openFile, saveFile } from './files.ts'
import { ReplaceQuestion } from './replace-question.tsx'
import { type LoadSample, SAMPLE_NAME } from './sample.ts'
import type { Session, SessionState } from './session.ts'
import { TableView } from './table-view.tsx'

const CLOSED: SessionState = {
  name: '',
  canUndo: false,
  canRedo: false,
  kept: 'yes',
  changed: false,
  alsoOpen: false,
  problem: null,
}
const KEPT = {
  yes: 'Kept in this browser',
  soon: 'Keeping…',
  refused: 'This browser keeps nothing: save a file',
} as const
const ALSO_OPEN = 'Also open in another tab: this browser keeps what is changed last'

/** Milliseconds that a sentence about what was just done stays. */
const LONG_ENOUGH = 8000

/** What is done with the workbook as a whole. It stands there from the start, so that nothing moves when the grid is ready. */
export function Bar({ session, sample }: { readonly session: Session | null; readonly sample: LoadSample }): ReactNode {
  const state = useSyncExternalStore(session?.subscribe ?? never, session?.state ?? closed)
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  useEffect(() => {
    if (saved === null) return
    const timer = setTimeout(() => setSaved(null), LONG_ENOUGH)
    return () => clearTimeout(timer)
  }, [saved])
  const [reading, setReading] = useState(false)
  /** What waits for an answer: it would replace a workbook whose last changes no file holds. */
  const [waiting, setWaiting] = useState<(() => void) | null>(null)
  const replace = (act: () => void): void => {
    if (state.changed) setWaiting(() => act)
    else act()
  }
  const attempt = (act: () => Promise<string | null>): void => void act().then(setProblem)
  const openSample = (): void =>
    attempt(async () => {
      await session!.open(SAMPLE_NAME, await sample())
      return null
    })
  const open = (): void => {
    const file = input.current?.files?.[0]
    if (session === null || file === undefined) return
    // The same file chosen again is to be heard of too.
    input.current!.value = ''
    replace(() => attempt(() => openFile(session, file)))
  }
  const save = async (): Promise<boolean> => {
    const said = await saveFile(session!)
    setSaved(said === null ? `Saved as ${state.name}.xlsx, with formulas and the model` : null)
    setProblem(said)
    return said === null
  }
  return (
    <header className="bar">
      <h1 className="bar-name">Salus</h1>
      <span className="bar-file">{state.name}</span>
      <input ref={input} type="file" accept=".xlsx" hidden onChange={open} aria-label="Workbook to open" />
      <Button of={session} act={() => input.current?.click()} title="Open an .xlsx workbook">
        Open
      </Button>
      <Button of={session} act={() => void save()} title="Save as .xlsx, with formulas and the model">
        Save
      </Button>
      <Button of={session} act={() => replace(openSample)} title="Start again with the sample portfolio">
        New from sample
      </Button>
      <span className="bar-gap" />
      <Button of={session} act={() => session!.undo()} off={!state.canUndo} title="Undo">
        Undo
      </Button>
      <Button of={session} act={() => session!.redo()} off={!state.canRedo} title="Redo">
        Redo
      </Button>
      <span className="bar-gap" />
      <Button of={session} act={() => setReading(true)} title="The cells as a plain table, for screen readers">
        Read as a table
      </Button>
      <span className="bar-saved" role="status">
        {saved}
      </span>
      <span className={problem === null && !state.alsoOpen ? 'bar-status' : 'bar-status bar-problem'} role="status">
        {problem ?? (session === null ? '' : state.alsoOpen && state.kept === 'yes' ? ALSO_OPEN : KEPT[state.kept])}
      </span>
      {waiting !== null && <ReplaceQuestion save={save} replace={waiting} close={() => setWaiting(null)} />}
      {reading && session !== null && <TableView session={session} close={() => setReading(false)} />}
    </header>
  )
}

function never(): () => void {
  return () => {}
}

function closed(): SessionState {
  return CLOSED
}

function Button({
  of,
  act,
  off = false,
  title,
  children,
}: {
  readonly of: Session | null
  readonly act: () => void
  readonly off?: boolean
  readonly title: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <button type="button" onClick={act} disabled={of === null || off} title={title}>
      {children}
    </button>
  )
}
