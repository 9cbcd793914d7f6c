import { keep, type Kept } from './store.ts'

/** Keeps what is open in this browser, a moment after each change. */
export interface Keeper {
  readonly soon: () => void
  readonly close: () => void
}

/** Long enough that a calculation is over, short enough that nobody closes the page in between. */
const DELAY = 500

export function keeper(take: () => Kept, tell: (kept: 'yes' | 'soon' | 'refused') => void): Keeper {
  let timer: ReturnType<typeof setTimeout> | null = null
  const now = async (): Promise<void> => {
    if (timer === null) return
    clearTimeout(timer)
    timer = null
    const kept = await keep(take())
    if (timer === null) tell(kept ? 'yes' : 'refused')
  }
  const leave = (): void => {
    if (document.visibilityState === 'hidden') void now()
  }
  document.addEventListener('visibilitychange', leave)
  return {
    soon: () => {
      if (timer !== null) clearTimeout(timer)
      timer = setTimeout(() => void now(), DELAY)
      tell('soon')
    },
    close: () => {
      void now()
      document.removeEventListener('visibilitychange', leave)
    },
  }
}
