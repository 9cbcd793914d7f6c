/** The parts of the page in the order that F6 turns to them, each with what takes the focus when nothing in it had it yet. */
const PARTS = [
  { part: '.bar', first: 'button:enabled' },
  { part: '.grid', first: '[data-u-comp=editor]' },
  { part: '.pane', first: '[role=tab][aria-selected=true]' },
] as const

/**
 * F6 goes on to the next part of the page, with Shift to the one before, to where the focus was in it last: in the grid Tab moves
 * from cell to cell and leads nowhere else. Returns how to stop.
 */
export function turnByKey(): () => void {
  const last = new Map<string, HTMLElement>()
  const remember = ({ target }: FocusEvent): void => {
    const part = target instanceof HTMLElement ? partOf(target) : undefined
    if (part !== undefined) last.set(part.part, target as HTMLElement)
  }
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    event.stopPropagation()
    const now = PARTS.findIndex((each) => each === partOf(document.activeElement))
    const next = PARTS[(Math.max(now, 0) + (event.shiftKey ? PARTS.length - 1 : 1)) % PARTS.length]!
    const known = last.get(next.part)
    const target = known?.isConnected ? known : document.querySelector<HTMLElement>(`${next.part} ${next.first}`)
    target?.focus({ preventScroll: true })
  }
  document.addEventListener('focusin', remember)
  document.addEventListener('keydown', turn, true)
  return () => {
    document.removeEventListener('focusin', remember)
    document.removeEventListener('keydown', turn, true)
  }
}

function partOf(element: Element | null): (typeof PARTS)[number] | undefined {
  return PARTS.find(({ part }) => element?.closest(part))
}
