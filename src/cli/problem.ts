/** Exit codes of the command line: part of its contract. */
export const EXIT = { fine: 0, findings: 1, usage: 2 } as const

/** A wrong call or an input that cannot be read: one sentence for the person, exit code 2. Nothing else is thrown on purpose. */
export class Problem extends Error {
  override readonly name = 'Problem'
}
