import { entry } from './entry.ts'

/** Tests written in a model. */
export const tests = {
  'test-fails': entry<{ test: string; expected: string; got: string }>(
    'error',
    (p) => `test "${p.test}" expects ${p.expected} but gets ${p.got}`,
  ),
  'coverage-cell': entry<{ measure: string; what: string }>(
    'hint',
    (p) => `no test reaches \`${p.measure}\` at ${p.what}`,
  ),
  'coverage-segment': entry<{ segment: string }>('hint', (p) => `no test puts an account in \`${p.segment}\``),
}
