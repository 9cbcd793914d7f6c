import { ANSWERS } from '../../model/cell-words.ts'

/** A trimmed answer, or null where it is none. 1 and 0 are read as numbers elsewhere. */
export function yesNo(trimmed: string): boolean | null {
  return ANSWERS.get(trimmed.toLowerCase()) ?? null
}
