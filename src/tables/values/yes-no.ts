/** Accepted in any case. A lone x is not: in one sheet it ticks a box, in the next it crosses it out. */
export const ANSWERS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['y', true],
  ['true', true],
  ['t', true],
  ['✓', true],
  ['✔', true],
  ['☑', true],
  ['no', false],
  ['n', false],
  ['false', false],
  ['f', false],
  ['✗', false],
  ['✘', false],
  ['☐', false],
])

/** A trimmed answer, or null where it is none. 1 and 0 are read as numbers elsewhere. */
export function yesNo(trimmed: string): boolean | null {
  return ANSWERS.get(trimmed.toLowerCase()) ?? null
}
