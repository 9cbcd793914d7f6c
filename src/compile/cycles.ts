import type { Expression } from '../model/expression.ts'
import type { Dimension, Measure, Member, Modifier } from '../model/group.ts'
import type { Let } from '../model/model.ts'

/** Names that need each other in a circle, first and last the same; null where there is no circle. */
export function findCycle(root: Dimension, lets: ReadonlyMap<string, Let>): string[] | null {
  const members = new Map<string, Member>()
  const collect = (member: Member): void => {
    members.set(member.path, member)
    if (member.kind === 'dimension') member.children.forEach(collect)
  }
  collect(root)
  const needsOf = (key: string): string[] => {
    const formula = key.startsWith(LET) ? lets.get(key.slice(LET.length)) : undefined
    if (formula) return references(formula.formula.expression)
    const member = members.get(key)
    return member ? memberNeeds(member) : []
  }
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (key: string): string[] | null => {
    if (done.has(key)) return null
    const at = trail.indexOf(key)
    if (at >= 0) return [...trail.slice(at), key].map(nameOf)
    trail.push(key)
    for (const need of needsOf(key)) {
      const cycle = visit(need)
      if (cycle) return cycle
    }
    trail.pop()
    done.add(key)
    return null
  }
  for (const key of members.keys()) {
    const cycle = visit(key)
    if (cycle) return cycle
  }
  return null
}

const LET = 'let '

function nameOf(key: string): string {
  return key.startsWith(LET) ? key.slice(LET.length) : key === '' ? 'score' : key
}

function memberNeeds(member: Member): string[] {
  const shared = [member.appliesWhen?.expression, ...member.modifiers.flatMap(modifierExpressions)]
  const own = member.kind === 'dimension' ? [] : measureExpressions(member)
  const children = member.kind === 'dimension' ? member.children.map((child) => child.path) : []
  return [...children, ...[...shared, ...own].flatMap((expression) => (expression ? references(expression) : []))]
}

function modifierExpressions(modifier: Modifier): (Expression | undefined)[] {
  return [modifier.amount, modifier.bandFrom, modifier.when, modifier.becauseFrom, modifier.until].map(
    (formula) => formula?.expression,
  )
}

function measureExpressions(measure: Measure): (Expression | undefined)[] {
  const { judge } = measure
  const judged =
    judge.kind === 'points'
      ? [judge.formula]
      : judge.kind === 'grid'
        ? [judge.down.value, judge.across.value]
        : judge.kind === 'cases'
          ? [
              ...judge.cases.map((item) => item.when),
              ...[...judge.cases.map((item) => item.result), judge.otherwise].flatMap((result) =>
                result?.kind === 'points' ? result.formula : [],
              ),
            ]
          : []
  return [measure.value, ...judged].map((formula) => formula?.expression)
}

/** What an expression refers to: lets, and paths of this model. */
export function references(expression: Expression): string[] {
  switch (expression.kind) {
    case 'let':
      return [LET + expression.name]
    case 'points of':
    case 'score of':
    case 'band of':
      return expression.model === null ? [expression.path] : []
    default:
      return parts(expression).flatMap(references)
  }
}

/** The expressions directly inside one, whatever its kind. */
function parts(expression: Expression): Expression[] {
  return Object.values(expression).flatMap((value: unknown) => {
    if (Array.isArray(value)) return value.filter(isExpression)
    return isExpression(value) ? [value] : []
  })
}

function isExpression(value: unknown): value is Expression {
  return typeof value === 'object' && value !== null && 'kind' in value
}
