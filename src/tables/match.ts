import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { isAcross } from '../model/across.ts'
import { labelOf, type Input } from '../model/input.ts'
import { nearestName } from './near-miss.ts'

/** Which column of a table serves which input. */
export interface Matching {
  /** 0-based columns by input name; an input without one is absent. */
  readonly columns: ReadonlyMap<string, number>
  /** The column that names the accounts; null where there is none. */
  readonly account: number | null
  /** Headers of columns that nothing reads, in file order. */
  readonly unused: readonly string[]
  readonly findings: readonly Finding[]
}

/** Headers chosen by hand, by input name; null where an input is to have no column. */
export type Connected = ReadonlyMap<string, string | null>

/**
 * Finds each input's column by its labels or its name: as written first, then with case, spaces, underscores and
 * punctuation forgiven. Whatever could be read two ways is refused with a finding of level error, never guessed.
 * `key` names the account column; without it, it is found as `accountColumn` says; false looks for none. `connected` says by hand which header
 * serves an input, whatever its labels are; null is none, on purpose.
 */
export function matchColumns(
  header: readonly string[],
  inputs: readonly Input[],
  key: string | false | null = null,
  connected: Connected = new Map(),
): Matching {
  const findings: Finding[] = []
  const trimmed = header.map((text) => text.trim())
  const exact = indexBy(trimmed, (text) => text)
  const forgiven = indexBy(trimmed, foldHeader)
  const labels = (input: Input) => [...input.labels, input.name].map((text) => text.trim())

  const wanted = new Map<string, readonly number[]>()
  for (const [name, text] of connected) {
    const spelt = serving([text?.trim() ?? ''], exact)
    wanted.set(name, spelt.length > 0 ? spelt : serving([foldHeader(text ?? '')], forgiven))
  }
  const byHand = new Set([...wanted.values()].flat())
  for (const input of inputs) {
    if (connected.has(input.name)) continue
    wanted.set(
      input.name,
      serving(labels(input), exact).filter((column) => !byHand.has(column)),
    )
  }
  const taken = new Set([...wanted.values()].flat())
  for (const input of inputs) {
    if (connected.has(input.name) || wanted.get(input.name)!.length > 0) continue
    const near = serving(labels(input).map(foldHeader), forgiven)
    wanted.set(
      input.name,
      near.filter((column) => !taken.has(column)),
    )
  }

  const columns = new Map<string, number>()
  const claimedBy = new Map<number, string>()
  const absent: Input[] = []
  for (const input of inputs) {
    const [first, second] = wanted.get(input.name)!
    const shown = labelOf(input)
    if (first === undefined) {
      // What is computed from the other accounts needs no column.
      if (connected.get(input.name) !== null && !isAcross(input)) absent.push(input)
    } else if (second !== undefined) {
      findings.push(
        finding('input-column-ambiguous', { input: shown, first: at(trimmed, first), second: at(trimmed, second) }),
      )
    } else if (claimedBy.has(first)) {
      findings.push(
        finding('column-claimed-twice', { column: trimmed[first]!, first: claimedBy.get(first)!, second: shown }),
      )
    } else {
      columns.set(input.name, first)
      claimedBy.set(first, shown)
    }
  }

  const account = accountColumn(trimmed, inputs, columns, key, findings)
  const unused = trimmed.filter((text, column) => text !== '' && column !== account && !claimedBy.has(column))
  for (const input of absent) {
    const nearest = nearestName([connected.get(input.name) ?? [], ...labels(input)].flat(), unused, foldHeader)
    findings.push(finding('input-column-missing', { input: labelOf(input), nearest }))
  }
  return { columns, account, unused, findings }
}

/**
 * A header with what people are careless about taken away: case, accents' encoding, spaces, underscores and
 * punctuation. A percent sign is kept as a word, since `MAU` and `MAU %` are different columns.
 */
export function foldHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('%', 'percent')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

/** Without a declared key, the first of these that is a header names the accounts. */
const ACCOUNT_HEADERS = ['account', 'accountid', 'id', 'customerid', 'companyid', 'name', 'customer', 'company'].concat(
  ['accountname', 'customername', 'companyname'],
)

function accountColumn(
  header: readonly string[],
  inputs: readonly Input[],
  columns: ReadonlyMap<string, number>,
  key: string | false | null,
  findings: Finding[],
): number | null {
  if (key === false) return null
  if (key !== null) {
    const found = serving(
      [key.trim()],
      indexBy(header, (text) => text),
    )
    const near = found.length > 0 ? found : serving([foldHeader(key)], indexBy(header, foldHeader))
    if (near.length > 1) findings.push(ambiguousKey(header, near))
    if (near.length === 0)
      findings.push(
        finding('account-column-missing', { key, nearest: nearestName([key], header, foldHeader) }, { level: 'error' }),
      )
    return near.length === 1 ? near[0]! : null
  }
  const declared = inputs.find((input) => input.role === 'account')
  if (declared !== undefined) return columns.get(declared.name) ?? null
  const forgiven = indexBy(header, foldHeader)
  for (const name of ACCOUNT_HEADERS) {
    const found = forgiven.get(name) ?? []
    if (found.length > 1) findings.push(ambiguousKey(header, found))
    if (found.length > 0) return found.length === 1 ? found[0]! : null
  }
  findings.push(finding('account-column-missing', { key: null, nearest: null }))
  return null
}

function ambiguousKey(header: readonly string[], [first, second]: readonly number[]): Finding {
  return finding('input-column-ambiguous', { input: 'account', first: at(header, first!), second: at(header, second!) })
}

/** A header, with its position where it has a twin. */
function at(header: readonly string[], column: number): string {
  const text = header[column]!
  return header.indexOf(text) === header.lastIndexOf(text) ? text : `${text} (column ${column + 1})`
}

function serving(texts: readonly string[], index: ReadonlyMap<string, readonly number[]>): readonly number[] {
  return [...new Set(texts.flatMap((text) => (text === '' ? [] : (index.get(text) ?? []))))].toSorted((a, b) => a - b)
}

function indexBy(header: readonly string[], by: (text: string) => string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>()
  for (const [column, text] of header.entries()) {
    const folded = by(text)
    const columns = index.get(folded)
    if (columns === undefined) index.set(folded, [column])
    else columns.push(column)
  }
  return index
}
