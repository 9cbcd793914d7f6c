import type { Dialect } from '../dialect.ts'

/** What most engines have in common, by the standard or in fact. */
export const generic: Omit<Dialect, 'name' | 'label' | 'days' | 'date' | 'fixed'> = {
  double: 'double',
  string: 'varchar',
  number: exponential,
  text: (value) => quotedText(value, { '\r': 'chr(13)', '\n': 'chr(10)' }),
  listed: (values) => `(${values.join(', ')})`,
  quoted: quotedName,
  legal: (name) => name,
  longest: 250,
  refused: (name) => (/[\r\n]/.test(name) ? 'a name with a line break' : null),
  written: (digit) => [digit, `${digit}.0`],
  trimmed: (text) => `trim(both ${BLANKS} from ${text})`,
  hundredth: byText,
  whole: (number) => `${number} = floor(${number})`,
  floor: (number) => `floor(${number})`,
  ceil: (number) => `ceil(${number})`,
  overflow: 'infinite',
  fence: '',
}

/** What stands around a text and does not count: space, tab, line breaks, and the space that does not break. */
export const BLANKS = "' ' || chr(9) || chr(10) || chr(13) || chr(160)"

/** With an exponent, which makes it a double and no decimal. */
export function exponential(value: number): string {
  const digits = String(value)
  const text = digits.includes('e') ? digits : `${digits}e0`
  return value < 0 ? `(${text})` : text
}

/** Doubled quotes; the characters of `spelt` stand outside, so that a literal never spans lines. */
export function quotedText(value: string, spelt: Readonly<Record<string, string>>): string {
  const pieces: string[] = []
  let plain = ''
  const flush = (): void => {
    if (plain !== '') pieces.push(`'${plain}'`)
    plain = ''
  }
  for (const character of value) {
    const said = spelt[character]
    if (said === undefined) plain += character === "'" ? "''" : character
    else {
      flush()
      pieces.push(said)
    }
  }
  flush()
  return pieces.length === 0 ? "''" : pieces.length === 1 ? pieces[0]! : `(${pieces.join(' || ')})`
}

/** In single quotes, with a backslash before what needs one. */
export function escapedText(value: string): string {
  const escaped = value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `'${escaped}'`
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Its decimal text with another exponent; only for numbers that are written without one. */
function byText(number: string): string {
  return `cast(cast(${number} as varchar) || 'e-2' as double)`
}
