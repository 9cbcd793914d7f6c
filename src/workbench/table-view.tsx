import { type ReactNode, useEffect, useRef, useState } from 'react'
import { columnLetters } from '../host/block.ts'
import type { CellBlock, Region } from '../host/workbook.ts'
import type { Cell } from '../tables/cell.ts'
import type { Session } from './session.ts'

/** More rows than this are not put into a page at once. */
const PAGE = 200

/** The list around the selected cell as a plain table: the grid itself is a drawing, which no screen reader can read. */
export function TableView({ session, close }: { readonly session: Session; readonly close: () => void }): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const [region, setRegion] = useState<(CellBlock & { readonly name: string }) | null>(null)
  const [rows, setRows] = useState(PAGE)
  useEffect(() => {
    dialog.current?.showModal()
    void currentRegion(session).then(setRegion)
  }, [session])
  const [header, ...body] = region?.cells ?? []
  return (
    <dialog ref={dialog} className="table-view" onClose={close} aria-labelledby="table-view-name">
      <div className="table-view-bar">
        <h2 id="table-view-name">{region?.name ?? 'There is nothing on this sheet yet'}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
      {region !== null && header !== undefined && (
        <div className="table-view-cells" tabIndex={0} role="region" aria-label={region.name}>
          <table>
            <thead>
              <tr>
                <th scope="col">Row</th>
                {header.map((cell, at) => (
                  <th scope="col" key={columnLetters(region.block.left + at)}>
                    {shown(cell)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {body.slice(0, rows).map((cells, at) => (
                <tr key={region.block.top + at + 2}>
                  <th scope="row">{region.block.top + at + 2}</th>
                  {cells.map((cell, column) => (
                    <td key={columnLetters(region.block.left + column)}>{shown(cell)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {rows < body.length && (
            <button type="button" onClick={() => setRows(rows + PAGE)}>
              Show {Math.min(PAGE, body.length - rows)} more of {body.length} rows
            </button>
          )}
        </div>
      )}
    </dialog>
  )
}

async function currentRegion({ workbook }: Session): Promise<(CellBlock & { readonly name: string }) | null> {
  const [selected, regions] = await Promise.all([workbook.selection(), workbook.regions()])
  const here = regions.filter(({ block }) => selected === null || block.sheet === selected.sheet)
  const region = here.find(({ block }) => selected !== null && holds(block, selected.top, selected.left)) ?? here[0]
  if (region === undefined) return null
  const [read] = await workbook.readBlocks([region.block])
  return read ? { ...read, name: nameOf(region) } : null
}

function holds(block: Region['block'], row: number, column: number): boolean {
  return block.top <= row && row <= block.bottom && block.left <= column && column <= block.right
}

function nameOf({ table, block }: Region): string {
  return `${table ?? block.sheet}, ${block.bottom - block.top} rows on ${block.sheet}`
}

function shown(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(Math.round(cell * 1e4) / 1e4)
  if (typeof cell !== 'object') return String(cell)
  if (cell.kind === 'percent') return `${Math.round(cell.value * 1e4) / 100}%`
  return cell.kind === 'date' ? new Date(cell.value * 86_400_000).toISOString().slice(0, 10) : cell.text
}
