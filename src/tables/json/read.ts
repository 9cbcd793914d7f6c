import { finding } from '../../findings/report.ts'
import type { Input } from '../../model/input.ts'
import { bindTable } from '../bind.ts'
import type { ByteSource } from '../bytes.ts'
import { type ReadOptions, type Table, unreadableTable } from '../table.ts'
import { wholeText } from '../text.ts'
import { isJsonObject, objectsTable } from './objects.ts'

/** Text beyond this is for ndjson, which streams. */
const LARGEST = 256 * 1_048_576

/** Opens a JSON file: an array of objects, one an account, or an object with one such array in it. */
export async function openJson(
  source: ByteSource,
  inputs: readonly Input[],
  options: ReadOptions = {},
): Promise<Table> {
  const file = options.name ?? 'the table'
  const unreadable = (problem: string) => unreadableTable([finding('file-unreadable', { file, problem })])
  const whole = await wholeText(source, LARGEST)
  if ('problem' in whole) return unreadable(whole.problem)
  if (whole.text.trim() === '') return unreadable('it is empty')
  let parsed: unknown
  try {
    parsed = JSON.parse(whole.text)
  } catch (error) {
    return unreadable(`it is not JSON${placeOf(error, whole.text)}`)
  }
  const list = listIn(parsed)
  if (list === null) return unreadable('it is not a list of objects, one an account')
  const wrong = list.findIndex((each) => !isJsonObject(each))
  if (wrong >= 0) return unreadable(`item ${wrong + 1} of the list is not an object`)
  return bindTable(objectsTable(list as object[]), inputs, options)
}

function listIn(parsed: unknown): readonly unknown[] | null {
  if (Array.isArray(parsed)) return parsed
  if (!isJsonObject(parsed)) return null
  const lists = Object.values(parsed).filter((value) => Array.isArray(value))
  return lists.length === 1 ? lists[0]! : null
}

/** The line of a syntax error, where the message of the platform tells the position. */
export function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(String(error))?.[1]
  return position === undefined ? '' : `: line ${text.slice(0, Number(position)).split('\n').length} is wrong`
}
