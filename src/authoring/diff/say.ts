import type { Change, Diff } from './changes.ts'

/** A diff in words, a line each. `segments` are all names of the newer model: what holds in all of them need not say so. */
export function diffLines(diff: Diff, segments: readonly string[]): readonly string[] {
  const words = diff.words.map(
    ({ path, what, before, after }) => `${what}${path === '' ? '' : ` of ${path}`}: ${turn(before, after)}`,
  )
  if (diff.same)
    return words.length === 0
      ? ['no difference in meaning']
      : ['no difference in meaning; words only:', ...words.map((line) => `  ${line}`)]
  const changes = diff.changes.flatMap((change) =>
    changeLines(change).map((line) => `${line}${within(change.segments, segments)}`),
  )
  return [...changes, ...(words.length === 0 ? [] : ['words:', ...words.map((line) => `  ${line}`)])]
}

function changeLines(change: Change): readonly string[] {
  const of = change.path === '' ? 'the score' : change.path
  switch (change.kind) {
    case 'added':
    case 'removed':
      return [`${change.what} ${change.path === '' ? change.name : change.path}: ${change.kind}`]
    case 'weight':
      return [`${of}: weight ${turn(change.before, change.after)}`]
    case 'switched':
      return [`${of}: is ${change.on ? 'on' : 'off'} now`]
    case 'cells':
      return change.cells.map(({ values, before, after }) => `${of}: ${values} ${turn(before, after)}`)
    case 'bands':
      return change.cells.map(({ values, before, after }) => `bands of ${of}: ${values} ${turn(before, after)}`)
    case 'setting':
      return [`${change.path === '' ? '' : `${of}: `}${change.what} ${turn(change.before, change.after)}`]
  }
}

function turn(before: string | null, after: string | null): string {
  if (before === after) return 'is computed differently'
  if (before === null) return `is ${after ?? ''}, was not written`
  return after === null ? `was ${before}, is gone` : `was ${before}, is ${after}`
}

function within(changed: readonly string[], all: readonly string[]): string {
  return changed.length === 0 || changed.length >= all.length ? '' : ` (in ${changed.join(', ')})`
}
