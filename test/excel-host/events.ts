import type { BookEvent, EventKind } from './book.ts'

/** Events as office.js knows them: their number, and the methods by which it asks for them. */
const EVENTS: readonly (readonly [type: string, method: string, kind: EventKind, number: number])[] = [
  ['WorksheetCollection', '_RegisterDataChangedEvent', 'changed', 10],
  ['WorksheetCollection', '_RegisterActivatedEvent', 'sheetActivated', 11],
  ['WorksheetCollection', '_RegisterAddedEvent', 'sheetAdded', 13],
  ['WorksheetCollection', '_RegisterSelectionChangedEvent', 'selectionChanged', 14],
  ['WorksheetCollection', '_RegisterDeletedEvent', 'sheetDeleted', 15],
  ['WorksheetCollection', '_RegisterFormatChangedEvent', 'formatChanged', 18],
  ['WorksheetCollection', '_RegisterRowSortedEvent', 'rowSorted', 19],
  ['WorksheetCollection', '_RegisterEventNameChanged', 'sheetNameChanged', 25],
  ['TableCollection', '_RegisterDataChangedEvent', 'tableChanged', 101],
  ['TableCollection', '_RegisterAddedEvent', 'tableAdded', 102],
  ['TableCollection', '_RegisterDeletedEvent', 'tableDeleted', 103],
  ['Workbook', '_RegisterActivatedEvent', 'bookActivated', 2203],
]

/** Which events a client asked for. */
export type Registrations = Set<EventKind>

/** Notes that office.js registers or unregisters. */
export function register(registrations: Registrations, type: string, method: string): void {
  const wanted = method.replace('_Unregister', '_Register')
  const found = EVENTS.find(([ofType, name]) => ofType === type && name === wanted)
  if (found === undefined) return
  if (wanted === method) registrations.add(found[2])
  else registrations.delete(found[2])
}

/** The message that tells a client of an event. */
export function eventMessage(event: BookEvent, isRemote: boolean): readonly unknown[] {
  const number = EVENTS.find(([, , kind]) => kind === event.kind)![3]
  const source = isRemote ? 'Remote' : 'Local'
  const details = { shiftDirection: 'None', ...event.details, source, worksheetId: event.sheet?.id }
  return [65_536, number, 'Workbook', JSON.stringify(details), 0, isRemote]
}
