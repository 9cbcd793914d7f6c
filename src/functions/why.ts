import { why as reasonOf } from '../engine/why.ts'
import type { ColumnFunction } from './column-function.ts'
import { nearTexts } from './near-texts.ts'
import { notesOf } from './scored.ts'

/** HEALTH.WHY: score, band and what costs most, and what is to be said of the data. */
export const why: ColumnFunction = {
  explained: (explanation, account) => {
    const reason = reasonOf(explanation)
    const notes = [...notesOf(account, explanation), ...nearTexts(account)]
    return [reason.charAt(0).toUpperCase() + reason.slice(1), ...notes].join('. ')
  },
}
