import { foldHeader } from '../../tables/match.ts'
import { literal, namer, quoted } from '../../parser/names.ts'
import type { Declared } from './declared.ts'
import type { Candidate, CompletionContext } from './suggestion.ts'

type ColumnOfSheet = NonNullable<CompletionContext['columns']>[number]

/** Columns of the sheet that no input reads yet, each as a whole line that declares it. */
export function newInputs(declared: Declared, columns: readonly ColumnOfSheet[]): readonly Candidate[] {
  const known = new Set(
    declared.inputs.flatMap(({ name, labels }) => [name, ...labels].map((one) => foldHeader(one.text))),
  )
  const taken = [...declared.inputs, ...declared.lets].flatMap(({ name }) => name?.text ?? [])
  const nameOf = namer(taken)
  return columns
    .filter(({ header }) => header.trim() !== '' && !known.has(foldHeader(header)))
    .map(({ header, samples }) => {
      const name = nameOf(header, 'input')
      return {
        kind: 'new input',
        label: name,
        detail: `“${header}”${samples.length > 0 ? `: ${samples.slice(0, 3).join(', ')}` : ''}`,
        about: 'A column of the sheet that the model does not read yet.',
        template: `${name}  \${${typeOf(samples)}}  ${quoted(header.replace(/[\n\r]+/g, ' '))}`,
      }
    })
}

/** The kind of input some values look like. */
function typeOf(samples: readonly string[]): string {
  const values = samples.map((value) => value.trim()).filter((value) => value !== '')
  const every = (like: RegExp) => values.length > 0 && values.every((value) => like.test(value))
  if (every(/^(?:yes|no|true|false)$/i)) return 'yes/no'
  if (every(/^\d{4}-\d{2}-\d{2}/)) return 'date'
  if (every(/^-?[\d.,]+\s?%$/)) return 'percent'
  if (every(/^0?\.\d+$|^[01](?:\.0+)?$/) && values.some((value) => value.includes('.'))) return 'ratio'
  if (every(/^[$€£]\s?[\d.,]+$/)) return 'money'
  if (every(/^\d[\d,]*$/)) return 'count'
  if (every(/^-?\d[\d,]*(?:\.\d+)?$/)) return 'number'
  const different = [...new Set(values)]
  return different.length >= 2 && values.length >= 3 * different.length && different.length <= 8
    ? `one of ${different.map(literal).join(', ')}`
    : 'text'
}
