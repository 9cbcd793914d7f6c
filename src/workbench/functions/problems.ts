import { columnLetters } from '../../host/block.ts'

/** What cells could not compute, as the last calculation said it: the grid itself shows an error value and no words. */
export interface Problems {
  readonly set: (place: Place, message: string | null) => void
  readonly at: (place: Place) => string | null
  readonly clear: () => void
}

export interface Place {
  readonly sheetId: string
  readonly row: number
  readonly column: number
}

export function problems(): Problems {
  const messages = new Map<string, string>()
  return {
    set: (place, message) => {
      if (message !== null) messages.set(keyOf(place), message)
      else if (messages.size > 0) messages.delete(keyOf(place))
    },
    at: (place) => messages.get(keyOf(place)) ?? null,
    clear: () => messages.clear(),
  }
}

function keyOf({ sheetId, row, column }: Place): string {
  return `${sheetId}!${columnLetters(column)}${row + 1}`
}
