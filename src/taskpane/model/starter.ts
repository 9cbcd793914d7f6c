import { declaredIn } from '../../authoring/complete/declared.ts'
import { newInputs } from '../../authoring/complete/new-inputs.ts'
import { plainText, type CompletionContext } from '../../authoring/complete/suggestion.ts'

/** What a first model begins with: the columns of the sheet as its inputs, and a place for the first dimension. */
export function starterText(columns: NonNullable<CompletionContext['columns']>): string {
  const lines = newInputs(declaredIn('', FIRST_FILE, undefined), columns).map(({ template }, n) => {
    const line = `  ${plainText(template)}`
    return n === 0 && / text /.test(line) ? `${line} key` : line
  })
  const inputs = lines.length === 0 ? ['  tickets  count  "Tickets"'] : lines
  return `model health "Our health score"

inputs {
${inputs.join('\n')}
}

missing skip

// Write a dimension here, for example:
// dimension support "Support" weight 100% {
//   measure tickets  healthy < 2 <= concerning < 5 <= poor
// }
`
}

export const FIRST_FILE = 'health.salus'
