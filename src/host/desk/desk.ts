import type { ModelText, ModelVersion, SalusDocument } from '../document/document.ts'
import { decodeDocument, newDocument } from '../document/text.ts'
import type { Block } from '../block.ts'
import { type CellBlock, HostProblem, type Workbook, type WorkbookEvent } from '../workbook.ts'
import { readAccounts } from './account-list.ts'
import { cellsAsked } from './cells.ts'
import { asOfDay } from './dates.ts'
import { headers, type Headers } from './headers.ts'
import { overlaps } from './merge-blocks.ts'
import { compileModels } from './models.ts'
import { type Portfolio, portfolioOf } from './portfolio.ts'
import { mergeModels, published, type Saved, store } from './save.ts'
import type { Applied, DeskState, Refusal } from './state.ts'
import { applier } from './which.ts'

/** Everything that functions and pane share: one for each open workbook. */
export interface Desk {
  readonly workbook: Workbook
  /** What is known now; the same object until something changes. */
  readonly state: () => DeskState
  /** Calls the listener whenever `state` changes. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Resolves when the document has been read once. */
  readonly load: () => Promise<DeskState>
  /** Reads the document again: somebody else may have stored one. */
  readonly reload: () => Promise<DeskState>
  /** What the second argument of a function names, made ready to score; null: the workbook's own model. */
  readonly apply: (which: string | null) => Applied | Refusal
  readonly headers: Headers
  /** Cells as they stand, blanks and formats included; one read for all that is asked in one recalculation. */
  readonly cells: (block: Block) => Promise<CellBlock | null>
  /** All accounts scored, kept until something changes; null where the workbook has no list of accounts. */
  readonly portfolio: (which?: string | null) => Promise<Portfolio | Refusal | null>
  /** Stores models with a note, and computes everything again. */
  readonly publish: (models: readonly ModelText[], note: string | null) => Promise<Saved>
  /** Publishes an earlier text again. */
  readonly restore: (version: ModelVersion) => Promise<Saved>
  /** Stores anything but models. `edit` may be called again with a newer document than it was given first. */
  readonly update: (edit: (document: SalusDocument) => SalusDocument) => Promise<Saved>
  readonly close: () => void
}

export interface DeskOptions {
  /** For documents that score as of today. */
  readonly now?: () => Date
}

export function openDesk(workbook: Workbook, { now = () => new Date() }: DeskOptions = {}): Desk {
  let state: DeskState = {
    status: 'loading',
    document: null,
    problem: null,
    models: [],
    asOf: asOfDay('today', now()),
    epoch: 0,
  }
  let apply = applier(state)
  let part: string | null = null
  let loading: Promise<DeskState> | null = null
  let portfolios = new Map<string, Promise<Portfolio | Refusal | null>>()
  /** Where the accounts of the portfolios stand. */
  let lists: readonly Block[] = []
  const listeners = new Set<() => void>()
  const known = headers(workbook)

  const change = (changes: Partial<DeskState>): void => {
    state = { ...state, ...changes, epoch: state.epoch + 1 }
    apply = applier(state)
    portfolios = new Map()
    lists = []
    for (const listener of listeners) listener()
  }

  const take = (document: SalusDocument | null, problem: string | null): void => {
    const asOf = asOfDay(document?.asOf ?? 'today', now())
    const models = compileModels(document?.models ?? [], state.models, asOf)
    change({ status: 'ready', document, problem, models, asOf })
  }

  const read = async (): Promise<DeskState> => {
    const found = await workbook.readPart()
    const isSameDay = state.asOf === asOfDay(state.document?.asOf ?? 'today', now())
    if (state.status === 'ready' && found === part && isSameDay) return state
    part = found
    const decoded = found === null ? { document: null } : decodeDocument(found)
    if ('problem' in decoded) take(null, decoded.problem)
    else take(decoded.document, null)
    return state
  }

  const reload = async (): Promise<DeskState> => {
    const before = state
    const after = await read()
    if (before.status === 'ready' && after !== before) await workbook.recalculate()
    return after
  }

  const load = (): Promise<DeskState> => {
    if (state.status === 'ready') return Promise.resolve(state)
    loading ??= read().finally(() => (loading = null))
    return loading
  }

  const save = async (
    edit: (there: SalusDocument, known: SalusDocument) => ReturnType<Parameters<typeof store>[1]>,
  ): Promise<Saved> => {
    await load()
    const base = state.document ?? newDocument()
    const saved = await store(workbook, (there) => edit(there, base), newDocument())
    await reload()
    return saved
  }

  const publish = (models: readonly ModelText[], note: string | null): Promise<Saved> =>
    save((there, base) => {
      const merged = mergeModels(base, there, models)
      if ('kind' in merged) return merged
      return published(there, { models: merged, note, at: now().toISOString() }, workbook.author)
    })

  const readPortfolio = async (which: string | null): Promise<Portfolio | Refusal | null> => {
    const applied = apply(which)
    if (applied.kind === 'refusal') return applied
    const list = await readAccounts(workbook, applied.inputs, state.document)
    if (list !== null) lists = [...lists, list.region.block]
    return list && portfolioOf(applied, list)
  }

  const checkHeaders = async (): Promise<void> => {
    if (await known.refresh()) await workbook.recalculate()
  }

  const hear = async (event: WorkbookEvent): Promise<void> => {
    if (event.kind === 'selection' || state.status === 'loading') return
    if (event.kind === 'part') {
      await reload()
    } else if (event.kind === 'structure') {
      change({})
      await checkHeaders()
    } else {
      // A list grows when something is written under it.
      const isOfAccounts = lists.some((list) => overlaps({ ...list, bottom: list.bottom + 1 }, event.block))
      const isOfHeaders = known.isTouchedBy(event.block)
      if (isOfAccounts || isOfHeaders) change({})
      if (isOfHeaders) await checkHeaders()
    }
  }
  // A host that cannot be read now will be asked again by whoever needs it, and says so there.
  const stop = workbook.watch((event) => void hear(event).catch(expectHostProblem))

  return {
    workbook,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    load,
    reload,
    apply: (which) => apply(which),
    headers: known,
    cells: cellsAsked(workbook),
    portfolio: async (which = null) => {
      await load()
      const all = portfolios
      const before = all.get(which ?? '')
      if (before !== undefined) return before
      const made = readPortfolio(which)
      all.set(which ?? '', made)
      made.catch(() => all.delete(which ?? ''))
      return made
    },
    publish,
    restore: ({ file, text, revision }) => {
      const models = state.document?.models ?? []
      const restored = { file, text }
      const isThere = models.some((one) => one.file === file)
      return publish(
        isThere ? models.map((one) => (one.file === file ? restored : one)) : [...models, restored],
        `restored revision ${revision}`,
      )
    },
    update: (edit) => save((there) => edit(there)),
    close: () => {
      stop()
      listeners.clear()
    },
  }
}

function expectHostProblem(problem: unknown): void {
  if (!(problem instanceof HostProblem)) throw problem
}
