import type { History, KeptSnapshot } from './history.ts'
import { type At, type Reason, reasonsOf, scoreAt } from './reasons.ts'
import { seriesOf } from './series.ts'
import { type Chosen, EVERY } from './tally.ts'

/** An account that somebody should look at, with what it was, what it is, and why. */
export interface Alert {
  /** `crossing`: into another band. `drop`: many points in a few days. */
  readonly kind: 'crossing' | 'drop'
  readonly account: string
  /** What is alerted of: '' is the whole score, else the path of a dimension. */
  readonly of: string
  readonly from: State
  readonly to: State
  /** Points; the shares of the reasons add up to it. */
  readonly change: number
  readonly worse: boolean
  /** Scored by different versions of the model: the change may not be the customer's. */
  readonly modelChanged: boolean
  readonly reasons: readonly Reason[]
}

export interface State {
  /** Days since 1970-01-01. */
  readonly date: number
  readonly band: string | null
  readonly score: number
  /** What it was judged as; the measures of another segment are others. */
  readonly segment: string | null
  readonly at: At
}

export interface AlertOptions {
  readonly model: string
  /** '' is the whole score. */
  readonly of: string
  readonly direction: 'worse' | 'better' | 'both'
  /** So many snapshots in a row must say the same. */
  readonly hold: number
  /** A crossing counts where the score has moved by at least so many points since it was last in the band it left. */
  readonly margin: number
  /** A loss of so many points within so many days; null asks for crossings alone. */
  readonly drop: { readonly points: number; readonly days: number } | null
  readonly chosen?: Chosen
}

/** All alerts there ever were, by date, then account. Accounts without a score on a date are passed over on it. */
export function alertsOf(history: History, options: AlertOptions): readonly Alert[] {
  const series = seriesOf(history, options.model)
  const alerts: Alert[] = []
  for (const [account, states] of statesByAccount(history, series, options)) {
    const made = [...crossings(states, history.bands, options), ...drops(states, options)]
    for (const { kind, from, to } of made) alerts.push(alert(kind, account, from, to, history, options.of))
  }
  return alerts.toSorted(
    (one, other) => one.to.date - other.to.date || compare(one.account, other.account) || compare(one.kind, other.kind),
  )
}

function statesByAccount(
  { accounts, bands, segments }: History,
  series: readonly KeptSnapshot[],
  { of, chosen = EVERY }: AlertOptions,
): ReadonlyMap<string, readonly State[]> {
  const states = new Map<string, State[]>()
  for (const snapshot of series) {
    const test = chosen(snapshot)
    const codes = of === '' ? snapshot.band : snapshot.parts.get(of)?.band
    for (let row = 0; row < snapshot.length; row++) {
      const at = { snapshot, row }
      const score = scoreAt(at, of)
      if (codes === undefined || Number.isNaN(score) || !test(row)) continue
      const account = accounts[snapshot.account[row]!]!
      const segment = segments[snapshot.segment[row]!] ?? null
      const state: State = { date: snapshot.date, band: bands[codes[row]!] ?? null, score, segment, at }
      const before = states.get(account)
      if (before === undefined) states.set(account, [state])
      else before.push(state)
    }
  }
  return states
}

interface Made {
  readonly kind: Alert['kind']
  readonly from: State
  readonly to: State
}

function* crossings(
  states: readonly State[],
  bands: readonly string[],
  { hold, margin, direction }: AlertOptions,
): Generator<Made> {
  const rank = ({ band }: State): number => bands.indexOf(band ?? '')
  /** The last time it was in the band it is known to be in. */
  let settled: State | null = null
  let side = 0
  let held = 0
  for (const state of states) {
    if (rank(state) < 0) continue
    const moved: number = settled === null ? 0 : Math.sign(rank(state) - rank(settled))
    if (settled === null || moved === 0) {
      settled = state
      held = 0
      continue
    }
    if (Math.abs(state.score - settled.score) < margin) {
      held = 0
      continue
    }
    held = moved === side ? held + 1 : 1
    side = moved
    if (held < hold) continue
    if (direction === 'both' || (direction === 'worse') === moved < 0)
      yield { kind: 'crossing', from: settled, to: state }
    settled = state
    held = 0
  }
}

function* drops(states: readonly State[], { drop, hold }: AlertOptions): Generator<Made> {
  if (drop === null) return
  let held = 0
  for (const [at, state] of states.entries()) {
    const { higherIsWorse } = state.at.snapshot.scale
    const sign = higherIsWorse ? -1 : 1
    const window = states.slice(0, at).filter(({ date }) => date >= state.date - drop.days)
    const best = window.toSorted((a, b) => sign * (b.score - a.score))[0]
    const lost = best === undefined ? 0 : sign * (best.score - state.score)
    // Sums of shares carry an error far below this.
    held = lost >= drop.points - 1e-9 ? held + 1 : 0
    if (held === hold) yield { kind: 'drop', from: best!, to: state }
  }
}

function alert(kind: Alert['kind'], account: string, from: State, to: State, history: History, of: string): Alert {
  const reasons = reasonsOf(from.at, to.at, of, history.bands)
  const { higherIsWorse } = to.at.snapshot.scale
  const change = to.score - from.score
  return {
    kind,
    account,
    of,
    from,
    to,
    change,
    worse:
      kind === 'drop' ||
      (change === 0
        ? history.bands.indexOf(to.band!) < history.bands.indexOf(from.band!)
        : change > 0 === higherIsWorse),
    modelChanged: from.at.snapshot.model.hash !== to.at.snapshot.model.hash,
    reasons,
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
