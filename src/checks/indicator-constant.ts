import type { Indicator, Model } from '../model/model.ts'
import { declarationOf, stillRead, takeOut } from './repairs.ts'
import { constancy } from './constancy.ts'
import { found, type Check } from './check.ts'

/** An indicator tells accounts apart: `indicator-always` and `indicator-never`. */
export const indicatorConstant: Check = (model) =>
  model.indicators.flatMap((indicator) => {
    const { when, label } = indicator
    const constant = constancy(model, when.expression)
    if (constant === null) return []
    return found(
      constant === 'always' ? 'indicator-always' : 'indicator-never',
      { label },
      {
        span: when.span ?? indicator.span,
        trail: [model.name, label],
        fixes: constant === 'never' ? remove(model, indicator) : [],
        question: constant === 'always' ? 'for which accounts should it not hold?' : 'which accounts should it find?',
      },
    )
  })

/** Only where no test expects it and nothing is read by it alone. */
function remove(model: Model, indicator: Indicator) {
  const rest = { ...model, indicators: model.indicators.filter((other) => other !== indicator) }
  const expected = model.tests.some(({ expect }) =>
    expect.some((item) => item.kind === 'indicator' && item.label === indicator.label),
  )
  if (expected || !stillRead(model, rest)) return []
  return takeOut('take the indicator out', declarationOf(model, indicator.when.span))
}
