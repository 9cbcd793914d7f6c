import { type KeyboardEvent, type PointerEvent, type ReactNode, useState } from 'react'

/** Widths of the pane, in pixels: what a pane of Excel may have, and twice that for models. */
const NARROWEST = 320
const WIDEST = 640
const USUAL = 380
const STEP = 20
const KEY = 'salus-pane-width'

/** The width of the pane, as it was left, and how to change it. */
export function usePaneWidth(): readonly [width: number, change: (width: number) => void] {
  const [width, setWidth] = useState(readWidth)
  const change = (asked: number): void => {
    const next = within(asked)
    setWidth(next)
    keepWidth(next)
  }
  return [width, change]
}

interface SplitterProps {
  /** Id of what it makes wider and narrower: all that is to the right of it. */
  readonly controls: string
  readonly width: number
  readonly change: (width: number) => void
}

/** The edge of the pane, moved by dragging it or with the arrow keys; a double click puts it back. */
export function Splitter({ controls, width, change }: SplitterProps): ReactNode {
  const drag = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLDivElement>): void => {
    if (currentTarget.hasPointerCapture(pointerId)) change(window.innerWidth - clientX)
  }
  const press = (event: KeyboardEvent): void => {
    const next = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: NARROWEST, End: WIDEST }[event.key]
    if (next === undefined) return
    event.preventDefault()
    change(next)
  }
  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the pane"
      aria-controls={controls}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      title="Drag to make the pane wider; double click for the usual width"
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
      onDoubleClick={() => change(USUAL)}
    />
  )
}

function within(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}

function readWidth(): number {
  try {
    return within(Number(localStorage.getItem(KEY) ?? USUAL) || USUAL)
  } catch {
    return USUAL
  }
}

function keepWidth(width: number): void {
  try {
    localStorage.setItem(KEY, String(width))
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}
