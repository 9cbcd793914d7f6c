import type { Input, InputType } from './input.ts'

/** An input of which nothing is said but its name, its type and `said`: it takes whatever its type does. */
export function bareInput(name: string, type: InputType, said: Partial<Omit<Input, 'name' | 'type'>> = {}): Input {
  return {
    name,
    labels: [],
    type,
    low: null,
    high: null,
    whole: false,
    choices: [],
    currency: null,
    missingWhen: [],
    grain: 'account',
    role: null,
    figure: null,
    doc: null,
    span: null,
    ...said,
  }
}
