import { officeDesk } from '../../host/office/desk.ts'
import { answer } from '../answer.ts'
import type { Answer, Call } from '../call.ts'
import type { Soon } from '../soon.ts'

/** What computes calls once everything is loaded. */
export interface Answering {
  readonly cards: boolean
  readonly answer: (name: string, call: Call) => Soon<Answer>
}

/** Resolves when the desk stands; never where the page is not in Excel, since no call comes then. */
export async function startAnswering(): Promise<Answering> {
  const desk = await officeDesk()
  if (desk === null) return new Promise(() => undefined)
  await desk.load().catch(() => undefined)
  return { cards: desk.workbook.abilities.cards, answer: (name, call) => answer(desk, name, call) }
}
