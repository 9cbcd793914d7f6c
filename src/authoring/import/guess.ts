import type { CellReading, Claim, Figure } from './claims.ts'

/** What kind of input a measure's cells speak of. */
export interface Guess {
  readonly type: 'count' | 'number' | 'percent' | 'ratio' | 'days' | 'money' | 'yes/no' | 'choice'
  /** Worst first, in the spelling of the page. */
  readonly choices: readonly string[]
  /** Bounds that the cells themselves set; null where they go on without end. */
  readonly domain: { readonly low: Figure; readonly high: Figure } | null
  /** Bare numbers mean percent: 50 is 50%. */
  readonly bareIsPercent: boolean
  /** Why, where the cells leave a doubt; null where they leave none. */
  readonly because: string | null
}

/** Guesses the type of a measure from its thresholds in all variants, worst band first, and from the words around them. */
export function guessType(readings: readonly (readonly CellReading[])[], label: string, description: string): Guess {
  const bands = Array.from({ length: Math.max(0, ...readings.map((cells) => cells.length)) }, (_, band) =>
    readings.flatMap((cells) => (cells[band]?.kind === 'claims' ? cells[band].claims : [])),
  )
  const claims = bands.flat()
  if (claims.some((claim) => claim.kind === 'word')) {
    const choices = [...new Map(claims.map((claim) => [wordOf(claim).toLowerCase(), wordOf(claim)])).values()]
    return { ...PLAIN, type: 'choice', choices }
  }
  if (claims.length > 0 && claims.every((claim) => claim.kind === 'yes/no')) return { ...PLAIN, type: 'yes/no' }
  const cells = readings.flat().filter((reading) => reading.kind === 'claims')
  return { ...numberType(claims, cells, label, description), domain: domainOf(claims) }
}

const PLAIN: Guess = { type: 'number', choices: [], domain: null, bareIsPercent: false, because: null }

function numberType(
  claims: readonly Claim[],
  cells: readonly Extract<CellReading, { kind: 'claims' }>[],
  label: string,
  description: string,
): Guess {
  const words = `${label} ${description}`
  const figures = claims.flatMap(figuresOf)
  const units = cells.map((item) => item.unit ?? '').join(' ')
  const whole = figures.every((at) => Number.isInteger(at.value))
  const natural = whole && figures.every((at) => at.value >= 0)
  if (figures.some((at) => at.percent))
    return { ...PLAIN, type: 'percent', bareIsPercent: figures.every((at) => at.percent || at.value > 1) }
  if (cells.some((item) => /[$€£]/.test(item.text))) return { ...PLAIN, type: 'money' }
  if (natural && /\bdays?\b/i.test(units)) return { ...PLAIN, type: 'days' }
  if (natural && /\bdays (?:since|until|to|ago)\b|\(days\)|\blast seen\b|\bdays$/i.test(words))
    return { ...PLAIN, type: 'days', because: 'the label speaks of days' }
  if (whole && /%|\bpercent/i.test(words))
    return {
      ...PLAIN,
      type: 'percent',
      bareIsPercent: true,
      because: 'the words around it say percent, the numbers carry no sign',
    }
  if (natural && /[\p{L})]\s?\/\s?[\p{L}(]/u.test(label) && figures.every((at) => at.value <= 100))
    return {
      ...PLAIN,
      type: 'percent',
      bareIsPercent: true,
      because: 'the label is a quotient, the numbers run to 100',
    }
  if (!whole && figures.every((at) => at.value >= 0 && at.value <= 1))
    return { ...PLAIN, type: 'ratio', because: 'decimals from 0 to 1' }
  if (natural) return { ...PLAIN, type: 'count', because: 'whole numbers from 0' }
  return { ...PLAIN, because: 'numbers without a unit' }
}

function domainOf(claims: readonly Claim[]): Guess['domain'] {
  if (claims.length === 0 || !claims.every((claim) => claim.kind === 'between' || claim.kind === 'value')) return null
  const figures = claims.flatMap(figuresOf).toSorted((a, b) => a.value - b.value)
  const [low, high] = [figures[0]!, figures.at(-1)!]
  return low.value < high.value ? { low, high } : null
}

export function figuresOf(claim: Claim): readonly Figure[] {
  switch (claim.kind) {
    case 'sign':
    case 'value':
      return [claim.at]
    case 'between':
      return [claim.low, claim.high]
    case 'and more':
      return [claim.low]
    default:
      return []
  }
}

/** A claim as the value of a choice. */
export function wordOf(claim: Claim): string {
  if (claim.kind === 'word') return claim.text
  if (claim.kind === 'yes/no') return claim.value ? 'Yes' : 'No'
  return figuresOf(claim)
    .map((at) => at.digits)
    .join('-')
}
