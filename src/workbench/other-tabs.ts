/** One tab to the others of this browser: is anybody there, I am, I go. */
interface Said {
  readonly kind: 'asks' | 'here' | 'gone'
  readonly tab: string
}

/** Milliseconds in which a tab answers. */
const ANSWERED = 500

/** Other tabs keep their workbook in the same place: tells whether there are any. Returns how to stop. */
export function watchOtherTabs(tell: (isAlsoOpen: boolean) => void): () => void {
  const channel = new BroadcastChannel('salus-workbench')
  const tab = crypto.randomUUID()
  const others = new Set<string>()
  const say = (kind: Said['kind']): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none: it ends at this origin
    channel.postMessage({ kind, tab } satisfies Said)
  }
  channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.kind === 'gone') others.delete(data.tab)
    else others.add(data.tab)
    if (data.kind === 'asks') say('here')
    tell(others.size > 0)
  })
  // A tab may go without a word: whoever comes back to this one is told what holds now.
  const ask = (): void => {
    if (document.visibilityState === 'hidden') return
    others.clear()
    say('asks')
    setTimeout(() => tell(others.size > 0), ANSWERED)
  }
  const leave = (): void => say('gone')
  document.addEventListener('visibilitychange', ask)
  addEventListener('pageshow', ask)
  addEventListener('pagehide', leave)
  ask()
  return () => {
    document.removeEventListener('visibilitychange', ask)
    removeEventListener('pageshow', ask)
    removeEventListener('pagehide', leave)
    leave()
    channel.close()
  }
}
