import { distance } from 'fastest-levenshtein'
import { bindRow } from '../engine/kernels/row.ts'
import type { RowScore } from '../engine/kernels/row-score.ts'
import { sentence } from '../findings/report.ts'
import { connectedOn } from '../host/desk/connection.ts'
import { type Applied, type Refusal, refuse } from '../host/desk/state.ts'
import type { SalusDocument } from '../host/document/document.ts'
import { labelOf, type Input } from '../model/input.ts'
import type { Cell } from '../tables/cell.ts'
import { plainText } from '../tables/cell-text.ts'
import { type Connected, foldHeader, type Matching } from '../tables/match.ts'
import { type BoundInput, itemReaders, rowReader } from '../tables/row-reader.ts'
import { inputsRead, inputsScored } from './inputs-judged.ts'

/** A model tied to the columns under one header row. */
export interface Binding {
  readonly kind: 'binding'
  readonly applied: Applied
  readonly header: readonly Cell[]
  readonly connected: Connected
  readonly matching: Matching
  readonly scoreRow: (cells: readonly Cell[]) => RowScore
  /** Inputs that have a column, with where it is. */
  readonly bound: readonly BoundInput[]
  /** What scores are made of. */
  readonly scored: readonly Input[]
  /** What scores, indicators and results are made of. */
  readonly read: readonly Input[]
  /** Columns in which 85% and 0.85 are not the same. */
  readonly percents: ReadonlySet<number>
  readonly absent: readonly AbsentInput[]
}

/** An input without a column, with the unused header that may be meant. */
export interface AbsentInput {
  readonly input: Input
  readonly nearest: string | null
}

/** Ties them once: for as long as the header is the same object, which is as long as it reads the same. */
export function bind(
  applied: Applied,
  header: readonly Cell[],
  document: SalusDocument | null,
  sheet: string | null,
): Binding | Refusal {
  const connected = connectedOn(document, sheet)
  const known = bindings.get(header)?.find((one) => one.applied === applied && one.connected === connected)
  if (known !== undefined) return known.made
  const made = tie(applied, header, connected)
  bindings.set(header, [...(bindings.get(header) ?? []).slice(1 - KEPT), { applied, connected, made }])
  return made
}

/** So many models and segments over one header; more are those of before the last change. */
const KEPT = 20

interface Known {
  readonly applied: Applied
  readonly connected: Connected
  readonly made: Binding | Refusal
}

const bindings = new WeakMap<readonly Cell[], readonly Known[]>()

function tie(applied: Applied, header: readonly Cell[], connected: Connected): Binding | Refusal {
  const { matching, bound } = rowReader(header, applied.inputs, connected)
  const absent = absentInputs(applied.inputs, matching)
  const problem = problemOf(applied, matching, absent, connected)
  if (problem !== null) return refuse('wrong', problem)
  const scored = inputsScored(applied)
  return {
    kind: 'binding',
    applied,
    header,
    connected,
    matching,
    // Accounts' keys are all different, and nothing is made of them.
    scoreRow: bindRow(applied.plan, itemReaders(bound.filter(({ input }) => scored.includes(input)))),
    bound,
    scored,
    read: inputsRead(applied),
    percents: new Set(bound.filter(({ input }) => input.type === 'percent').map(({ column }) => column)),
    absent,
  }
}

/**
 * What makes a score of these columns worse than none. A column that is not there at all may be on purpose; one that is
 * there under a similar name is a header that was renamed, and the score without it would be another.
 */
function problemOf(
  { model, inputs }: Applied,
  { findings, columns }: Matching,
  absent: readonly AbsentInput[],
  connected: Connected,
): string | null {
  if (columns.size === 0) return `none of these headers is an input of ${model.name}: ${headerHelp(inputs)}`
  const twofold = findings.find(({ level }) => level === 'error')
  if (twofold !== undefined) return `${sentence(twofold)}. Rename one, or connect the columns in the Salus pane`
  const gone = absent.find(({ input }) => typeof connected.get(input.name) === 'string')
  if (gone !== undefined) {
    return `The column "${connected.get(gone.input.name)}", connected to ${labelOf(gone.input)}, is gone: connect another in the Salus pane`
  }
  const renamed = absent.find(isRenamed)
  if (renamed === undefined) return null
  return `No column for "${labelOf(renamed.input)}"; is it "${renamed.nearest}"? Rename that header, or connect the column in the Salus pane`
}

/** Those left out on purpose are not among them. */
function absentInputs(inputs: readonly Input[], { findings }: Matching): readonly AbsentInput[] {
  const missing = new Map<string, string | null>()
  for (const { slug, parameters } of findings) {
    if (slug !== 'input-column-missing') continue
    const { input, nearest } = parameters as { readonly input: string; readonly nearest: string | null }
    missing.set(input, nearest)
  }
  return inputs
    .filter((input) => missing.has(labelOf(input)))
    .map((input) => ({ input, nearest: missing.get(labelOf(input))! }))
}

/** Up to one letter in five is a slip or a tidying up; more may well be another column. */
function isRenamed({ input, nearest }: AbsentInput): boolean {
  if (nearest === null) return false
  const now = foldHeader(nearest)
  return [...input.labels, input.name].map(foldHeader).some((label) => {
    return distance(label, now) <= Math.max(label.length, now.length) / 5
  })
}

function headerHelp(inputs: readonly Input[]): string {
  const labels = inputs.slice(0, 3).map((input) => `"${labelOf(input)}"`)
  return `name the columns ${labels.join(', ')} and so on, or connect them in the Salus pane`
}

/** How many inputs of the model a row of headers feeds. */
export function fedBy(header: readonly Cell[], { inputs }: Applied, connected: Connected): number {
  const texts = header.map((cell) => plainText(cell).trim())
  return texts.every((text) => text === '') ? 0 : rowReader(header, inputs, connected).matching.columns.size
}
