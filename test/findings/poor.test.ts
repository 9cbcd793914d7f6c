import { expect, test } from 'vitest'
import { renderBox } from '../../src/findings/render/terminal.ts'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'

/*
 * Findings known to be poor, kept until they are better: what is said now, and what should be said. A finding that has
 * become better fails here, and is then taken out of the list.
 */
const poor: readonly { readonly text: string; readonly now: string; readonly better: string }[] = [
  {
    text: 'model m\nmissing skip\ninputs { x count }\nsegment a when x > 5 { measure x  poor < 9 <= healthy }\n',
    now: 'or: how are the others scored?',
    better: 'an account that is in no segment is shown, as it is for an overlap',
  },
  {
    text: 'model m\nmissing skip\ninputs { x count  y count }\nmeasure x  poor < 5 <= healthy\nmeasure y  poor < 5 <= healthy\nsegment a when x > y { y off }\nsegment b when x < y { x off }\nsegment c when x > y and y > 5 { x off }\n',
    now: '`a` wins',
    better:
      '`c` can never apply: two inputs compared with each other are not told apart from the same inputs elsewhere',
  },
]

test.each(poor)('$better', ({ text, now, better }) => {
  const reading = compile(text, 'm.salus')
  const said = examine(reading, { asOf: null })
    .map((found) => renderBox(found, () => text))
    .join('\n')
  expect(better.length).toBeGreaterThan(0)
  expect(said).toContain(now)
})
