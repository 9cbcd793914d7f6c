import type { Expression, Formula } from '../model/expression.ts'
import { isAcross, stageOf } from '../model/across.ts'
import { partsOf } from '../model/expression-parts.ts'
import type { Dimension, Member } from '../model/group.ts'
import type { Input } from '../model/input.ts'
import type { Let, Model } from '../model/model.ts'
import { formulasOf } from '../model/names-read.ts'
import { walkNeeds } from './circles.ts'
import { report, reportCycle, type Context } from './context.ts'

/** Reports measures, dimensions and `let`s that need each other, and conditions that need what only they decide. */
export function checkCycles(context: Context, model: Model): void {
  const known: Known = {
    model,
    lets: new Map(model.lets.map((item) => [item.name, item])),
    inputs: new Map(model.inputs.map((item) => [item.name, item])),
  }
  for (const segment of model.segments) {
    reportCircles(context, segment.root, known)
    if (segment.when) reportEarly(context, segment.name, segment.when, known)
  }
  if (model.appliesWhen) reportEarly(context, model.name, model.appliesWhen, known)
}

interface Known {
  readonly model: Model
  readonly lets: ReadonlyMap<string, Let>
  readonly inputs: ReadonlyMap<string, Input>
}

function reportCircles(context: Context, root: Dimension, known: Known): void {
  const members = new Map<string, Member>()
  const collect = (member: Member): void => {
    members.set(member.path, member)
    if (member.kind === 'dimension') member.children.forEach(collect)
  }
  collect(root)
  const { circles } = walkNeeds(members.keys(), (key) => {
    if (key.startsWith(INPUT)) return inputNeeds(key, known)
    if (key.startsWith(LET)) return letNeeds(key, known)
    const member = members.get(key)
    return member ? memberNeeds(member) : []
  })
  for (const circle of circles) {
    const measure = circle.map((key) => members.get(key)).find((member) => member?.kind === 'measure')
    const span = (measure ?? members.get(circle[0]!))?.span ?? root.span
    if (span)
      reportCycle(
        context,
        circle.map((key) => shown(key, known)),
        span,
      )
  }
}

/**
 * Which segment an account is in, and whether the model applies, is known before anything is scored, and before anything
 * is said of a segment's accounts or of children's scores.
 */
function reportEarly(context: Context, name: string, when: Formula, known: Known): void {
  const { ordered } = walkNeeds(references(when.expression), (key) => (key.startsWith(LET) ? letNeeds(key, known) : []))
  const late = ordered.find((key) => (key.startsWith(INPUT) ? isLate(key, known) : !key.startsWith(LET)))
  if (late === undefined) return
  report(context, 'reference-cycle', { names: [name, shown(late, known), name] }, when.span, {
    question: `which input tells that \`${name}\` applies, before anything is scored?`,
  })
}

/** Marks a key as that of a `let`, or of an input: no name can hold a backtick. */
const LET = '`'
const INPUT = '``'

function shown(key: string, { inputs }: Known): string {
  if (key.startsWith(INPUT)) {
    const name = key.slice(INPUT.length)
    return inputs.get(name)?.labels[0] ?? name
  }
  return key.startsWith(LET) ? key.slice(LET.length) : key === '' ? 'score' : key
}

function letNeeds(key: string, { lets }: Known): string[] {
  const named = lets.get(key.slice(LET.length))
  return named ? references(named.formula.expression) : []
}

/** A figure over the scores of all accounts, or over one's own, needs the score, whatever part of it is read. */
function inputNeeds(key: string, { model, inputs }: Known): string[] {
  const input = inputs.get(key.slice(INPUT.length))
  return input && isAcross(input) && stageOf(model, input.figure) === 'scores' ? [''] : []
}

function isLate(key: string, { model, inputs }: Known): boolean {
  const input = inputs.get(key.slice(INPUT.length))
  return input !== undefined && isAcross(input) && stageOf(model, input.figure) !== 'before'
}

function memberNeeds(member: Member): string[] {
  const children = member.kind === 'dimension' ? member.children.map((child) => child.path) : []
  return [...children, ...formulasOf(member).flatMap((formula) => references(formula.expression))]
}

/** What an expression refers to: lets, inputs, and paths of this model. */
function references(expression: Expression): string[] {
  switch (expression.kind) {
    case 'input':
      return [INPUT + expression.name]
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
