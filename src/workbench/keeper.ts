import { keep, type Kept } from './store.ts'

/** Keeps what is open in this browser, a moment after each change, once everything is computed. */
export interface Keeper {
  readonly soon: () => void
  readonly close: () => void
}

/** Long enough that typing does not wait for it, short enough that nobody closes the page in between. */
const DELAY = 500
/** How often a calculation may put it off. */
const PATIENCE = 6

export function keeper(
  take: () => Kept,
  isBusy: () => boolean,
  tell: (kept: 'yes' | 'soon' | 'refused') => void,
): Keeper {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waited = 0
  const now = async (): Promise<void> => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    if (isBusy() && document.visibilityState === 'visible' && ++waited < PATIENCE) return soon()
    waited = 0
    const kept = await keep(take())
    if (timer === null) tell(kept ? 'yes' : 'refused')
  }
  const soon = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void now(), DELAY)
    tell('soon')
  }
  const leave = (): void => {
    if (document.visibilityState === 'hidden') void now()
  }
  document.addEventListener('visibilitychange', leave)
  return {
    soon,
    close: () => {
      void now()
      document.removeEventListener('visibilitychange', leave)
    },
  }
}
