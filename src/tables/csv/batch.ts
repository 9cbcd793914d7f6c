import { finding } from '../../findings/report.ts'
import type { Column, Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { type AccountKeys, accountKeys } from '../account-keys.ts'
import { isTextual, unreadableReporter } from '../column-reader.ts'
import type { Matching } from '../match.ts'
import type { Reports } from '../reports.ts'
import { type TextReader, textReader } from '../values/text-reader.ts'
import { type Records, textAt } from './cells.ts'
import { keyTexts } from './key-texts.ts'
import { numberDecoder, plainShift } from './numbers.ts'
import { textDecoder } from './texts.ts'

/** Turns the records of one batch after another into columns. */
export interface BatchDecoder {
  /** How many columns of the file are looked at, and which slot of the index each goes to. */
  readonly slots: number
  readonly slotOf: Int32Array
  /** By slot: see `plainShift`. */
  readonly plain: Int32Array
  columns(records: Records, start: number, end: number): Columns
}

/** The decoder for the columns that inputs and the account key need; the others are never looked at. */
export function batchDecoder(
  header: readonly string[],
  matching: Matching,
  inputs: readonly Input[],
  reports: Reports,
): BatchDecoder {
  const slotOf = new Int32Array(header.length).fill(-1)
  let slots = 0
  const slot = (column: number) => {
    if (slotOf[column]! < 0) slotOf[column] = slots++
    return slotOf[column]!
  }
  const keyInputs: { name: string; read: TextReader; report: ReturnType<typeof unreadableReporter> }[] = []
  const decoders = inputs.flatMap((input) => {
    const column = matching.columns.get(input.name)
    if (column === undefined) return []
    const report = unreadableReporter(header[column]!, reports)
    if (column === matching.account && input.type === 'text' && input.missingWhen.length === 0) {
      keyInputs.push({ name: input.name, read: textReader(input), report })
      return []
    }
    const decoder = isTextual(input) ? textDecoder(input, report) : numberDecoder(input, report)
    return [{ name: input.name, slot: slot(column), decoder }]
  })
  const accountSlot = matching.account === null ? null : slot(matching.account)
  const plain = new Int32Array(slots).fill(-1)
  for (const input of inputs) {
    const column = matching.columns.get(input.name)
    if (column !== undefined) plain[slot(column)] = plainShift(input)
  }
  const checkKeys: AccountKeys = accountKeys(reports)
  let isUtf8 = true

  return {
    slots,
    slotOf,
    plain,
    columns(records, start, end) {
      const { index } = records
      const ascii = asciiOf(records.bytes.subarray(start, end))
      if (ascii === 'invalid' && isUtf8) {
        isUtf8 = false
        const row = index.lines[0]! + firstBadLine(records.bytes.subarray(start, end))
        reports.add('text-not-utf8', '', () => finding('text-not-utf8', { row }))
      }
      const columns = new Map<string, Column>(decoders.map(({ name, slot: s, decoder }) => [name, decoder(records, s)]))
      if (accountSlot === null) return { length: index.rows, accounts: null, inputs: columns }
      const text = ascii === 'invalid' || ascii === 'other' ? null : ascii.text
      const accounts = accountTexts(records, accountSlot, text, start)
      checkKeys(accounts, index.lines)
      for (const { name, read, report } of keyInputs) columns.set(name, keyTexts(accounts, read, report, index.lines))
      return { length: index.rows, accounts, inputs: columns }
    },
  }
}

/** Account keys, cut from the text of the whole stretch where it is ASCII, so that offsets in both are the same. */
function accountTexts(records: Records, slot: number, ascii: string | null, start: number): readonly string[] {
  const { index } = records
  const accounts: string[] = []
  for (let row = 0; row < index.rows; row++) {
    const cell = row * index.slots + slot
    const plain = ascii !== null && index.quoted[cell] === 0
    const text = plain ? ascii.slice(index.starts[cell]! - start, index.ends[cell]! - start) : textAt(records, cell)
    accounts.push(text.trim())
  }
  return accounts
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function asciiOf(bytes: Uint8Array): { readonly text: string } | 'other' | 'invalid' {
  try {
    const text = strict.decode(bytes)
    return text.length === bytes.length ? { text } : 'other'
  } catch {
    return 'invalid'
  }
}

/** How many lines of the stretch lie before the first that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 0
  let at = 0
  for (;;) {
    const newline = bytes.indexOf(10, at)
    if (newline < 0 || asciiOf(bytes.subarray(at, newline)) === 'invalid') return line
    line++
    at = newline + 1
  }
}
