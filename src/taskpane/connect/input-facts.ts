import type { AccountList } from '../../host/desk/account-list.ts'
import type { Connection } from '../../host/document/document.ts'
import type { Finding } from '../../findings/finding.ts'
import type { TextColumn } from '../../model/columns.ts'
import { labelOf, type Input } from '../../model/input.ts'
import { plainText } from '../../tables/cell-text.ts'
import { nearText } from '../../tables/near-text.ts'

/** What feeds an input, and what is in it. */
export interface InputFacts {
  readonly input: Input
  readonly label: string
  /** The column on the sheet, from the list's first; null where nothing feeds the input. */
  readonly column: number | null
  readonly header: string | null
  readonly found: 'label' | 'hand' | 'left out' | 'not found'
  /** A header that is nearly the one that was looked for. */
  readonly near: string | null
  /** Why the column could not be told, if so. */
  readonly findings: readonly Finding[]
  /** Different values as they stand on the sheet, three at most. */
  readonly samples: readonly string[]
  /** Accounts without a value. */
  readonly blanks: number
  /** Accounts, by their place in the list, whose cell could not be read. */
  readonly unreadable: readonly number[]
  /** Texts that fit no condition and are nearly one that does. */
  readonly slips: readonly Slip[]
}

export interface Slip {
  readonly text: string
  readonly near: string
  /** Accounts that have it, by their place in the list. */
  readonly rows: readonly number[]
}

/** `compared`: the texts that conditions compare the input with. */
export function inputFacts(
  list: AccountList,
  connection: Connection,
  input: Input,
  compared: readonly string[] = [],
): InputFacts {
  const { matching, columns } = list
  const label = labelOf(input)
  const at = matching.columns.get(input.name) ?? null
  const chosen = Object.hasOwn(connection.columns, input.name) ? connection.columns[input.name]! : undefined
  const own = at === null ? undefined : columns.inputs.get(input.name)
  const findings = matching.findings.filter(({ parameters }) => namesInput(parameters, label))
  const near = findings.map(({ parameters }) => (parameters as { readonly nearest?: string | null }).nearest ?? null)
  const unreadable = own?.unreadable ?? []
  return {
    input,
    label,
    column: at,
    header: at === null ? null : plainText(list.header[at] ?? null).trim(),
    found: at !== null ? (chosen === undefined ? 'label' : 'hand') : chosen === null ? 'left out' : 'not found',
    near: near.find((one) => one !== null) ?? null,
    findings: findings.filter(({ slug }) => slug !== 'input-column-missing'),
    samples: at === null ? [] : samples(list, at),
    blanks: own === undefined ? list.rows.length : missing(own) - unreadable.length,
    unreadable,
    slips: own?.kind === 'text' && input.type === 'text' ? slips(own, compared) : [],
  }
}

function slips({ codes, dictionary }: TextColumn, compared: readonly string[]): readonly Slip[] {
  return dictionary.flatMap((text, code) => {
    const near = nearText(text, compared)
    if (near === null) return []
    return [{ text, near, rows: [...codes.keys()].filter((row) => codes[row] === code) }]
  })
}

function namesInput(parameters: unknown, label: string): boolean {
  const { input, first, second } = parameters as Readonly<Record<string, unknown>>
  return input === label || (input === undefined && (first === label || second === label))
}

function missing(column: NonNullable<ReturnType<AccountList['columns']['inputs']['get']>>): number {
  let count = 0
  if (column.kind === 'number') for (const value of column.values) count += Number(Number.isNaN(value))
  else for (const code of column.codes) count += Number(code === -1)
  return count
}

const SAMPLES = 3

function samples({ cells }: AccountList, at: number): readonly string[] {
  const found = new Set<string>()
  for (let row = 0; row < cells.length && found.size < SAMPLES; row++) {
    const text = plainText(cells[row]![at] ?? null).trim()
    if (text !== '') found.add(text.length > 24 ? `${text.slice(0, 23)}…` : text)
  }
  return [...found]
}
