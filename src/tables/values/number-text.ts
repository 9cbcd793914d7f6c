/** A number as typed: `digits` is what `Number()` takes, before any percent sign is applied. */
export interface NumberText {
  readonly digits: string
  readonly percent: boolean
  /** A three-letter code, a sign such as €, or null. */
  readonly currency: string | null
}

const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$|^\d{1,3}(?: \d{3})+(?:\.\d*)?$|^\d{1,3}(?:_\d{3})+(?:\.\d*)?$/
const PLAIN = /^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/
const CURRENCY_BEFORE = /^([A-Z]{3}|(?:[A-Z]{1,2})?\$|[€£¥₹₩])\s?/
const CURRENCY_AFTER = /\s?([A-Z]{3}|[$€£¥₹₩])$/

/**
 * Reads a trimmed number as people type it: thousands set off by commas, spaces or underscores, a sign, brackets for
 * a negative, a currency before or after, a percent sign. 'comma' when it looks like a decimal comma, which is never
 * guessed at; null when it is no number.
 */
export function numberText(trimmed: string): NumberText | 'comma' | null {
  let body = trimmed.replaceAll(/[\u00A0\u2009\u202F]/g, ' ').replaceAll('\u2212', '-')
  let negative = false
  let currency: string | null = null
  if (body.startsWith('(') && body.endsWith(')')) {
    negative = true
    body = body.slice(1, -1).trim()
    if (/^[+-]/.test(body)) return null
  }
  const sign = () => {
    const found = /^[+-]\s?/.exec(body)
    if (found === null) return false
    if (found[0].startsWith('-')) negative = true
    body = body.slice(found[0].length)
    return true
  }
  const signed = sign()
  const before = CURRENCY_BEFORE.exec(body)
  if (before !== null) {
    currency = before[1]!
    body = body.slice(before[0].length)
    if (!signed && !negative) sign()
  } else {
    const after = CURRENCY_AFTER.exec(body)
    if (after !== null) {
      currency = after[1]!
      body = body.slice(0, -after[0].length)
    }
  }
  const percent = body.endsWith('%')
  if (percent) body = body.slice(0, -1).trimEnd()
  if (currency !== null && percent) return null

  if (GROUPED.test(body) && !body.startsWith('0')) body = body.replaceAll(/[, _]/g, '')
  else if (!PLAIN.test(body)) return /^[\d.,]*\d,\d[\d.,]*$/.test(body) ? 'comma' : null
  return { digits: negative ? `-${body}` : body, percent, currency }
}
