import { folded, domainOfInput, holdsNumber } from '../../model/domain.ts'
import type { Column, Columns } from '../../model/columns.ts'
import type { Figure } from '../../model/figure.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { eventReader, historyReader, type FigureReader } from './figure-reader.ts'
import type { LogLines } from './lines.ts'

/** What figures can be computed from. */
export interface Sources {
  /** By the name of the log. */
  readonly logs: ReadonlyMap<string, LogLines>
  /** The accounts of earlier days, as a log whose columns are the inputs of the model; null where there is none. */
  readonly history: LogLines | null
}

/** Fills the columns of the inputs whose figures can be computed. */
export interface Filler {
  /** Their names: a column of theirs in the data is not read. */
  readonly names: ReadonlySet<string>
  readonly fill: (columns: Columns) => Columns
  /** The names of logs that have lines, but none of any account that was filled so far. */
  readonly strange: () => readonly string[]
}

/**
 * What fills the columns of a model and of those whose scores it uses, as of a day. Accounts are found in the logs by their
 * keys, exactly; a value that its input cannot hold is missing, as it would be in a file.
 */
export function filler(model: Model, sources: Sources, asOf: number): Filler {
  const steps = stepsOf(model, sources, asOf)
  const met = new Map<LogLines, boolean>()
  return {
    names: new Set(steps.map(({ input }) => input.name)),
    fill: (columns) => {
      const inputs = new Map(columns.inputs)
      const accountsIn = new Map<LogLines, Int32Array>()
      for (const step of steps) {
        const accounts = accountsIn.get(step.lines) ?? numbersOf(columns, step.lines)
        accountsIn.set(step.lines, accounts)
        if (!met.get(step.lines) && columns.length > 0)
          met.set(
            step.lines,
            accounts.some((account) => account >= 0),
          )
        inputs.set(step.input.name, columnOf(step, accounts, step.anchor === null ? null : inputs.get(step.anchor)))
      }
      return { ...columns, inputs }
    },
    strange: () => [...met].flatMap(([{ log, days }, isMet]) => (isMet || days.length === 0 ? [] : [log.name])),
  }
}

interface Step {
  readonly input: Input
  readonly lines: LogLines
  /** The input, a date, that the window begins with. */
  readonly anchor: string | null
  readonly reader: FigureReader
}

/** In an order in which windows begin with what is known by then. */
function stepsOf(model: Model, sources: Sources, asOf: number): readonly Step[] {
  const used = model.uses.flatMap((use) => stepsOf(use.model, sources, asOf))
  const own = model.inputs.flatMap((input) => stepOf(model, input, sources, asOf) ?? [])
  const ordered: Step[] = []
  const waiting = new Set(own)
  while (waiting.size > 0) {
    const ready = [...waiting].filter(({ anchor }) => ![...waiting].some(({ input }) => input.name === anchor))
    // A circle has been reported: what is in it begins with whatever the data says.
    for (const step of ready.length > 0 ? ready : waiting) {
      ordered.push(step)
      waiting.delete(step)
    }
  }
  return [...used, ...ordered]
}

function stepOf(model: Model, input: Input, { logs, history }: Sources, asOf: number): Step | null {
  const { figure } = input
  if (figure === null) return null
  if (figure.kind === 'events') {
    const lines = logs.get(figure.log)
    if (lines === undefined) return null
    return { input, lines, anchor: anchorOf(figure), reader: eventReader(figure, lines, asOf) }
  }
  if (figure.kind !== 'history' || history === null) return null
  return { input, lines: history, anchor: figure.anchor, reader: historyReader(model, figure, history, asOf) }
}

function anchorOf(figure: Figure & { kind: 'events' }): string | null {
  return figure.window.kind === 'since' ? figure.window.anchor : null
}

function numbersOf({ accounts, length }: Columns, lines: LogLines): Int32Array {
  const numbers = new Int32Array(length).fill(-1)
  if (accounts !== null)
    for (let row = 0; row < length; row++) numbers[row] = lines.accounts.get(accounts[row]!.trim()) ?? -1
  return numbers
}

function columnOf({ input, reader }: Step, accounts: Int32Array, anchors: Column | null | undefined): Column {
  const days = anchors?.kind === 'number' ? anchors.values : null
  const found = Float64Array.from(accounts, (account, row) => reader.read(account, days?.[row] ?? NaN))
  if (input.type !== 'text' && input.type !== 'choice') {
    const domain = domainOfInput(input)
    if (domain.kind === 'number')
      for (let row = 0; row < found.length; row++) if (!holdsNumber(domain, found[row]!)) found[row] = NaN
    return { kind: 'number', values: found, unreadable: [] }
  }
  const { dictionary } = reader
  const texts = input.type === 'text' ? dictionary : dictionary.map((text) => choiceOf(input, text))
  const codes = Int32Array.from(found, (code) => (Number.isNaN(code) || texts[code] === null ? -1 : code))
  return { kind: 'text', codes, dictionary: texts.map((text) => text ?? ''), unreadable: [] }
}

/** A choice as it is declared; null for a text that is none. */
function choiceOf({ choices }: Input, text: string): string | null {
  return choices.find((choice) => folded(choice) === folded(text)) ?? null
}
