import type { Column } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { codeOf, type Texts } from './texts.ts'
import type { Scope } from './scope.ts'
import { BLOCK, type Vector } from './vector.ts'

/**
 * The vector of an input, read as its type has it: numbers that are not finite, blank text and what is of another kind
 * are missing, and so is everything where the table has no such column.
 */
export function loadInput(scope: Scope, input: Input): Vector {
  const { program } = scope
  const out = new Float64Array(BLOCK)
  let column: Column | undefined
  let all: Texts = scope.texts
  let codes: Vector = new Float64Array(1)
  program.binders.push(({ columns, texts }) => {
    column = columns.inputs.get(input.name)
    all = texts
    if (column?.kind === 'text') codes = dictionaryCodes(column.dictionary, texts)
  })
  const asText = input.type === 'text' || input.type === 'choice'
  program.steps.push((n) => {
    const { rows } = program.frame
    if (column === undefined || (column.kind === 'text' && !asText)) out.fill(NaN, 0, n)
    else if (column.kind === 'text') gatherCodes(column.codes, codes, rows, out, n)
    else {
      gatherNumbers(column.values, rows, out, n)
      if (asText) for (let i = 0; i < n; i++) out[i] = out[i] === out[i] ? codeOf(all, String(out[i])) : NaN
      else if (input.type === 'yes/no') for (let i = 0; i < n; i++) out[i] = out[i] === out[i] ? +(out[i] !== 0) : NaN
    }
  })
  return out
}

function gatherNumbers(values: Float64Array, rows: Int32Array, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) {
    const v = values[rows[i]!]!
    out[i] = v - v === 0 ? v : NaN
  }
}

function gatherCodes(column: Int32Array, codes: Vector, rows: Int32Array, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = codes[column[rows[i]!]! + 1]!
}

/** From a column's own codes to those of all texts; one slot in front for -1, missing. */
function dictionaryCodes(dictionary: readonly string[], all: Texts): Vector {
  const codes = new Float64Array(dictionary.length + 1).fill(NaN)
  for (const [code, text] of dictionary.entries()) if (text.trim() !== '') codes[code + 1] = codeOf(all, text)
  return codes
}
