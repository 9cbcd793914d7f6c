import { type CSSProperties, type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Pane } from '../taskpane/shell/pane.tsx'
import { Bar } from './bar.tsx'
import { snapshotOf } from './grid/snapshot.ts'
import { type LoadSample, SAMPLE_NAME } from './sample.ts'
import { type Session, startSession } from './session.ts'
import { Splitter, usePaneWidth } from './splitter.tsx'
import { readKept } from './store.ts'
import { turnByKey } from './turn-by-key.ts'

/** The page: a bar, the grid with a line of words under it, and the pane. */
export function Workbench({ sample }: { readonly sample: LoadSample }): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const [session, setSession] = useState<Session | null>(null)
  const [width, setWidth] = usePaneWidth()
  useEffect(() => {
    let isGone = false
    let started: Session | null = null
    void start(host.current!, sample).then((opened) => {
      started = opened
      if (isGone) opened.close()
      else setSession(opened)
    })
    return () => {
      isGone = true
      started?.close()
    }
  }, [sample])
  useEffect(turnByKey, [])
  return (
    <div className="workbench" style={{ '--pane-width': `${width}px` } as CSSProperties}>
      <Bar session={session} sample={sample} />
      <section className="grid" aria-label="Spreadsheet">
        <div className="grid-host" ref={host} />
        {session === null && (
          <div className="starting" role="status">
            <progress aria-label="Starting" />
            <p className="starting-step">Opening the workbook</p>
          </div>
        )}
        <Splitter controls="pane" width={width} change={setWidth} />
      </section>
      <div className="words" role="status">
        {session && <Words session={session} />}
      </div>
      <div className="pane" id="pane">
        {session && <Pane desk={session.desk} />}
      </div>
    </div>
  )
}

async function start(host: HTMLElement, sample: LoadSample): Promise<Session> {
  const kept = await readKept()
  // The grid takes a second of the page's only thread: what is there already is to be seen first.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  if (kept !== null) return startSession(host, kept)
  const book = await sample()
  return startSession(host, { schema: 1, name: SAMPLE_NAME, snapshot: snapshotOf(book, SAMPLE_NAME), part: book.part })
}

/** What an error in the selected cell means; else how to begin. */
function Words({ session }: { readonly session: Session }): ReactNode {
  const { problem } = useSyncExternalStore(session.subscribe, session.state)
  if (problem === null)
    return (
      <span>
        Click an account to see why it scores as it does. Type =HEALTH( in a cell to score a row. F6 turns to the pane.
      </span>
    )
  return (
    <span className="words-problem">
      <strong>{problem.cell}</strong> {problem.message}
    </span>
  )
}
