import { writeName } from '../../compile/context.ts'
import type { Edit } from '../../findings/finding.ts'
import type { Span } from '../../findings/span.ts'
import { occurrenceAt, occurrencesIn, type Occurrence } from './occurrences.ts'

/** Where what stands at an offset is declared; for a measure, what it judges. Empty where that is not in this text. */
export function definitionAt(text: string, file: string, offset: number): readonly Span[] {
  const here = occurrenceAt(text, file, offset)
  if (here === null) return []
  const declared = related(occurrencesIn(text, file), here, false).filter(({ declares }) => declares)
  const elsewhere = declared.filter(({ span }) => span.start !== here.span.start)
  return (elsewhere.length > 0 ? elsewhere : declared).map(({ span }) => span)
}

/** Everywhere the same thing is named, declaration included. */
export function referencesAt(text: string, file: string, offset: number): readonly Span[] {
  const here = occurrenceAt(text, file, offset)
  return here === null ? [] : related(occurrencesIn(text, file), here, true).map(({ span }) => span)
}

/** The edits that give it another name; null where nothing there can be renamed, or the new name is no name. */
export function renameAt(text: string, file: string, offset: number, name: string): readonly Edit[] | null {
  const here = occurrenceAt(text, file, offset)
  const renamable = here !== null && here.means.every(({ kind }) => kind !== 'model' && kind !== 'indicator')
  if (!renamable || name.trim() === '' || /[`\n\r]/.test(name)) return null
  const written = writeName(name.trim())
  return related(occurrencesIn(text, file), here, true).map(({ span }) => ({ span, text: written }))
}

/** What shares a meaning; `closed`: and what shares one with that, since a measure has the name of its input. */
function related(all: readonly Occurrence[], here: Occurrence, closed: boolean): readonly Occurrence[] {
  const key = (meaning: object) => JSON.stringify(meaning)
  const keys = new Set(here.means.map(key))
  const grow = (): boolean => {
    const size = keys.size
    for (const { means } of all)
      if (means.some((one) => keys.has(key(one)))) for (const one of means) keys.add(key(one))
    return keys.size > size
  }
  if (closed) while (grow());
  return all.filter(({ means }) => means.some((one) => keys.has(key(one))))
}
