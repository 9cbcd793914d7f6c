import { type ReactNode, useEffect, useId, useRef } from 'react'

/** Asks before a workbook is replaced whose last changes no file holds; Escape is Cancel. */
export function ReplaceQuestion({
  save,
  replace,
  close,
}: {
  /** Saves a file. Gives whether there is one now. */
  readonly save: () => Promise<boolean>
  readonly replace: () => void
  /** Called when the question is gone, however it was answered. */
  readonly close: () => void
}): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const answer = (act: () => void): void => {
    // Closed first: the focus goes back to where it was before anything is put in the place of the grid.
    dialog.current?.close()
    act()
  }
  return (
    <dialog ref={dialog} className="question" onClose={close} aria-labelledby={`${id}-asked`} aria-describedby={id}>
      <h2 id={`${id}-asked`}>Replace this workbook?</h2>
      <p id={id}>What you changed since the last save is only here, and this cannot be undone.</p>
      <div className="question-answers">
        <button
          type="button"
          className="question-first"
          onClick={() => void save().then((isSaved) => answer(isSaved ? replace : () => {}))}
        >
          Save first
        </button>
        <button type="button" onClick={() => answer(replace)}>
          Replace
        </button>
        <button type="button" onClick={() => answer(() => {})}>
          Cancel
        </button>
      </div>
    </dialog>
  )
}
