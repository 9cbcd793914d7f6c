import { canonicalJson } from '../model/hash.ts'
import { allInputs } from '../model/all-inputs.ts'
import type { Expression, Unit } from '../model/expression.ts'
import type { Figure } from '../model/figure.ts'
import type { Input } from '../model/input.ts'
import { bareInput } from '../model/bare-input.ts'
import type { Context } from './context.ts'

/**
 * Makes an input of a figure that stands in a formula, and gives the expression that reads it. The column of such an
 * input has the text of the figure for its label; the same figure written again is the same input.
 */
export function hoist(
  context: Context,
  figure: Figure,
  text: string,
  unit: Unit | null,
  said: Partial<Pick<Input, 'type' | 'low' | 'high' | 'choices' | 'span'>> = {},
): Expression {
  const key = canonicalJson(figure)
  const known = context.hoisted.get(key)
  if (known !== undefined) return { kind: 'input', name: known.name }
  const { type = unit ?? 'number', ...rest } = said
  const input: Input = bareInput(freeName(context, text), type, { labels: [text], figure, ...rest })
  context.hoisted.set(key, input)
  return { kind: 'input', name: input.name }
}

/** The letters and digits of the text, short enough to name a column in every warehouse. */
function freeName(context: Context, text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')
    .slice(0, LONGEST)
  // The same words may mean another figure in an imported model: its segments and `let`s are its own.
  const others = [...context.uses.values()].flatMap(allInputs)
  const taken = new Set([...context.hoisted.values(), ...others].map((input) => input.name))
  const isFree = (name: string): boolean => !taken.has(name) && !context.inputs.has(name) && !context.letNames.has(name)
  if (isFree(plain)) return plain
  for (let number = 2; ; number++) if (isFree(`${plain}_${number}`)) return `${plain}_${number}`
}

const LONGEST = 48
