import { bareInput } from '../../src/model/bare-input.ts'
import type { Input } from '../../src/model/input.ts'

/** An input as the compiler would make it; `count` and `days` are whole numbers from 0, as the language says. */
export function input(name: string, type: Input['type'], particulars: Partial<Input> = {}): Input {
  const counts = type === 'count' || type === 'days'
  return { ...bareInput(name, type, { low: counts ? 0 : null, whole: counts }), ...particulars }
}
