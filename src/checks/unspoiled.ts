import type { Finding } from '../findings/finding.ts'
import type { ModelFinding } from './check.ts'

/** Said of a model that was not read whole these would only repeat that it was not. */
const whole = ['input-unused', 'let-unused', 'segment-same-as-default', 'test-duplicate', 'nothing-scored']

/** What can be said of a group only when all that is in it was read. */
const complete = ['weight-sum', 'weight-missing', 'weight-no-measures', 'segment-no-default', 'band-missing-rule']

/** Errors after which every name was read all the same: only a number or an edge is in doubt. */
const harmless = ['percent-bare', 'unit-mismatch', 'range-backwards', 'weight-missing', 'band-overlap', 'score-gap']

/** The findings of reading without those that only follow from text that could not be read. */
export function causesOf(reading: readonly Finding[]): readonly Finding[] {
  return isTorn(reading) ? reading.filter(({ slug }) => !complete.includes(slug)) : reading
}

/** Whether pieces of the text are lost: where it is plain what was meant, it was read as that. */
function isTorn(reading: readonly Finding[]): boolean {
  return reading.some(({ slug, level, fixes }) => level === 'error' && slug.startsWith('syntax') && fixes.length === 0)
}

/** The checks' findings without the consequences of errors that reading the model found. */
export function unspoiled(checked: readonly ModelFinding[], reading: readonly Finding[]): readonly ModelFinding[] {
  const errors = reading.filter(({ level }) => level === 'error')
  if (errors.length === 0) return checked
  const isPartial = errors.some(({ slug }) => !harmless.includes(slug))
  const spans = errors.flatMap(({ span }) => span ?? [])
  return checked.filter(({ slug, span, within = span }) => {
    if ((isPartial && whole.includes(slug)) || (complete.includes(slug) && isTorn(reading))) return false
    return spans.every(
      (error) =>
        within === null || error.file !== within.file || error.start >= within.end || error.end <= within.start,
    )
  })
}
