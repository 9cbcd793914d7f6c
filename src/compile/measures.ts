import type { Span } from '../findings/span.ts'
import type { Formula } from '../model/expression.ts'
import type { Measure, MissingRule, Scale, Weight } from '../model/group.ts'
import type { Input } from '../model/input.ts'
import type { Judge } from '../model/judge.ts'
import type { MissingTree } from '../parser/tree.ts'
import { bestPoints } from './best.ts'
import { checkDecimals } from './decimals.ts'
import { findBand, nearest, renameFix, report, writeName, type Context } from './context.ts'
import type { MeasureDraft } from './draft.ts'
import { compileCondition, compileFormula } from './expressions.ts'
import { compileJudge, readsValue } from './judges/index.ts'
import type { JudgeScope } from './judges/scope.ts'
import { compileModifier, compileRounding, measurePlace } from './modifiers.ts'
import { describeType } from './literals.ts'
import { titleOf } from './scales.ts'
import { unitNamed, valueTypeOf } from './types.ts'

/** What a measure takes from the group it stands in. */
export interface MeasurePlace {
  readonly path: string
  readonly weight: Weight
  readonly scale: Scale
  readonly missing: MissingTree | null
}

export function compileMeasure(above: Context, draft: MeasureDraft, place: MeasurePlace): Measure {
  const { tree, name } = draft
  const context = { ...above, trail: [...above.trail, name] }
  const value = measuredValue(context, draft)
  const input = value?.expression.kind === 'input' ? (context.inputs.get(value.expression.name) ?? null) : null
  const scope: JudgeScope = { context, measure: tree, name, value, input, scale: place.scale }
  const judge = judgeOf(scope, draft)
  checkReasons(context, draft)
  checkDecimals(context, tree.round?.places ?? null)
  const points = measurePlace(
    context.ladder,
    (band) => tree.scoring.find((item) => item.band.text === band.name)?.points.value ?? band.points,
  )
  return {
    kind: 'measure',
    name,
    label: tree.label?.text ?? labelOf(context, name, input),
    path: place.path,
    doc: tree.doc ?? input?.doc ?? null,
    weight: place.weight,
    off: draft.off,
    appliesWhen: tree.applies ? compileCondition(context, tree.applies) : null,
    round: compileRounding(tree.round, place.scale),
    modifiers: tree.modifiers.map((modifier) => compileModifier(context, points, modifier)),
    span: draft.nameSpan ?? tree.span,
    value: tree.judge && !readsValue(tree.judge) && tree.value === null ? shownValue(context, name) : value,
    judge,
    missing: compileMissing(context, draft, tree.missing ?? place.missing),
    stale: compileStale(context, tree.stale),
    best: bestPoints(context, judge, value, place.scale),
  }
}

/** The formula written, or the input or `let` of the measure's own name. */
function measuredValue(context: Context, draft: MeasureDraft): Formula | null {
  const { tree, name } = draft
  if (tree.value) return compileFormula(context, tree.value, null, unitNamed(tree.as?.text ?? null))
  if (tree.judge === null || !readsValue(tree.judge)) return null
  const span = draft.nameSpan ?? tree.span
  if (!context.inputs.has(name) && !context.letNames.has(name)) {
    reportNothingJudged(context, name, span)
    return null
  }
  const formula = compileFormula(context, { kind: 'name', name: { text: name, span }, span })
  return { ...formula, text: name }
}

function reportNothingJudged(context: Context, name: string, span: Span): void {
  const suggestion = nearest(name, [...context.inputs.keys(), ...context.letNames])
  report(context, 'input-unknown', { name, nearest: suggestion }, span, {
    ...renameFix(span, suggestion),
    question: suggestion === null ? `which input is judged? Write \`measure ${writeName(name)} = …\`.` : null,
  })
}

/** A measure that names what it reads itself still shows the input of its name, if there is one. */
function shownValue(context: Context, name: string): Formula | null {
  if (!context.inputs.has(name) && context.resolveLet(name) === null) return null
  const span = { file: '', start: 0, end: 0 }
  return { ...compileFormula(context, { kind: 'name', name: { text: name, span }, span }), text: name, span: null }
}

function labelOf(context: Context, name: string, input: Input | null): string {
  return input?.labels[0] ?? context.resolveLet(name)?.label ?? titleOf(name)
}

function judgeOf(scope: JudgeScope, draft: MeasureDraft): Judge {
  const { tree } = draft
  for (const extra of tree.extraJudges) {
    report(scope.context, 'measure-judged-twice', { name: draft.name }, extra.span, {
      related: tree.judge ? [{ span: tree.judge.span, label: 'judged here already' }] : [],
      question: 'which of the two is meant?',
    })
  }
  if (tree.judge) return compileJudge(scope, tree.judge)
  if (!draft.off) {
    report(scope.context, 'measure-without-bands', { name: draft.name }, draft.nameSpan ?? tree.span, {
      question: `from which value on is \`${draft.name}\` ${scope.context.ladder.at(-1)?.name ?? 'good'}?`,
    })
  }
  return { kind: 'choices', rows: [], otherwise: null, span: null }
}

/** Bands named by `because`, `do` and `scoring` must exist. */
function checkReasons(context: Context, draft: MeasureDraft): void {
  const { because, actions, scoring } = draft.tree
  for (const { band } of [...because, ...actions, ...scoring]) findBand(context, context.ladder, band.text, band.span)
}

function compileMissing(context: Context, draft: MeasureDraft, tree: MissingTree | null): MissingRule {
  if (tree === null) return { kind: 'skip', assumed: true }
  if (tree.kind === 'points') return { kind: 'points', points: tree.points.value }
  if (tree.kind !== 'band') return { kind: tree.kind }
  const band = findBand(context, context.ladder, tree.name.text, tree.name.span)
  if (band === null) return { kind: 'skip' }
  const own = draft.tree.scoring.find((item) => item.band.text === band.name)?.points.value
  return { kind: 'band', band: band.name, points: own ?? band.points }
}

function compileStale(context: Context, tree: MeasureDraft['tree']['stale']): Measure['stale'] {
  if (tree === null || tree.by === null) return null
  const { by } = tree
  const input = context.inputs.get(by.text)
  if (input === undefined || input.type !== 'date') {
    const dates = [...context.inputs.values()].filter((candidate) => candidate.type === 'date').map(({ name }) => name)
    const suggestion = nearest(by.text, dates)
    if (input === undefined) {
      report(context, 'input-unknown', { name: by.text, nearest: suggestion }, by.span, {
        ...renameFix(by.span, suggestion),
        question: suggestion === null ? 'which date input says when it was last updated?' : null,
      })
    } else {
      report(
        context,
        'type-mismatch',
        { what: `\`${by.text}\``, is: describeType(valueTypeOf(input.type)), needed: 'a date' },
        by.span,
        {
          question: 'which date input says when it was last updated?',
        },
      )
    }
    return null
  }
  return { after: tree.days?.value ?? 0, by: input.name, treat: tree.asMissing ? 'missing' : 'flag' }
}
