import { expect, test } from 'vitest'
import { registry } from '../../src/functions/registry.ts'
import { misspelt } from '../../src/workbench/functions/misspelt.ts'

const own = registry.map(({ name }) => name)

test.each([
  ['=WHY(A2:P2)', 'There is no function WHY; is it HEALTH.WHY?'],
  ['=HEALTHWHY(A2:P2)', 'There is no function HEALTHWHY; is it HEALTH.WHY?'],
  ['=SUM(1, helth.band (A2:P2))', 'There is no function HELTH.BAND; is it HEALTH.BAND?'],
  ['=HEALT(A2:P2)', 'There is no function HEALT; is it HEALTH?'],
  ['=HEALTH.EXPLANE(A2)', 'There is no function HEALTH.EXPLANE; is it HEALTH.EXPLAIN?'],
  ['=SUM(1)+"WHY("', null],
  ['=HEALTH(A2:P2)+FOO(1)', null],
])('%s', (formula, said) => {
  expect(misspelt(formula, own)).toBe(said)
})
