/** A number of a cell; `digits` is how to write it in a model, without its percent sign. */
export interface Figure {
  readonly value: number
  readonly digits: string
  readonly percent: boolean
}

export type Sign = '<' | '<=' | '>' | '>='

/** What a threshold cell claims for its band. */
export type Claim =
  | { readonly kind: 'sign'; readonly sign: Sign; readonly at: Figure }
  | {
      readonly kind: 'between'
      readonly low: Figure
      readonly high: Figure
      readonly above: boolean
      readonly under: boolean
      /** Written as a comparison (`2 <= x < 5`) and not as a plain range. */
      readonly exact: boolean
    }
  | { readonly kind: 'and more'; readonly low: Figure }
  | { readonly kind: 'value'; readonly at: Figure }
  | { readonly kind: 'yes/no'; readonly value: boolean }
  | { readonly kind: 'word'; readonly text: string }

/** A cell read: nothing claimed, claims with the unit words that followed their numbers, or text that is no threshold. */
export type CellReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'claims'; readonly claims: readonly Claim[]; readonly unit: string | null; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string }

/** Reads a threshold cell as people write them: `≥ 5`, `2 - 5`, `\> 20%`, `31+ days ago`, `< . 2`, `N / A`, `Poor 🔴`, `false`. */
export function readCell(raw: string): CellReading {
  const text = normal(raw)
  if (BLANK.test(text)) return { kind: 'blank' }
  if (text.length > 200) return { kind: 'unreadable', text: `${text.slice(0, 40)}…` }
  const claims: Claim[] = []
  let unit: string | null = null
  for (const part of partsOf(text)) {
    const read = readPart(part)
    if (read === null) return { kind: 'unreadable', text }
    claims.push(read.claim)
    unit ??= read.unit
  }
  return claims.length === 0 ? { kind: 'blank' } : { kind: 'claims', claims, unit, text }
}

const BLANK = /^(?:[-–—.]*|#?n\s?\/\s?a|none|null|blank|not (?:applicable|used|scored))$/i

function normal(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/[✅✔✓☑]/gu, ' yes ')
    .replace(/[❌✗✘✖]/gu, ' no ')
    .replace(/[\p{Extended_Pictographic}●○■□◆◇]|\u{FE0F}|\u{200D}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `0-6 or 99`, `< 2; > 90`; not `5 or more`, nor the comma of 1,204. */
function partsOf(text: string): readonly string[] {
  return text
    .split(/\s*;\s*|,\s+|\s+or\s+(?!more|less|fewer|above|below|over|under|higher|lower|greater|later|earlier)/i)
    .filter((part) => part !== '')
}

const NUMBER = String.raw`[-−]?\s?[$€£]?\s?(?:\d[\d,]*(?:\s?\.\s?\d+)?|\.\s?\d+)\s?[kKmM]?(?![\p{L}\d])\s?%?`
const UNIT = String.raw`(?:\s?(\p{L}[\p{L} /]{0,30}))?`
const pattern = (source: string): RegExp => new RegExp(`^${source}${UNIT}$`, 'iu')
const SIGNED = pattern(
  `(>=|<=|=>|=<|≥|≤|⩾|⩽|>|<|=|at least|at most|more than|greater than|less than|fewer than|up to|no more than|over|above|under|below)\\s*(${NUMBER})`,
)
const RANGE = pattern(`(?:between |from )?(${NUMBER})\\s*(?:-|–|—|−|~|to|and|\\.\\.\\.?)\\s*(${NUMBER})`)
const AND_MORE = pattern(`(${NUMBER})\\s*(?:\\+|(?:or|and) (?:more|above|over|higher|greater|up|later))`)
const AND_LESS = pattern(`(${NUMBER})\\s*(?:or|and) (?:less|fewer|below|under|lower|earlier)`)
const DOUBLE = pattern(`(>=|>|≥)\\s*(${NUMBER})\\s*(?:and|&|,)?\\s*(<=|<|≤)\\s*(${NUMBER})`)
const AROUND = pattern(`(${NUMBER})\\s*(<=|<|≤)\\s*\\p{L}*\\s*(<=|<|≤)\\s*(${NUMBER})`)
const SINGLE = pattern(`(${NUMBER})`)

const SIGNS: Readonly<Record<string, Sign>> = {
  '>=': '>=', '=>': '>=', '≥': '>=', '⩾': '>=', 'at least': '>=',
  '<=': '<=', '=<': '<=', '≤': '<=', '⩽': '<=', 'at most': '<=', 'up to': '<=', 'no more than': '<=',
  '>': '>', 'more than': '>', 'greater than': '>', over: '>', above: '>',
  '<': '<', 'less than': '<', 'fewer than': '<', under: '<', below: '<',
} // prettier-ignore

interface Part {
  readonly claim: Claim
  readonly unit: string | null
}

function readPart(part: string): Part | null {
  return readWord(part) ?? readComparison(part) ?? readNumbers(part) ?? readText(part)
}

function readWord(part: string): Part | null {
  if (/^(?:true|yes|y)$/i.test(part)) return { claim: { kind: 'yes/no', value: true }, unit: null }
  if (/^(?:false|no)$/i.test(part)) return { claim: { kind: 'yes/no', value: false }, unit: null }
  return null
}

function readComparison(part: string): Part | null {
  const signed = SIGNED.exec(part)
  if (signed !== null) {
    const at = figure(signed[2]!)
    const word = signed[1]!.toLowerCase()
    if (at === null) return null
    return {
      claim: word === '=' ? { kind: 'value', at } : { kind: 'sign', sign: SIGNS[word]!, at },
      unit: signed[3] ?? null,
    }
  }
  const double = DOUBLE.exec(part)
  if (double !== null) return between(double[2]!, double[4]!, double[1] === '>', double[3] === '<', true, double[5])
  const around = AROUND.exec(part)
  if (around !== null) return between(around[1]!, around[4]!, around[2] === '<', around[3] === '<', true, around[5])
  return null
}

function readNumbers(part: string): Part | null {
  const range = RANGE.exec(part)
  if (range !== null) return between(range[1]!, range[2]!, false, false, false, range[3])
  const more = AND_MORE.exec(part)
  const less = AND_LESS.exec(part)
  const single = SINGLE.exec(part)
  const found = more ?? less ?? single
  const at = found === null ? null : figure(found[1]!)
  if (found === null || at === null) return null
  const unit = found[2] ?? null
  if (more !== null) return { claim: { kind: 'and more', low: at }, unit }
  if (less !== null) return { claim: { kind: 'sign', sign: '<=', at }, unit }
  return { claim: { kind: 'value', at }, unit }
}

/** `5-20%` says percent once for both ends. Ends the wrong way round are put in order. */
function between(
  first: string,
  second: string,
  above: boolean,
  under: boolean,
  exact: boolean,
  unit: string | undefined,
): Part | null {
  const a = figure(first)
  const b = figure(second)
  if (a === null || b === null) return null
  const percent = a.percent || b.percent
  const ends = [a, b].map((end) => (percent && !end.percent ? percentOf(end) : end))
  const [low, high] = ends[0]!.value <= ends[1]!.value ? [ends[0]!, ends[1]!] : [ends[1]!, ends[0]!]
  return { claim: { kind: 'between', low, high, above, under, exact }, unit: unit ?? null }
}

/** The same digits read as a percentage. */
export function percentOf(plain: Figure): Figure {
  return { value: Number(`${plain.digits}e-2`), digits: plain.digits, percent: true }
}

function figure(text: string): Figure | null {
  const percent = text.includes('%')
  const factor = /k/i.test(text) ? 3 : /m/i.test(text) ? 6 : 0
  let digits = text.replace(/[\s%$€£kKmM]/g, '').replace('−', '-')
  digits = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.')
  digits = digits.replace(/^(-?)\./, '$10.')
  if (!/^-?\d+(?:\.\d+)?$/.test(digits)) return null
  digits = digits.replace(/^(-?)0+(?=\d)/, '$1')
  if (factor > 0) digits = String(Number(`${digits}e${factor}`))
  const value = Number(percent ? `${digits}e-2` : digits)
  return Number.isFinite(value) && /^-?\d+(?:\.\d+)?$/.test(digits) ? { value, digits, percent } : null
}

function readText(part: string): Part | null {
  const text = part.replace(/^["'“‘]|["'”’]$/gu, '').trim()
  return /^[\p{L}\p{N}][^<>=≤≥]{0,59}$/u.test(text) && /^\p{L}/u.test(text)
    ? { claim: { kind: 'word', text }, unit: null }
    : null
}
