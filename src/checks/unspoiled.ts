import type { Finding } from '../findings/finding.ts'
import type { ModelFinding } from './check.ts'

/** Said of a model that was not read whole these would only repeat that it was not. */
const whole = ['input-unused', 'let-unused', 'segment-same-as-default', 'test-duplicate']

/** The checks' findings without the consequences of errors that reading the model found. */
export function unspoiled(checked: readonly ModelFinding[], reading: readonly Finding[]): readonly ModelFinding[] {
  const errors = reading.filter(({ level }) => level === 'error')
  if (errors.length === 0) return checked
  const spans = errors.flatMap(({ span }) => span ?? [])
  return checked.filter(({ slug, span, within = span }) => {
    if (whole.includes(slug)) return false
    return spans.every(
      (error) =>
        within === null || error.file !== within.file || error.start >= within.end || error.end <= within.start,
    )
  })
}
