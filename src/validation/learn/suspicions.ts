import { OPINION, OUTCOME } from '../leaks.ts'
import { auc } from '../statistics/auc.ts'
import { delongPaired } from '../statistics/delong.ts'
import { seededIndexes } from '../statistics/random.ts'
import { ranksOf } from './banded.ts'
import { crossValidate, type CrossValidation, type Split } from './cross-validate.ts'
import type { Fitted, FitOptions } from './fit.ts'
import type { Observations } from './observations.ts'

/** Why to doubt what was learned, before anybody believes it. */
export interface Suspicions {
  /** Measures that may know the outcome, with their own AUC: by what they tell alone, or by their name. */
  readonly knowing: readonly { readonly name: string; readonly auc: number }[]
  /** AUC with and without people's judgement, where much hangs on it: it may follow the notice instead of leading it. */
  readonly opinion: { readonly names: readonly string[]; readonly with: number; readonly without: number } | null
}

/** One measure that tells so much alone has been told. */
const TOO_GOOD = 0.95
/** So much of the AUC may hang on opinions without a word. */
const MUCH = 0.02

export function suspicionsOf(
  observations: Observations,
  fitted: Fitted,
  validated: CrossValidation,
  options: FitOptions & Split & { readonly seed: number },
): Suspicions {
  const names = fitted.measures.map(({ banded }) => banded.name)
  const alone = fitted.measures.flatMap(({ banded }) => {
    const candidate = observations.candidates.find(({ name }) => name === banded.name)!
    const ranks = ranksOf(banded, candidate)
    const rows = [...ranks.keys()].filter((row) => ranks[row]! >= 0)
    const area = auc(
      rows.map((row) => -ranks[row]!),
      rows.map((row) => observations.churned[row]!),
    )
    return area === null ? [] : [{ name: banded.name, auc: area }]
  })
  return {
    knowing: alone.filter((one) => one.auc > TOO_GOOD || OUTCOME.test(one.name)),
    opinion: opinionIn(
      names.filter((name) => OPINION.test(name)),
      observations,
      validated,
      options,
    ),
  }
}

function opinionIn(
  names: readonly string[],
  observations: Observations,
  validated: CrossValidation,
  options: FitOptions & Split & { readonly seed: number },
): Suspicions['opinion'] {
  if (names.length === 0) return null
  const forbidden = new Set([...options.constraints.forbidden, ...names])
  const constraints = { ...options.constraints, forbidden }
  const split = { folds: options.folds, repeats: 1 }
  const without = crossValidate(observations, { ...options, constraints }, split, seededIndexes(options.seed))
  const compared = delongPaired(validated.risks, without.risks, observations.churned)
  if (compared === null || compared.interval.low <= MUCH) return null
  return { names, with: compared.first, without: compared.second }
}
