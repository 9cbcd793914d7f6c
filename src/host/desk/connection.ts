import type { Connected } from '../../tables/match.ts'
import type { SalusDocument } from '../document/document.ts'

const NONE: Connected = new Map()
const made = new WeakMap<object, Connected>()

/** The columns chosen by hand for a sheet; of the only connection there is where the sheet is not known. */
export function connectedOn(document: SalusDocument | null, sheet: string | null): Connected {
  const connections = document?.connections ?? []
  const found =
    sheet === null
      ? connections.length === 1
        ? connections[0]
        : undefined
      : connections.find((one) => one.sheet.toLowerCase() === sheet.toLowerCase())
  if (found === undefined) return NONE
  const known = made.get(found)
  if (known !== undefined) return known
  const connected = new Map(Object.entries(found.columns))
  made.set(found, connected)
  return connected
}
