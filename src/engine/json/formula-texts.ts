import type { Column } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'
import { isoDate } from '../days.ts'
import type { AccountColumns } from '../kernels/scores.ts'

/** Results of each row as a JSON object. */
export function resultTexts({ results }: Model, account: AccountColumns): (row: number) => string {
  if (results.length === 0) return () => '{}'
  const parts = results.map(({ name, formula }, at) => ({
    key: `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    text: resultText(formula.type, account.results[at]!),
  }))
  return (row) => {
    let text = ''
    for (const { key, text: of } of parts) text += key + of(row)
    return `${text}}`
  }
}

function resultText(type: string, column: Column): (row: number) => string {
  if (column.kind === 'text') {
    const texts = column.dictionary.map((word) => JSON.stringify(word))
    return (row) => texts[column.codes[row]!] ?? 'null'
  }
  return (row) => {
    const value = column.values[row]!
    if (Number.isNaN(value)) return 'null'
    if (type === 'yes/no') return value === 0 ? 'false' : 'true'
    return JSON.stringify(type === 'date' ? isoDate(value) : value)
  }
}

/** Indicators that hold in each row, as a JSON array; each combination that occurs is written once. */
export function indicatorTexts({ indicators }: Model, { indicators: flags }: AccountColumns): (row: number) => string {
  const texts = indicators.map(({ kind, label }) => JSON.stringify({ kind, label }))
  return (row) => {
    let text = ''
    for (let at = 0; at < texts.length; at++) {
      if (flags[at]![row] === 1) text += text === '' ? texts[at]! : `,${texts[at]!}`
    }
    return `[${text}]`
  }
}
