import { type ReactNode, useEffect, useRef, useState } from 'react'
import { snapshotOf } from './grid/snapshot.ts'
import { startGrid } from './grid/univer.ts'
import { sampleBook } from './sample.ts'

/** The page: a bar, the grid and the pane. */
export function Workbench({
  sample,
}: {
  readonly sample: { readonly accounts: string; readonly ledger: string }
}): ReactNode {
  const host = useRef<HTMLDivElement>(null)
  const [ready, setReady] = useState(false)
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches
    const { univer, api } = startGrid(host.current!, [], { sheetName: () => null, onProblem: () => {} }, dark)
    api.createWorkbook(snapshotOf(sampleBook(sample.accounts, sample.ledger), 'Sample portfolio'))
    setReady(true)
    return () => univer.dispose()
  }, [])
  return (
    <div className="workbench">
      <header className="bar">
        <h1 className="bar-name">Salus</h1>
      </header>
      <main className="grid">
        <div className="grid-host" ref={host} />
        {!ready && (
          <div className="starting" role="status">
            <p className="starting-name">Salus</p>
            <progress aria-label="Starting" />
          </div>
        )}
      </main>
      <aside className="pane" aria-label="Salus pane" />
    </div>
  )
}
