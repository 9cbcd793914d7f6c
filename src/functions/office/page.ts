/// <reference types="custom-functions-runtime" />
import type { Call } from '../call.ts'
import { type FunctionEntry, registry } from '../registry.ts'
import { errorOf, resultOf } from './answer.ts'
import type { Answering } from './answering.ts'
import { callOf } from './call.ts'

/**
 * The first script of the page. Excel asks for functions as soon as it can, so their names are known before anything else
 * is loaded: whoever calls early waits for the rest.
 */

/** A cell never stays `#BUSY!` longer than this, in milliseconds. */
const LONGEST = 10_000
const MOMENT = 500

let answering: Answering | null = null
let loading: Promise<Answering> | null = null

// Without office.js, which comes from elsewhere, the page has no functions; the pane still opens.
if (typeof CustomFunctions !== 'undefined') {
  for (const entry of registry) CustomFunctions.associate(entry.name, (...given: unknown[]) => compute(entry, given))
  void load().catch(() => undefined)
}

function load(): Promise<Answering> {
  loading ??= import('./answering.ts')
    .then(({ startAnswering }) => startAnswering())
    .then((ready) => (answering = ready))
    .catch((problem: unknown) => {
      // The next call tries again: the network may have been away.
      loading = null
      throw problem
    })
  return loading
}

/** At once where nothing has to be waited for: ten thousand promises would cost more than ten thousand scores. */
function compute(entry: FunctionEntry, given: readonly unknown[]): unknown {
  const call = callOf(entry, given)
  if (answering === null) return inTime(load().then((ready) => finish(ready, entry.name, call)))
  const result = finish(answering, entry.name, call)
  return result instanceof Promise ? inTime(result) : result
}

function finish(ready: Answering, name: string, call: Call): unknown[][] | Promise<unknown[][]> {
  const answer = ready.answer(name, call)
  return answer instanceof Promise
    ? answer.then((found) => resultOf(found, ready.cards))
    : resultOf(answer, ready.cards)
}

function inTime(result: Promise<unknown[][]>): Promise<unknown[][]> {
  return Promise.race([result, deadline()])
}

let current: Promise<never> | null = null

/** Rejects in time. Calls of the same moment share one, since thousands of timers are not cheap. */
function deadline(): Promise<never> {
  current ??= new Promise((_, reject) => {
    setTimeout(() => (current = null), MOMENT)
    setTimeout(() => reject(errorOf({ kind: 'error', code: 'value', message: LATE })), LONGEST)
  })
  return current
}

const LATE =
  'Excel gave Salus no answer for ten seconds: finish the cell you are editing, then calculate again with Ctrl+Alt+F9'
