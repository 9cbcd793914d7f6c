import type { Finding } from '../findings/finding.ts'
import type { ModelFinding } from './check.ts'

/** The checks' findings without those about text that reading the model found an error in: these are its consequences. */
export function unspoiled(checked: readonly ModelFinding[], reading: readonly Finding[]): readonly ModelFinding[] {
  const errors = reading.filter(({ level }) => level === 'error').flatMap(({ span }) => span ?? [])
  return checked.filter(({ span, within = span }) =>
    errors.every(
      (error) => within === null || error.file !== within.file || error.start < within.start || error.end > within.end,
    ),
  )
}
