import type {
  Candidate,
  ChoiceCandidate,
  NumberCandidate,
  Observations,
} from '../../../src/validation/learn/observations.ts'

/** Numbers from 0 to below 1 by a generator of its own (mulberry32), so that the one under test is not its own judge. */
export function lottery(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export function numbers(name: string, type: NumberCandidate['type'], values: readonly number[]): NumberCandidate {
  return { kind: 'number', name, type, values: Float64Array.from(values), rising: null }
}

export function choices(name: string, levels: readonly string[], codes: readonly number[]): ChoiceCandidate {
  return { kind: 'choice', type: 'choice', name, levels, codes: Int32Array.from(codes), ranks: null }
}

export function observed(churned: readonly boolean[], candidates: readonly Candidate[]): Observations {
  return {
    length: churned.length,
    accounts: churned.map((_, row) => `A${String(row).padStart(5, '0')}`),
    days: null,
    churned: Uint8Array.from(churned, Number),
    current: null,
    candidates,
  }
}

/**
 * Accounts whose churn is decided by three measures with known thresholds: usage below 40% and from 75%, tickets from 3 and
 * from 8, plan; beside two columns of noise. One value in ten is missing.
 */
export function planted(rows: number, seed: number): Observations {
  const draw = lottery(seed)
  const usage: number[] = []
  const tickets: number[] = []
  const plan: number[] = []
  const random: number[] = []
  const luck: number[] = []
  const churned: boolean[] = []
  for (let row = 0; row < rows; row++) {
    const [u, t, p] = [Math.round(draw() * 100) / 100, Math.floor(draw() * 12), Math.floor(draw() * 3)]
    const logit = -3.2 + (u < 0.4 ? 2.4 : u < 0.75 ? 1.2 : 0) + (t >= 8 ? 2 : t >= 3 ? 1 : 0) + (p === 0 ? 1 : 0)
    churned.push(draw() < 1 / (1 + Math.exp(-logit)))
    usage.push(draw() < 0.1 ? NaN : u)
    tickets.push(draw() < 0.1 ? NaN : t)
    plan.push(draw() < 0.1 ? -1 : p)
    random.push(draw())
    luck.push(Math.floor(draw() * 4))
  }
  return observed(churned, [
    numbers('usage', 'percent', usage),
    numbers('tickets', 'count', tickets),
    choices('plan', ['Basic', 'Plus', 'Pro'], plan),
    numbers('noise', 'ratio', random),
    choices('luck', ['a', 'b', 'c', 'd'], luck),
  ])
}

/** Columns that know nothing. */
export function noise(rows: number, seed: number): Observations {
  const draw = lottery(seed)
  const churned = Array.from({ length: rows }, () => draw() < 0.2)
  const column = (name: string): Candidate =>
    numbers(
      name,
      'number',
      churned.map(() => draw()),
    )
  return observed(churned, ['a', 'b', 'c', 'd', 'e', 'f'].map(column))
}
