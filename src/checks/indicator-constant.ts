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
        question: constant === 'always' ? 'for which accounts should it not hold?' : 'which accounts should it find?',
      },
    )
  })
