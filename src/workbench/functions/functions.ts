import type { Answer, Call } from '../../functions/call.ts'

/** A function as the grid is told of it. */
export interface GridFunction {
  /** `HEALTH.BAND` */
  readonly name: string
  readonly description: string
  readonly parameters: readonly GridParameter[]
  /** Whether `call` may give a promise; the others are quicker. */
  readonly waits: boolean
  readonly call: (call: Call) => Answer | Promise<Answer>
}

export interface GridParameter {
  readonly name: string
  readonly description: string
  readonly example: string
  readonly optional: boolean
}
