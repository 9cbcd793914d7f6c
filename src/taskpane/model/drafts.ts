import type { Desk } from '../../host/desk/desk.ts'

/** A text that is being written, and the published one it began from; null: there was none. */
export interface Draft {
  readonly text: string
  readonly base: string | null
}

const drafts = new WeakMap<Desk, Map<string, Draft>>()

/** What is being written, by file: kept while other pages of the pane are looked at. */
export function draftsOf(desk: Desk): Map<string, Draft> {
  const known = drafts.get(desk) ?? new Map<string, Draft>()
  drafts.set(desk, known)
  return known
}
