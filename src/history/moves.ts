import type { History, KeptSnapshot } from './history.ts'

/** What became of accounts from one snapshot to another. */
export interface Moves {
  readonly up: number
  readonly down: number
  /** From or to no band. */
  readonly other: number
  readonly arrived: number
  readonly left: number
  /** Accounts after, less accounts before, in each band; last those without one. */
  readonly net: readonly number[]
}

/** `bands` worst first. `chosen` holds the rows that count, of each snapshot its own. */
export function movesBetween(
  history: History,
  from: KeptSnapshot,
  to: KeptSnapshot,
  bands: readonly string[],
  chosen: readonly [before: (row: number) => boolean, after: (row: number) => boolean],
): Moves {
  const places = history.bands.map((name) => bands.indexOf(name))
  const net = Array.from({ length: bands.length + 1 }, () => 0)
  let [up, down, other, arrived, left] = [0, 0, 0, 0, 0]
  const rung = (snapshot: KeptSnapshot, row: number): number => places[snapshot.band[row]!] ?? -1
  const count = (at: number, by: number): void => void (net[at < 0 ? bands.length : at]! += by)
  for (const [before, after] of sideBySide(from, to)) {
    const was = before !== null && chosen[0](before)
    const is = after !== null && chosen[1](after)
    const one = was ? rung(from, before) : null
    const two = is ? rung(to, after) : null
    if (one !== null) count(one, -1)
    if (two !== null) count(two, 1)
    if (one === null || two === null) {
      arrived += Number(two !== null)
      left += Number(one !== null)
    } else if (one !== two) {
      if (one < 0 || two < 0) other++
      else if (two > one) up++
      else down++
    }
  }
  return { up, down, other, arrived, left, net }
}

/** The rows of each account in both; null where one has it not. */
export function* sideBySide(
  from: KeptSnapshot,
  to: KeptSnapshot,
): Generator<readonly [before: number | null, after: number | null]> {
  let [i, j] = [0, 0]
  while (i < from.length || j < to.length) {
    const one = i < from.length ? from.account[i]! : Infinity
    const two = j < to.length ? to.account[j]! : Infinity
    yield [one <= two ? i : null, two <= one ? j : null]
    if (one <= two) i++
    if (two <= one) j++
  }
}
