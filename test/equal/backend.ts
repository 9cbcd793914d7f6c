import { sentence } from '../../src/findings/report.ts'
import { queryOf, queryOutcome } from './database.ts'
import type { Engine } from './engines/index.ts'
import { kernelOutcome, type Outcome } from './outcome.ts'
import type { Rows, Subject } from './subject.ts'

/** Whatever scores a subject and is held to the evaluator. */
export interface Backend {
  readonly label: string
  /** Which subjects it is asked for. */
  readonly takes: (subject: Subject) => boolean
  readonly ask: (subject: Subject) => Promise<Found>
  readonly stop: () => Promise<void>
}

/** What a back end gives; why it refuses the model; or how it failed. */
export type Found =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'refused'; readonly because: readonly string[] }
  | { readonly kind: 'failed'; readonly because: string }

export const kernels: Backend = {
  label: 'kernels',
  takes: () => true,
  ask: (subject) => outcomeOf(async () => kernelOutcome(subject)),
  stop: async () => {},
}

/** A database that runs the queries of its dialect. Each table of accounts is loaded once, while it is the last one asked for. */
export function database(label: string, engine: Engine): Backend {
  let loaded: Rows | null = null
  let loading = Promise.resolve()
  return {
    label,
    // A database has the accounts themselves.
    takes: ({ kind }) => kind !== 'in a workbook',
    ask: (subject) => {
      const { text, findings } = queryOf(subject, engine.name)
      if (text === null) return Promise.resolve({ kind: 'refused', because: findings.map(sentence) })
      if (loaded !== subject.rows) {
        loaded = subject.rows
        const tables = [subject.rows.table, ...(subject.logs?.values() ?? [])]
        for (const table of tables) loading = loading.then(() => engine.load(table))
      }
      const ready = loading
      return outcomeOf(async () => {
        await ready
        return queryOutcome(engine, text)
      })
    },
    stop: engine.stop,
  }
}

/** What is thrown is part of the comparison too. */
export async function outcomeOf(outcome: () => Promise<Outcome>): Promise<Found> {
  try {
    return { kind: 'outcome', outcome: await outcome() }
  } catch (because) {
    return { kind: 'failed', because: because instanceof Error ? because.message.slice(0, 400) : String(because) }
  }
}
