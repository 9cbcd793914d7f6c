import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { allInputs } from '../model/all-inputs.ts'
import type { Input } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import { accountsSheet, givenKey, type Given } from './accounts-sheet.ts'
import type { FormulaSheet } from './cell.ts'
import { serial } from './expression.ts'
import { gridFor, type Column } from './grid.ts'
import { sayInput } from './inputs.ts'
import { tooMuch } from './limits.ts'
import { AS_OF, modelSheet } from './model-sheet.ts'
import { NOTHING, numeric, type Said } from './said.ts'
import { sayModel } from './said-model.ts'
import { mark } from './text.ts'

export interface FormulaOptions {
  readonly accounts: Given
  /** The column of the accounts that an input is read from; null: there is none, and it is missing in every row. */
  readonly columnOf: (input: Input) => number | null
  /** The scoring date in days since 1970-01-01; a cell of the workbook, and blank without one. */
  readonly asOf: number | null
  /** The name of a segment that all accounts are scored as. */
  readonly segment?: string
  /** `let`: with names inside formulas in the place of most columns of workings, for Excel 365. */
  readonly style: 'cells' | 'let'
  readonly sheets: { readonly model: string; readonly accounts: string }
}

/** Sheets that score themselves, or why the model is not said in formulas. */
export interface FormulaBook {
  readonly sheets: readonly FormulaSheet[] | null
  /** The columns behind those that were given. */
  readonly columns: readonly Column[]
  readonly findings: readonly Finding[]
}

/** A model and its accounts as two sheets of plain formulas: nothing else is needed to score. */
export function formulaBook(model: Model, options: FormulaOptions): FormulaBook {
  let where = model.name
  let readsDate = false
  const refused = new Map<string, Finding>()
  const refuse = (what: string): void => {
    refused.set(`${where} ${what}`, finding('formula-unsaid', { where, what }))
  }
  const grid = gridFor(() => where)
  const inputs = inputsOf(model, (input) => {
    const at = options.columnOf(input)
    const before = where
    where = input.name
    const said = at === null ? NOTHING : sayInput(input, mark('column', givenKey(at)), grid)
    where = before
    return said
  })
  const said = sayModel(model, {
    grid,
    input: inputs,
    asOf: () => {
      readsDate = true
      return numeric(mark('low', AS_OF))
    },
    at: (now) => (where = now),
    where: () => where,
    refuse,
    segment: options.segment ?? null,
  })
  where = model.name
  if (grid.isCircular()) refuse('segments whose members need each other')
  if (refused.size > 0) return { sheets: null, columns: [], findings: [...refused.values()] }

  const { model: modelName, accounts: accountsName } = options.sheets
  const asOf = options.asOf === null ? null : serial(options.asOf)
  const numbers = modelSheet(said.models, modelName, asOf, readsDate)
  const accounts = accountsSheet(grid.columns(), options.accounts, numbers, accountsName, options.style)
  for (const { column, formula } of accounts.formulas) {
    const what = tooMuch(formula)
    where = column.label
    if (what !== null) refuse(what)
  }
  return {
    sheets: refused.size > 0 ? null : [accounts.sheet, numbers.sheet],
    columns: accounts.formulas.map(({ column }) => column),
    findings: [...refused.values()],
  }
}

/** Inputs by name, each said when it is first read. */
function inputsOf(model: Model, sayOne: (input: Input) => Said): (name: string) => Said {
  const byName = new Map(allInputs(model).map((input) => [input.name, input]))
  const said = new Map<string, Said>()
  return (name) => {
    const input = byName.get(name)
    if (input === undefined) return NOTHING
    const known = said.get(name) ?? sayOne(input)
    said.set(name, known)
    return known
  }
}
