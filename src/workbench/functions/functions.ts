import type { Answer, Call } from '../../functions/call.ts'
import { registry } from '../../functions/registry.ts'
import type { Soon } from '../../functions/soon.ts'

/** A function as the grid is told of it. */
export interface GridFunction {
  /** `HEALTH.BAND` */
  readonly name: string
  readonly description: string
  readonly parameters: readonly GridParameter[]
  readonly call: (call: Call) => Soon<Answer>
}

export interface GridParameter {
  readonly name: string
  readonly description: string
  readonly example: string
  readonly optional: boolean
}

/** Every function of the registry, answered by `answer`. */
export function gridFunctions(answer: (name: string, call: Call) => Soon<Answer>): readonly GridFunction[] {
  return registry.map(({ name, description, arguments: parameters }) => ({
    name,
    description,
    parameters: parameters.map((each) => ({ ...each, example: EXAMPLES[each.name] ?? '' })),
    call: (call) => answer(name, call),
  }))
}

const EXAMPLES: Readonly<Record<string, string>> = {
  row: 'C2:W2',
  table: 'A1:X100',
  which: '"Digital"',
  headers: 'C1:W1',
  dimension: '"Technical Health"',
  show: '"account, score, band"',
  ledger: 'Ledger!A1:J500',
  from: '"2023-12-31"',
  to: '"2024-12-31"',
  currency: '"USD"',
  rates: 'FX!A1:C50',
  by: '"sku"',
  recurring: '"recurring"',
}
