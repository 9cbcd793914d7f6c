import { declaredIn } from '../../authoring/complete/declared.ts'
import { newInputs } from '../../authoring/complete/new-inputs.ts'
import { plainText, type CompletionContext } from '../../authoring/complete/suggestion.ts'
import { format } from '../../parser/index.ts'

/** What a first model begins with: the columns of the sheet as its inputs, and a place for the first dimension. */
export function starterText(columns: NonNullable<CompletionContext['columns']>): string {
  const lines = newInputs(declaredIn('', FIRST_FILE, undefined), columns).map(
    ({ template }) => `  ${plainText(template)}`,
  )
  const inputs = lines.length === 0 ? ['  tickets  count  "Tickets"'] : lines
  const text = `model health "Our health score"\n\ninputs {\n${inputs.join('\n')}\n}\n\nmissing skip\n\n// Write a dimension here, for example:\n// dimension support "Support" weight 100% {\n//   measure tickets  healthy < 2 <= concerning < 5 <= poor\n// }\n`
  return format(text, FIRST_FILE).text
}

export const FIRST_FILE = 'health.salus'
