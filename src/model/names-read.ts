import { formulasOfFigure } from './across.ts'
import type { Expression, Formula } from './expression.ts'
import type { Figure } from './figure.ts'
import { partsOf } from './expression-parts.ts'
import type { Dimension, Measure, Member, Modifier } from './group.ts'
import type { Judge } from './judge.ts'
import type { Model } from './model.ts'
import { letNamed } from './value-domain.ts'

/** Names of inputs and `let`s that an expression reads itself; what a `let` reads in turn is not followed. */
export function namesIn(expression: Expression): readonly string[] {
  const own = expression.kind === 'input' || expression.kind === 'let' ? [expression.name] : []
  return [...own, ...partsOf(expression).flatMap(namesIn)]
}

/** Those names, and all that the `let`s among them read in turn. */
export function namesFollowed(model: Model, names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const take = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    const named = letNamed(model, name)
    if (named !== undefined) namesIn(named.formula.expression).forEach(take)
  }
  names.forEach(take)
  return found
}

/** Names of inputs and `let`s that have to be known before the column of an input with this figure is. */
export function namesOfFigure(figure: Figure): readonly string[] {
  switch (figure.kind) {
    case 'events':
      return figure.window.kind === 'since' ? [figure.window.anchor] : []
    case 'history':
      return [...namesIn(figure.of), ...(figure.anchor === null ? [] : [figure.anchor])]
    case 'relative':
    case 'rollup':
      return formulasOfFigure(figure).flatMap(namesIn)
  }
}

/** Every name of an input or `let` that anything in the model reads, `let`s themselves included. */
export function namesRead(model: Model): ReadonlySet<string> {
  const formulas: (Formula | null)[] = [
    ...model.lets.map(({ formula }) => formula),
    ...model.segments.flatMap(({ when, root }) => [when, ...memberFormulas(root)]),
    ...model.indicators.map(({ when }) => when),
    ...model.results.map(({ formula }) => formula),
    ...model.portfolio.flatMap(({ figure, where }) => [figure.kind === 'mean' ? figure.of : null, where]),
    model.appliesWhen,
  ]
  // A measure that is off is not compiled, but the input of its name is still what it is about.
  const off = model.segments
    .flatMap(({ root }) => measuresOf(root))
    .flatMap((measure) => (measure.off ? [measure.name] : []))
  const dates = model.segments.flatMap(({ root }) => measuresOf(root)).flatMap(({ stale }) => (stale ? [stale.by] : []))
  const weights = model.portfolio.flatMap(({ weightedBy }) => (weightedBy === null ? [] : [weightedBy]))
  const written = formulas.filter((formula) => formula !== null)
  const figures = model.inputs.flatMap(({ figure }) => (figure === null ? [] : namesOfFigure(figure)))
  return new Set([
    ...written.flatMap(({ expression }) => namesIn(expression)),
    ...off,
    ...dates,
    ...weights,
    ...figures,
  ])
}

/** All measures below a group, in written order. */
export function measuresOf(group: Dimension): readonly Measure[] {
  return group.children.flatMap((child) => (child.kind === 'measure' ? [child] : measuresOf(child)))
}

/** The formulas that a measure or dimension itself is made of; those of its members are theirs. */
export function formulasOf(member: Member): readonly Formula[] {
  const own = [member.appliesWhen, ...member.modifiers.flatMap(modifierFormulas)]
  const judged = member.kind === 'measure' ? [member.value, ...judgeFormulas(member.judge)] : []
  return [...own, ...judged].filter((formula) => formula !== null)
}

function memberFormulas(member: Member): readonly Formula[] {
  return [...formulasOf(member), ...(member.kind === 'dimension' ? member.children.flatMap(memberFormulas) : [])]
}

function modifierFormulas({ amount, bandFrom, when, becauseFrom, until }: Modifier): readonly (Formula | null)[] {
  return [amount, bandFrom, when, becauseFrom, until]
}

function judgeFormulas(judge: Judge): readonly Formula[] {
  switch (judge.kind) {
    case 'cases': {
      const results = [...judge.cases.map(({ result }) => result), judge.otherwise]
      return [
        ...judge.cases.map(({ when }) => when),
        ...results.flatMap((result) => (result?.kind === 'points' ? [result.formula] : [])),
      ]
    }
    case 'grid':
      return [judge.down.value, judge.across.value]
    case 'points':
      return [judge.formula]
    default:
      return []
  }
}
