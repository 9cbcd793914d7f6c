/// <reference types="custom-functions-runtime" />
import type { Answer, AnswerCell, Card, Carded, CellError } from '../call.ts'

/** An answer as Excel takes it. An answer that is one error is thrown, since only then Excel shows its sentence everywhere. */
export function resultOf(answer: Answer, withCards: boolean): unknown[][] {
  const only = answer.length === 1 && answer[0]!.length === 1 ? answer[0]![0]! : null
  if (isError(only)) throw errorOf(only)
  return answer.map((row) => row.map((cell) => valueOf(cell, withCards)))
}

export function errorOf({ code, message }: CellError): CustomFunctions.Error {
  const { invalidValue, notAvailable } = CustomFunctions.ErrorCode
  return new CustomFunctions.Error(code === 'value' ? invalidValue : notAvailable, message)
}

function valueOf(cell: AnswerCell, withCards: boolean): unknown {
  // Excel shows an empty result as 0.
  if (cell === null) return ''
  if (typeof cell !== 'object') return cell
  if (isError(cell)) return errorOf(cell)
  return withCards ? cardedNumber(cell) : cell.value
}

function isError(cell: AnswerCell): cell is CellError {
  return typeof cell === 'object' && cell !== null && cell.kind === 'error'
}

/**
 * A number that sums and sorts as any other, and opens as a card. Sections are lists: some builds of Excel on the web
 * refuse any other layout.
 */
function cardedNumber({ value, decimals, card }: Carded): unknown {
  const { properties, sections } = listed(card)
  return {
    type: 'Double',
    basicType: 'Double',
    basicValue: value,
    numberFormat: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
    properties,
    layouts: { card: { title: card.title, sections } },
  }
}

/** Properties have names of their own in the whole card: a label that comes again is numbered. */
function listed(card: Card) {
  const properties: Record<string, unknown> = {}
  const sections = card.sections.map(({ title, rows }) => {
    const names = rows.map(({ label, value, note }) => {
      let name = label
      for (let number = 2; name in properties; number++) name = `${label} (${number})`
      const type = typeof value === 'number' ? 'Double' : 'String'
      const metadata = note === null ? {} : { propertyMetadata: { sublabel: note } }
      properties[name] = { type, basicType: type, basicValue: value, ...metadata }
      return name
    })
    return { layout: 'List', title, properties: names }
  })
  return { properties, sections }
}
