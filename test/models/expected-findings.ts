import { sentence } from '../../src/findings/report.ts'
import type { Finding } from '../../src/findings/finding.ts'

/** A finding as a person writes it down beforehand: slug, perhaps a place, and words that its sentence must contain. */
export interface Expected {
  readonly slug: string
  /** The end of the trail, `technical.versions_behind`; null where any place will do. */
  readonly place: string | null
  readonly facts: readonly string[]
}

/** Pairs what was expected with what was found; what is left of either is in the result, as text. */
export function compareFindings(expected: readonly Expected[], found: readonly Finding[]): readonly string[] {
  const left = [...found]
  const missing = expected.filter((one) => {
    const index = left.findIndex((finding) => fits(one, finding))
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
  return [
    ...missing.map(({ slug, place, facts }) => `not found: ${[slug, place ?? '-', ...facts].join(' ')}`),
    ...left.map((one) => `not expected: ${one.slug} ${one.trail.join('.')} ${sentence(one)}`),
  ]
}

function fits(expected: Expected, found: Finding): boolean {
  if (found.slug !== expected.slug) return false
  const trail = found.trail.join('.')
  if (expected.place !== null && !`.${trail}`.endsWith(`.${expected.place}`)) return false
  const words = new Set(sentence(found).split(/[\s`;,]+/))
  return expected.facts.every((fact) => words.has(fact))
}
