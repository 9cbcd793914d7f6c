import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { bareInput } from '../../model/bare-input.ts'
import type { TextColumn } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { Matching } from '../../tables/match.ts'

/**
 * What a table of finance is asked for. `headers` are the names its column may have, in tiers: one of a later tier serves
 * only where none of an earlier tier is there, so that `account_id` wins over `Account`. The first is the one to show.
 */
export interface Field {
  readonly name: string
  readonly headers: readonly (readonly string[])[]
  readonly required: boolean
}

/** The inputs that read the fields: all as text, since amounts and dates are parsed exactly here. */
export function fieldInputs(fields: readonly Field[]): readonly Input[] {
  return fields.flatMap(({ name, headers }) =>
    headers.map((labels, tier) => bareInput(tierName(name, tier), 'text', { labels, grain: 'ledger' })),
  )
}

/** Which column serves which field, with what is to say about columns. */
export interface Served {
  /** The input that holds a field; null where the table has no such column. */
  readonly inputOf: ReadonlyMap<string, string | null>
  /** The header of each field's column. */
  readonly headerOf: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/** Settles the tiers of a table's header. A required field without a column is an error; others may go without. */
export function serveFields(header: readonly string[], matching: Matching, fields: readonly Field[]): Served {
  const inputOf = new Map<string, string | null>()
  const headerOf = new Map<string, string>()
  const findings: Finding[] = []
  const spare = new Set<string>()
  for (const field of fields) {
    const tiers = field.headers.map((_, tier) => tierName(field.name, tier))
    const ambiguous = field.headers.findIndex((labels) =>
      matching.findings.some(
        ({ slug, parameters }) => slug === 'input-column-ambiguous' && same(parameters, labels[0]!),
      ),
    )
    const serving = tiers.findIndex((name) => matching.columns.has(name))
    const isOpen = ambiguous >= 0 && (serving < 0 || ambiguous < serving)
    inputOf.set(field.name, serving < 0 || isOpen ? null : tiers[serving]!)
    if (serving >= 0 && !isOpen) headerOf.set(field.name, header[matching.columns.get(tiers[serving]!)!]!)
    for (const [tier, labels] of field.headers.entries()) {
      if (serving >= 0 && !isOpen && tier > serving) spare.add(labels[0]!)
    }
    if (serving >= 0 || isOpen) continue
    const nearest = nearestOf(matching.findings, field)
    if (field.required) findings.push(finding('ledger-column-missing', { field: field.headers[0]![0]!, nearest }))
    else if (nearest !== null) findings.push(finding('ledger-column-near', { field: field.headers[0]![0]!, nearest }))
  }
  const refused = matching.findings.filter(
    ({ slug, parameters }) =>
      slug === 'column-claimed-twice' ||
      (slug === 'input-column-ambiguous' && ![...spare].some((label) => same(parameters, label))),
  )
  return { inputOf, headerOf, findings: [...refused, ...findings] }
}

/** What to say of columns and of the rest: of a file that could not be read, only that; nobody has looked for a column. */
export function columnsAnd(columns: readonly Finding[], rest: readonly Finding[]): readonly Finding[] {
  return rest.some(({ slug }) => slug === 'file-unreadable') ? rest : [...columns, ...rest]
}

/** A field's cells of one batch; null where the table has no such column. */
export function fieldColumn(inputs: ReadonlyMap<string, unknown>, served: Served, field: string): TextColumn | null {
  const name = served.inputOf.get(field) ?? null
  return name === null ? null : ((inputs.get(name) as TextColumn | undefined) ?? null)
}

/** A name that no header has: inputs are found by their names as well as by their labels. */
function tierName(field: string, tier: number): string {
  return `finance field ${field} ${tier + 1}`
}

function nearestOf(findings: readonly Finding[], { headers }: Field): string | null {
  for (const labels of headers) {
    const missing = findings.find(
      ({ slug, parameters }) => slug === 'input-column-missing' && same(parameters, labels[0]!),
    )
    if (missing !== undefined && 'nearest' in missing.parameters && missing.parameters.nearest !== null) {
      return missing.parameters.nearest
    }
  }
  return null
}

function same(parameters: object, label: string): boolean {
  return 'input' in parameters && parameters.input === label
}
