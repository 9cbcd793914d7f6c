import { createStore, del, get, set } from 'idb-keyval'
import type { IWorkbookData } from '@univerjs/presets'

/** What is kept in this browser between two visits. */
export interface Kept {
  readonly schema: 1
  readonly name: string
  readonly snapshot: IWorkbookData
  readonly part: string | null
  /** Whether no file holds what was done last; absent where it was kept before that was known. */
  readonly changed?: boolean
}

const store = createStore('salus-workbench', 'workbooks')
const KEY = 'open'

/** The workbook of the last visit; null where there is none, or where this browser keeps nothing. */
export async function readKept(): Promise<Kept | null> {
  try {
    const kept = await get<Kept>(KEY, store)
    return kept?.schema === 1 ? kept : null
  } catch {
    return null
  }
}

/** Whether it was kept: a private window or a full disk may refuse. */
export async function keep(kept: Kept): Promise<boolean> {
  try {
    await set(KEY, kept, store)
    return true
  } catch {
    return false
  }
}

export async function forget(): Promise<void> {
  await del(KEY, store)
}
