import { entry } from './entry.ts'

/** Tests written in a model. */
export const tests = {
  'test-fails': entry<{ test: string; expected: string; got: string }>(
    'error',
    (p) => `test "${p.test}" expects ${p.expected} but gets ${p.got}`,
  ),
}
