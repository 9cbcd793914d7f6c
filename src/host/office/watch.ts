/// <reference types="office-js" />
import { type Block, parseBlock } from '../block.ts'
import type { WorkbookEvent } from '../workbook.ts'
import { run } from './run.ts'

/** Events of one action come one by one; they are told together, this many milliseconds after the first. */
const TOGETHER = 30

/** Changes of so many blocks at once are told as one change of everything. */
const BLOCKS = 64

/** Tells of what happens in the workbook. Returns how to stop. */
export function watch(listener: (event: WorkbookEvent) => void): () => void {
  const pending = new Map<string, WorkbookEvent>()
  let timer: ReturnType<typeof setTimeout> | null = null
  let isStopped = false

  const tell = (event: WorkbookEvent): void => {
    pending.set(event.kind === 'cells' ? JSON.stringify(event.block) : event.kind, event)
    timer ??= setTimeout(() => {
      timer = null
      const events = [...pending.values()]
      pending.clear()
      if (!isStopped) for (const one of merged(events)) listener(one)
    }, TOGETHER)
  }

  const hearFocus = () => {
    if (!document.hidden) tell({ kind: 'part' })
  }
  window.addEventListener('focus', hearFocus)
  document.addEventListener('visibilitychange', hearFocus)
  const registered = register(tell)
  // What cannot be heard is found again on focus.
  registered.catch(() => undefined)

  return () => {
    isStopped = true
    window.removeEventListener('focus', hearFocus)
    document.removeEventListener('visibilitychange', hearFocus)
    void registered.then((handlers) => Promise.all(handlers.map((stop) => stop()))).catch(() => undefined)
  }
}

function merged(events: readonly WorkbookEvent[]): readonly WorkbookEvent[] {
  const cells = events.filter(({ kind }) => kind === 'cells')
  if (cells.length <= BLOCKS) return events
  return [...events.filter(({ kind }) => kind !== 'cells' && kind !== 'structure'), { kind: 'structure' }]
}

/** Registers for everything in one round trip; gives how to stop each. */
function register(tell: (event: WorkbookEvent) => void): Promise<(() => Promise<void>)[]> {
  return run(async (context) => {
    const { worksheets, tables } = context.workbook
    const structure = async () => tell({ kind: 'structure' })
    const part = async () => tell({ kind: 'part' })
    const handlers: OfficeExtension.EventHandlerResult<never>[] = [
      worksheets.onChanged.add(async (event) => {
        // Another person's publishing reaches us as their cells' new values.
        if (event.source === 'Remote') tell({ kind: 'part' })
        if (event.changeType !== 'RangeEdited') tell({ kind: 'structure' })
        else await tellCells(event.worksheetId, event.address, tell)
      }),
      worksheets.onFormatChanged.add(async (event) => tellCells(event.worksheetId, event.address, tell)),
      worksheets.onSelectionChanged.add(async (event) => {
        const [block] = await blocksOf(event.worksheetId, event.address)
        tell({ kind: 'selection', block: block ?? null })
      }),
      worksheets.onActivated.add(part),
      worksheets.onAdded.add(structure),
      worksheets.onDeleted.add(structure),
      worksheets.onRowSorted.add(structure),
      tables.onAdded.add(structure),
      tables.onDeleted.add(structure),
    ]
    if (isSupported('ExcelApi', '1.13')) handlers.push(context.workbook.onActivated.add(part))
    if (isSupported('ExcelApi', '1.17')) handlers.push(worksheets.onNameChanged.add(structure))
    await context.sync()
    return handlers.map(
      (handler) => () =>
        // A handler is removed in the context that added it.
        Excel.run(handler.context, async (own) => {
          handler.remove()
          await own.sync()
        }),
    )
  })
}

async function tellCells(sheetId: string, address: string, tell: (event: WorkbookEvent) => void): Promise<void> {
  for (const block of await blocksOf(sheetId, address)) tell({ kind: 'cells', block })
}

/** Blocks of an event: `A1:B2`, `A:A`, or several with commas. Its sheet comes as an id, whose name is asked for once. */
async function blocksOf(sheetId: string, address: string): Promise<readonly Block[]> {
  const sheet = await nameOf(sheetId)
  if (sheet === null) return []
  return address.split(',').flatMap((one) => {
    const block = parseBlock(`_!${one.slice(one.lastIndexOf('!') + 1).trim()}`)
    return block === null ? [] : [{ ...block, sheet }]
  })
}

/** Names change, so they are kept for a moment only: long enough for the events of one action. */
const names = new Map<string, Promise<string | null>>()

function nameOf(sheetId: string): Promise<string | null> {
  const known = names.get(sheetId)
  if (known !== undefined) return known
  const asked = run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId).load('name')
    await context.sync()
    return sheet.name
  }).catch(() => null)
  names.set(sheetId, asked)
  setTimeout(() => names.delete(sheetId), 1000)
  return asked
}

export function isSupported(set: string, version: string): boolean {
  return Office.context.requirements.isSetSupported(set, version)
}
