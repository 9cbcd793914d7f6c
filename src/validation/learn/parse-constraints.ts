import type { Constraints } from './constraints.ts'
import { STEPS } from './weights.ts'

/** Constraints that were read, or one sentence that says which line cannot be. */
export type ReadConstraints = { readonly constraints: Constraints } | { readonly problem: string }

/**
 * Reads constraints, one a line: `forbid renewal_status`, `seats higher is healthier`, `tickets lower is healthier`,
 * `sentiment weight 20%`, `usage weight 10% to 40%`, `usage weight at least 10%`, `usage weight at most 40%`. Empty lines
 * and what follows `//` say nothing. A later line about the same thing replaces an earlier one.
 */
export function parseConstraints(lines: readonly string[]): ReadConstraints {
  const forbidden = new Set<string>()
  const rising = new Map<string, boolean>()
  const weights = new Map<string, { least: number; most: number }>()
  for (const written of lines) {
    const line = written.replace(/\/\/.*$/, '').trim()
    if (line === '') continue
    const [, away] = /^forbid\s+(\S+)$/.exec(line) ?? []
    const [, directed, way] = /^(\S+)\s+(higher|lower) is healthier$/.exec(line) ?? []
    const [, weighted, rule] = /^(\S+)\s+weight\s+(.+)$/.exec(line) ?? []
    const limits = rule === undefined ? null : limitsOf(rule)
    if (away !== undefined) forbidden.add(away)
    else if (directed !== undefined) rising.set(directed, way === 'higher')
    else if (weighted !== undefined && limits !== null) weights.set(weighted, limits)
    else return { problem: `\`${line}\` is no constraint: try \`forbid seats\` or \`usage weight 10% to 40%\`` }
  }
  const least = [...weights.values()].reduce((sum, one) => sum + one.least, 0)
  if (least > 1 + 1e-9) return { problem: `the least weights that are asked for total ${Math.round(100 * least)}%` }
  return { constraints: { forbidden, rising, weights } }
}

/** Weights are steps of 5%; what lies between them is no weight that could be given. */
function limitsOf(rule: string): { least: number; most: number } | null {
  const [, exact] = /^(\d+)%$/.exec(rule) ?? []
  const [, low, high] = /^(\d+)% to (\d+)%$/.exec(rule) ?? []
  const [, bound, end] = /^at (least|most) (\d+)%$/.exec(rule) ?? []
  const least = Number(exact ?? low ?? (bound === 'least' ? end : 0)) / 100
  const most = Number(exact ?? high ?? (bound === 'most' ? end : 100)) / 100
  const said = exact ?? low ?? bound
  const inSteps = [least, most].every((share) => Math.abs(share * STEPS - Math.round(share * STEPS)) < 1e-9)
  return said !== undefined && inSteps && least <= most && most <= 1 ? { least, most } : null
}
