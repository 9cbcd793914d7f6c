import type { Expression, Formula } from '../model/expression.ts'
import { partsOf } from '../model/expression-parts.ts'
import type { Dimension, Member } from '../model/group.ts'
import type { Let, Model } from '../model/model.ts'
import { formulasOf } from '../model/names-read.ts'
import { walkNeeds } from './circles.ts'
import { report, reportCycle, type Context } from './context.ts'

/** Reports measures, dimensions and `let`s that need each other, and conditions that need what only they decide. */
export function checkCycles(context: Context, model: Model): void {
  const lets = new Map(model.lets.map((item) => [item.name, item]))
  for (const segment of model.segments) {
    reportCircles(context, segment.root, lets)
    if (segment.when) reportEarly(context, segment.name, segment.when, lets)
  }
  if (model.appliesWhen) reportEarly(context, model.name, model.appliesWhen, lets)
}

function reportCircles(context: Context, root: Dimension, lets: ReadonlyMap<string, Let>): void {
  const members = new Map<string, Member>()
  const collect = (member: Member): void => {
    members.set(member.path, member)
    if (member.kind === 'dimension') member.children.forEach(collect)
  }
  collect(root)
  const { circles } = walkNeeds(members.keys(), (key) => {
    const named = lets.get(key.slice(LET.length))
    if (key.startsWith(LET)) return named ? references(named.formula.expression) : []
    const member = members.get(key)
    return member ? memberNeeds(member) : []
  })
  for (const circle of circles) {
    const measure = circle.map((key) => members.get(key)).find((member) => member?.kind === 'measure')
    const span = (measure ?? members.get(circle[0]!))?.span ?? root.span
    if (span) reportCycle(context, circle.map(shown), span)
  }
}

/** Which segment an account is in, and whether the model applies, is known before anything is scored. */
function reportEarly(context: Context, name: string, when: Formula, lets: ReadonlyMap<string, Let>): void {
  const { ordered } = walkNeeds(references(when.expression), (key) => {
    const named = key.startsWith(LET) ? lets.get(key.slice(LET.length)) : undefined
    return named ? references(named.formula.expression) : []
  })
  const scored = ordered.find((key) => !key.startsWith(LET))
  if (scored === undefined) return
  report(context, 'reference-cycle', { names: [name, shown(scored), name] }, when.span, {
    question: `which input tells that \`${name}\` applies, before anything is scored?`,
  })
}

/** Marks a key as that of a `let`: no name can hold a backtick. */
const LET = '`'

function shown(key: string): string {
  return key.startsWith(LET) ? key.slice(LET.length) : key === '' ? 'score' : key
}

function memberNeeds(member: Member): string[] {
  const children = member.kind === 'dimension' ? member.children.map((child) => child.path) : []
  return [...children, ...formulasOf(member).flatMap((formula) => references(formula.expression))]
}

/** What an expression refers to: lets, and paths of this model. */
function references(expression: Expression): string[] {
  switch (expression.kind) {
    case 'let':
      return [LET + expression.name]
    case 'points of':
    case 'score of':
    case 'band of':
      return expression.model === null ? [expression.path] : []
    default:
      return partsOf(expression).flatMap(references)
  }
}
