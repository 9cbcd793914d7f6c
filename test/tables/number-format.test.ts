import { expect, test } from 'vitest'
import { isDateFormat, isPercentFormat } from '../../src/tables/number-format.ts'

test.each([
  ['0%', 'percent'],
  ['0.0%;[Red]-0.0%', 'percent'],
  ['0.00" %"', 'number'],
  [String.raw`0\%`, 'number'],
  ['General', 'number'],
  ['#,##0.00', 'number'],
  ['[Red]#,##0', 'number'],
  ['_-* #,##0.00 "€"_-', 'number'],
  ['0.00 "days"', 'number'],
  ['0.00E+00', 'number'],
  ['yyyy-mm-dd', 'date'],
  ['dd/mm/yyyy hh:mm', 'date'],
  ['[$-409]d-mmm-yy;@', 'date'],
  ['mmm', 'date'],
  ['h:mm:ss', 'number'],
  ['[h]:mm', 'number'],
  ['mm:ss.0', 'number'],
] as const)('%s shows a %s', (format, kind) => {
  expect({ percent: isPercentFormat(format), date: isDateFormat(format) }).toEqual({
    percent: kind === 'percent',
    date: kind === 'date',
  })
})
