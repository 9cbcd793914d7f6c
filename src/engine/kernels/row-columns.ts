import type { Column, Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { RowValues } from './row-score.ts'

/** A table of one row that is written over by each row in turn, so that programs stay tied to it. */
export interface RowColumns {
  readonly columns: Columns
  /** True where programs have to be tied again: a text was not met before. */
  readonly write: (values: RowValues) => boolean
}

/** Texts kept of one input before they are forgotten and met anew: each new one ties programs to all that are kept. */
const KEPT = 64

/** Columns for the inputs among `names`, in whose order rows come. */
export function rowColumns(inputs: readonly Input[], names: readonly string[]): RowColumns {
  const columns = new Map<string, Column>()
  const numbers: { readonly at: number; readonly values: Float64Array }[] = []
  const texts: TextPlace[] = []
  for (const { name, type } of inputs) {
    const at = names.indexOf(name)
    if (at === -1) continue
    if (type === 'text' || type === 'choice') {
      const place: TextPlace = { at, codes: new Int32Array(1), dictionary: [], known: new Map() }
      texts.push(place)
      columns.set(name, { kind: 'text', codes: place.codes, dictionary: place.dictionary, unreadable: [] })
    } else {
      const values = new Float64Array(1)
      numbers.push({ at, values })
      columns.set(name, { kind: 'number', values, unreadable: [] })
    }
  }
  return {
    columns: { length: 1, accounts: null, inputs: columns },
    write: (values) => {
      for (const { at, values: own } of numbers) own[0] = values.numbers[at]!
      let isNew = false
      for (const place of texts) isNew = writeText(place, values.texts[place.at] ?? null) || isNew
      return isNew
    },
  }
}

interface TextPlace {
  readonly at: number
  readonly codes: Int32Array
  readonly dictionary: string[]
  readonly known: Map<string, number>
}

/** True where the text is new to the dictionary. */
function writeText({ codes, dictionary, known }: TextPlace, text: string | null): boolean {
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
