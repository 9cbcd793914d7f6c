import type { Band, CaseResult, CasesJudge } from '../../model/judge.ts'
import { holds, numberOf, type Scope } from '../expression.ts'
import { finite } from '../value.ts'
import { MISSING, pointsOfBand, type Verdict } from '../verdict.ts'

type Case = CasesJudge['cases'][number]

/** Judges by ordered conditions: the first that holds, or the points of all that hold. */
export function judgeCases(judge: CasesJudge, ladder: readonly Band[], scope: Scope): Verdict {
  return judge.hit === 'first' ? firstThatHolds(judge, scope) : allThatHold(judge, ladder, scope)
}

function firstThatHolds(judge: CasesJudge, scope: Scope): Verdict {
  const found = judge.cases.find((one) => holds(one.when, scope))
  if (found !== undefined) return caseVerdict(found, scope)
  if (judge.otherwise === null) return MISSING
  return resultVerdict(judge.otherwise, scope, { because: null, action: null, threshold: 'otherwise' })
}

/** `from` and the points of each case that holds, in order; where none does, those of `otherwise`. One that is missing makes all missing. */
function allThatHold(judge: CasesJudge, ladder: readonly Band[], scope: Scope): Verdict {
  const holding = judge.cases.filter((one) => holds(one.when, scope))
  const verdicts =
    holding.length === 0 && judge.otherwise !== null
      ? [resultVerdict(judge.otherwise, scope, { because: null, action: null, threshold: 'otherwise' })]
      : holding.map((one) => caseVerdict(one, scope))
  let points = judge.from
  for (const verdict of verdicts) {
    if (verdict.kind === 'missing') return MISSING
    if (verdict.kind === 'outcome') points += verdict.points ?? pointsOfBand(ladder, verdict.band)
  }
  if (finite(points) === null) return MISSING
  return {
    kind: 'outcome',
    band: null,
    points,
    because: joined(holding.map((one) => one.because)),
    action: joined(holding.map((one) => one.action)),
    threshold: joined(holding.map((one) => one.when.text)),
  }
}

type Words = { readonly because: string | null; readonly action: string | null; readonly threshold: string | null }

function caseVerdict(one: Case, scope: Scope): Verdict {
  return resultVerdict(one.result, scope, { because: one.because, action: one.action, threshold: one.when.text })
}

function resultVerdict(result: CaseResult, scope: Scope, words: Words): Verdict {
  switch (result.kind) {
    case 'band':
      return { kind: 'outcome', band: result.band, points: result.points, ...words }
    case 'unscored':
      return { kind: 'unscored', because: words.because, threshold: words.threshold }
    case 'points': {
      const points = numberOf(result.formula, scope)
      return points === null ? MISSING : { kind: 'outcome', band: null, points, ...words }
    }
  }
}

function joined(parts: readonly (string | null)[]): string | null {
  const present = parts.filter((part) => part !== null)
  return present.length === 0 ? null : present.join('; ')
}
