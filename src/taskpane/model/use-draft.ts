import { useEffect, useMemo, useState } from 'react'
import type { Load } from '../../compile/index.ts'
import type { ModelText } from '../../host/document/document.ts'
import { compileModels } from '../../host/desk/models.ts'
import type { DeskModel } from '../../host/desk/state.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { draftsOf } from './drafts.ts'

/** Milliseconds after the last keystroke before a text is read and checked. */
const PAUSE = 250

export interface DraftState {
  readonly file: string
  readonly text: string
  readonly write: (text: string) => void
  /** As it stands in the workbook; null where it does not. */
  readonly published: string | null
  readonly isChanged: boolean
  /** Somebody else has published since this draft was begun. */
  readonly isOvertaken: boolean
  /** All models of the workbook with the draft in place of the published text, as of `examined`. */
  readonly models: readonly DeskModel[]
  /** The draft read and checked; null until it first is. */
  readonly model: DeskModel | null
  /** The text that `model` is of: behind `text` while somebody types. */
  readonly examined: string
  /** The texts to publish. */
  readonly texts: readonly ModelText[]
  readonly discard: () => void
  /** From now on the draft stands on what is published now. */
  readonly rebase: () => void
  readonly load: Load
}

/** The draft of a file, read and checked in the pauses of typing. `starter` is what a file that is not there begins with. */
export function useDraft(file: string, starter: string): DraftState {
  const desk = useDesk()
  const state = useDeskState()
  const drafts = draftsOf(desk)
  const published = state.models.find((one) => one.file === file)?.text ?? null
  const kept = drafts.get(file)
  const [, redraw] = useState(0)
  const text = kept?.text ?? published ?? starter
  const [read, setRead] = useState<{ readonly models: readonly DeskModel[]; readonly of: string }>({
    models: [],
    of: '',
  })

  const texts = useMemo(() => {
    const others = state.models.filter((one) => one.file !== file)
    const own = { file, text }
    const at = state.models.findIndex((one) => one.file === file)
    return at < 0 ? [...others.map(plain), own] : state.models.map((one) => (one.file === file ? own : plain(one)))
  }, [state.models, file, text])

  useEffect(() => {
    const isFirst = read.models.every((one) => one.file !== file)
    const waiting = setTimeout(
      () => setRead({ models: compileModels(texts, [...read.models, ...state.models], state.asOf), of: text }),
      isFirst ? 0 : PAUSE,
    )
    return () => clearTimeout(waiting)
    // What was read last only saves work.
  }, [texts, state.asOf])

  const keep = (draft: { readonly text: string; readonly base: string | null } | null): void => {
    if (draft === null) drafts.delete(file)
    else drafts.set(file, draft)
    redraw((count) => count + 1)
  }
  return {
    file,
    text,
    write: (next) => {
      if (next === text) return
      keep(next === published ? null : { text: next, base: kept === undefined ? published : kept.base })
    },
    published,
    isChanged: text !== published,
    isOvertaken: kept !== undefined && kept.base !== published,
    models: read.models,
    model: read.models.find((one) => one.file === file) ?? null,
    examined: read.of,
    texts,
    discard: () => keep(null),
    rebase: () => keep({ text, base: published }),
    load: (path) => {
      const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
      return texts.find((one) => one.file.toLowerCase() === name) ?? null
    },
  }
}

function plain({ file, text }: ModelText): ModelText {
  return { file, text }
}
