import { registry } from '../functions/registry.ts'
import { DOCUMENT_NAMESPACE } from '../host/document/xml.ts'
import type { Session } from './session.ts'

/** Opens a workbook file. Gives what went wrong in a sentence, null where nothing did. */
export async function openFile(session: Session, file: File): Promise<string | null> {
  const { readBook } = await import('../tables/xlsx/read-book.ts')
  const read = await readBook(new Uint8Array(await file.arrayBuffer()), OPTIONS)
  if (read.kind === 'problem') return `${file.name} cannot be opened: ${read.problem}`
  await session.open(file.name.replace(/\.xlsx$/i, ''), read.book)
  return null
}

/** Gives the workbook to the browser as a file to be saved. */
export async function saveFile(session: Session): Promise<string | null> {
  const { writeBook } = await import('../tables/xlsx/write-book.ts')
  const bytes = await writeBook(session.book(), OPTIONS)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
  link.download = `${session.state().name}.xlsx`
  link.click()
  session.saved()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  return null
}

const OPTIONS = { own: registry.map((each) => each.name), namespace: DOCUMENT_NAMESPACE }
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
