import type { Column, Columns } from '../src/model/columns.ts'

/** Synthetic accounts of the Default model, the same every time: a tenth of every cell empty, thresholds hit exactly. */
export interface Accounts {
  readonly length: number
  /** 0 Poor, 1 Concerning, 2 Healthy, 3 empty. */
  readonly sentiment: Uint8Array
  readonly versions: Float64Array
  readonly defects: Float64Array
  readonly questions: Float64Array
  /** 0 no, 1 yes, 3 empty. */
  readonly champion: Uint8Array
  readonly buyer: Uint8Array
  readonly mauPerSeat: Float64Array
  readonly dauPerMau: Float64Array
}

export const sentiments = ['Poor', 'Concerning', 'Healthy'] as const

export function accounts(length: number, seed = 7): Accounts {
  const random = generator(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const number = (make: () => number) => Float64Array.from({ length }, () => (random() < 0.1 ? NaN : make()))
  const code = (make: () => number) => Uint8Array.from({ length }, () => (random() < 0.1 ? 3 : make()))
  return {
    length,
    sentiment: code(() => whole(3)),
    versions: number(() => whole(8)),
    defects: number(() => whole(8)),
    questions: number(() => whole(20)),
    champion: code(() => whole(2)),
    buyer: code(() => whole(2)),
    mauPerSeat: number(() => whole(121) / 100),
    dauPerMau: number(() => whole(51) / 100),
  }
}

/** The same accounts as the columns every source of data gives. */
export function columnsOf(of: Accounts): Columns {
  const inputs = new Map<string, Column>()
  const number = (values: Float64Array): Column => ({ kind: 'number', values, unreadable: [] })
  const yesNo = (codes: Uint8Array): Column => number(Float64Array.from(codes, (code) => (code === 3 ? NaN : code)))
  inputs.set('sentiment', {
    kind: 'text',
    codes: Int32Array.from(of.sentiment, (code) => (code === 3 ? -1 : code)),
    dictionary: sentiments,
    unreadable: [],
  })
  inputs.set('versions_behind', number(of.versions))
  inputs.set('defects_90d', number(of.defects))
  inputs.set('questions_90d', number(of.questions))
  inputs.set('champion', yesNo(of.champion))
  inputs.set('buyer_access', yesNo(of.buyer))
  inputs.set('mau_per_seat', number(of.mauPerSeat))
  inputs.set('dau_per_mau', number(of.dauPerMau))
  return { length: of.length, accounts: null, inputs }
}

/** Mulberry32: small, fast, the same on every machine. */
export function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
