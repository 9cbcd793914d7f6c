import { parse } from '../../src/parser/index.ts'

/** The tree without places, and without the spelling of numbers. */
export function meaningOf(text: string, file = 'a.salus'): unknown {
  return JSON.parse(
    JSON.stringify(parse(text, file).tree, (key, value: unknown) => {
      if (key === 'span' || key === 'written') return undefined
      return isPlace(value) ? true : value
    }),
  )
}

/** `off` of a measure is the place of the word. */
function isPlace(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}
