import type { Column, Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { ItemReader, ItemReaders } from './row-items.ts'

/** A table of one row that is written over by each row in turn, so that programs stay tied to it. */
export interface RowColumns<Item> {
  readonly columns: Columns
  /** True where programs have to be tied again: a text was not met before. */
  readonly write: (items: readonly Item[]) => boolean
}

/** Texts kept of one input before they are forgotten and met anew: each new one ties programs to all that are kept. */
const KEPT = 64

/** Columns for the inputs that have a reader. */
export function rowColumns<Item>(inputs: readonly Input[], readers: ItemReaders<Item>): RowColumns<Item> {
  const columns = new Map<string, Column>()
  const numbers: { readonly reader: ItemReader<Item>; readonly values: Float64Array }[] = []
  const texts: TextPlace<Item>[] = []
  for (const { name, type } of inputs) {
    const reader = readers.get(name)
    if (reader === undefined) continue
    if (type === 'text' || type === 'choice') {
      const place: TextPlace<Item> = { reader, codes: new Int32Array(1), dictionary: [], known: new Map() }
      texts.push(place)
      columns.set(name, { kind: 'text', codes: place.codes, dictionary: place.dictionary, unreadable: [] })
    } else {
      const values = new Float64Array(1)
      numbers.push({ reader, values })
      columns.set(name, { kind: 'number', values, unreadable: [] })
    }
  }
  return {
    columns: { length: 1, accounts: null, inputs: columns },
    write: (items) => {
      for (const { reader, values } of numbers) {
        const value = valueOf(reader, items)
        values[0] = typeof value === 'number' ? value : NaN
      }
      let isNew = false
      for (const place of texts) {
        const value = valueOf(place.reader, items)
        isNew = writeText(place, typeof value === 'string' ? value : null) || isNew
      }
      return isNew
    },
  }
}

function valueOf<Item>({ at, read }: ItemReader<Item>, items: readonly Item[]): number | string | null {
  const item = items[at]
  return item === null || item === undefined ? null : read(item)
}

interface TextPlace<Item> {
  readonly reader: ItemReader<Item>
  readonly codes: Int32Array
  readonly dictionary: string[]
  readonly known: Map<string, number>
}

/** True where the text is new to the dictionary. */
function writeText({ codes, dictionary, known }: Omit<TextPlace<never>, 'reader'>, text: string | null): boolean {
  const code = text === null ? -1 : known.get(text)
  if (code !== undefined) {
    codes[0] = code
    return false
  }
  if (known.size >= KEPT) {
    known.clear()
    dictionary.length = 0
  }
  codes[0] = dictionary.push(text!) - 1
  known.set(text!, codes[0])
  return true
}
