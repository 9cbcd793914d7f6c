import type { Formula } from '../model/expression.ts'
import type { Modifier, Rounding, Scale } from '../model/group.ts'
import type { Band, Banding } from '../model/judge.ts'
import type { ExpressionTree, ModifierTree, Name, RoundTree } from '../parser/tree.ts'
import { findBand, nearest, quote, type Context } from './context.ts'
import { decimalsOf } from './decimals.ts'
import { compileCondition, compileFormula } from './expressions.ts'

/** Where modifiers stand: what a band named by a cap, floor or override is there. */
export interface ModifierPlace {
  readonly ladder: readonly Band[]
  /** The number a cap or floor at the band holds to. */
  readonly limit: (band: Band, kind: 'cap' | 'floor') => number
}

export function compileModifier(context: Context, place: ModifierPlace, tree: ModifierTree): Modifier {
  const band = bandNamed(context, place, tree.amount)
  const shared = {
    kind: tree.modifier,
    ...becauseOf(context, tree),
    when: tree.when ? compileCondition(context, tree.when) : null,
    until: tree.until ? compileFormula(context, tree.until, 'date') : null,
    reasonRequired: tree.reasonRequired,
    span: tree.span,
  }
  if (band && (tree.modifier === 'cap' || tree.modifier === 'floor')) {
    const limit = constant(place.limit(band, tree.modifier), tree.amount, context)
    return { ...shared, amount: limit, band: band.name, bandFrom: null }
  }
  if (band && tree.modifier === 'override') return { ...shared, amount: null, band: band.name, bandFrom: null }
  if (takesBand(tree) && isLikeBand(context, place, tree.amount)) {
    findBand(context, place.ladder, tree.amount.name.text, tree.amount.span)
    return { ...shared, amount: null, band: null, bandFrom: null }
  }
  const also = tree.band ? compileBand(context, place, tree.band) : { band: null, bandFrom: null }
  const amount = compileFormula({ ...context, findings: [] }, tree.amount)
  if (tree.modifier === 'override' && tree.band === null && amount.type === 'text') {
    return { ...shared, amount: null, band: null, bandFrom: compileFormula(context, tree.amount, 'text') }
  }
  return { ...shared, amount: compileFormula(context, tree.amount, 'number'), ...also }
}

type NameTree = Extract<ExpressionTree, { kind: 'name' }>

function takesBand(tree: ModifierTree): boolean {
  return tree.modifier === 'cap' || tree.modifier === 'floor' || tree.modifier === 'override'
}

/** A bare name that is no input and no `let` names a band. */
function bandNamed(context: Context, place: ModifierPlace, tree: ExpressionTree): Band | null {
  if (tree.kind !== 'name' || isValue(context, tree.name)) return null
  return place.ladder.find((band) => band.name === tree.name.text) ?? null
}

/** A misspelt word that is nearer to a band than to anything else. */
function isLikeBand(context: Context, place: ModifierPlace, tree: ExpressionTree): tree is NameTree {
  if (tree.kind !== 'name' || isValue(context, tree.name)) return false
  const bands = place.ladder.map((band) => band.name)
  const like = nearest(tree.name.text, [...context.inputs.keys(), ...context.letNames, ...bands])
  return like !== null && bands.includes(like)
}

function isValue(context: Context, name: Name): boolean {
  return context.inputs.has(name.text) || context.letNames.has(name.text)
}

/** `override to 3 band poor`, or the band from a column. */
function compileBand(
  context: Context,
  place: ModifierPlace,
  tree: ExpressionTree,
): Pick<Modifier, 'band' | 'bandFrom'> {
  if (tree.kind === 'name' && !isValue(context, tree.name)) {
    return { band: findBand(context, place.ladder, tree.name.text, tree.span)?.name ?? null, bandFrom: null }
  }
  return { band: null, bandFrom: compileFormula(context, tree, 'text') }
}

function becauseOf(context: Context, tree: ModifierTree): Pick<Modifier, 'because' | 'becauseFrom'> {
  const name = tree.becauseOf
  const column: Formula | null = name ? compileFormula(context, { kind: 'name', name, span: name.span }, 'text') : null
  return { because: tree.because?.text ?? null, becauseFrom: column }
}

function constant(value: number, tree: ExpressionTree, context: Context): Formula {
  return {
    expression: { kind: 'number', value },
    type: 'number',
    unit: null,
    computed: false,
    text: quote(context, tree.span),
    span: tree.span,
  }
}

/** Modifiers of a dimension or the score: a band's limit is its highest (cap) or lowest (floor) shown number. */
export function scorePlace(scale: Scale, bands: readonly Band[], banding: Banding): ModifierPlace {
  const size = 10 ** scale.decimals
  return {
    ladder: bands,
    limit: (band, kind) => {
      const at = banding.outcomes.findIndex((outcome) => outcome?.band === band.name)
      const cut = kind === 'cap' ? banding.cuts[at] : banding.cuts[at - 1]
      if (cut === undefined) return kind === 'cap' ? scale.high : scale.low
      const steps = cut.at * size
      const slack = scale.guard * size
      const down = Math.floor(steps + slack)
      const up = Math.ceil(steps - slack)
      const exact = down === up
      if (kind === 'cap') return (exact && cut.owner === 'above' ? down - 1 : down) / size
      return (exact && cut.owner === 'below' ? up + 1 : up) / size
    },
  }
}

/** Modifiers of a measure: a band's limit is its points. */
export function measurePlace(ladder: readonly Band[], points: (band: Band) => number): ModifierPlace {
  return { ladder, limit: (band) => points(band) }
}

export function compileRounding(tree: RoundTree | null, scale: Scale): Rounding | null {
  return tree && { direction: tree.direction, places: decimalsOf(tree.places) ?? 0, guard: scale.guard }
}
