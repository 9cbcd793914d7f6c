import type { IToken } from 'chevrotain'
import { finding } from '../../findings/report.ts'
import { cover, type Span } from '../../findings/span.ts'
import type {
  DimensionCstNode,
  GroupItemCstNode,
  MeasureCstNode,
  MeasureOptionCstNode,
  ModifierCstNode,
  ScoreCstNode,
  StaleCstNode,
} from '../cst.ts'
import type {
  DimensionTree,
  GroupItemTree,
  JudgeTree,
  MeasureTree,
  ModifierTree,
  ScoreTree,
  WeightTree,
} from '../tree.ts'
import { warnOfAttached } from './attached.ts'
import { type Context, docOf, last, nodeSpan, tokenSpan } from './context.ts'
import { expressionOf, maybeExpression } from './expression.ts'
import { blockOf, chainOf, choicesOf, gridOf, lineOf } from './judge.ts'
import { boundOf, maybeName, maybeNumeral, maybeText, nameOf, numeralOf, signedOf, textOf, unitOf } from './literals.ts'
import { missingOf, roundOf, settingOf } from './settings.ts'

export function scoreOf(node: ScoreCstNode, at: Context): ScoreTree {
  return { kind: 'score', items: groupItems(node.children.groupItem, at), span: nodeSpan(node, at) }
}

function groupItems(nodes: readonly GroupItemCstNode[] | undefined, at: Context): readonly GroupItemTree[] {
  return nodes?.flatMap((node) => groupItemOf(node, at)) ?? []
}

/** None or one: a setting that recovery left without its meaning is dropped. */
export function groupItemOf(node: GroupItemCstNode, at: Context): readonly GroupItemTree[] {
  const { measure, dimension, modifier, setting } = node.children
  if (measure !== undefined) return [measureOf(measure[0]!, at)]
  if (dimension !== undefined) return [dimensionOf(dimension[0]!, at)]
  if (modifier !== undefined) return [modifierOf(modifier[0]!, at)]
  const built = setting === undefined ? null : settingOf(setting[0]!, at)
  return built === null ? [] : [built]
}

function dimensionOf(node: DimensionCstNode, at: Context): DimensionTree {
  const options = node.children.dimensionOption ?? []
  const span = nodeSpan(node, at)
  const weight = last(options.filter((option) => option.children.weightWord !== undefined))
  const applies = last(options.flatMap((option) => option.children.applies ?? []))
  const absent = last(options.flatMap((option) => option.children.absent ?? []))
  const off = last(options.flatMap((option) => option.children.offWord ?? []))
  return {
    kind: 'dimension',
    name: maybeName(node.children.Name?.[0], at),
    label: maybeText(node.children.Text?.[0], at),
    doc: docOf(node, at),
    weight: weight === undefined ? null : weightOf(weight.children.NumberText?.[0], nodeSpan(weight, at), at),
    off: off === undefined ? null : tokenSpan(off, at),
    applies: applies === undefined ? null : expressionOf(applies.children.expr?.[0], nodeSpan(applies, at), at),
    missing: absent === undefined ? null : missingOf(absent, at),
    items: groupItems(node.children.groupItem, at),
    span,
  }
}

export function weightOf(number: IToken | undefined, span: Span, at: Context): WeightTree | null {
  return number === undefined ? null : { number: numeralOf(number, at), span }
}

function measureOf(node: MeasureCstNode, at: Context): MeasureTree {
  warnOfAttached(node, at)
  const options = node.children.measureOption ?? []
  const span = nodeSpan(node, at)
  const formula = node.children.formula?.[0]
  const judges = joinChoices(
    options.flatMap((option) => judgeOf(option, at)),
    at,
  )
  const weight = last(options.filter((option) => option.children.weightWord !== undefined))
  const off = last(options.flatMap((option) => option.children.offWord ?? []))
  const applies = last(options.flatMap((option) => option.children.applies ?? []))
  const absent = last(options.flatMap((option) => option.children.absent ?? []))
  const stale = last(options.flatMap((option) => option.children.stale ?? []))
  const round = last(options.flatMap((option) => option.children.round ?? []))
  return {
    kind: 'measure',
    name: maybeName(node.children.Name?.[0], at),
    label: maybeText(node.children.Text?.[0], at),
    doc: docOf(node, at),
    value: node.children.Equal === undefined ? null : expressionOf(formula?.children.expr?.[0], span, at),
    as: unitOf(formula?.children.unit?.[0], at),
    judge: judges[0] ?? null,
    extraJudges: judges.slice(1),
    weight: weight === undefined ? null : weightOf(weight.children.NumberText?.[0], nodeSpan(weight, at), at),
    off: off === undefined ? null : tokenSpan(off, at),
    applies: applies === undefined ? null : expressionOf(applies.children.expr?.[0], nodeSpan(applies, at), at),
    missing: absent === undefined ? null : missingOf(absent, at),
    stale: stale === undefined ? null : staleOf(stale, at),
    round: round === undefined ? null : roundOf(round, at),
    modifiers: options.flatMap((option) => option.children.modifier?.map((modifier) => modifierOf(modifier, at)) ?? []),
    because: bandTexts(options, 'becauseWord', at),
    actions: bandTexts(options, 'doWord', at),
    scoring: options.flatMap((option) =>
      (option.children.scoring?.[0]?.children.bandPoints ?? []).flatMap((pair) => {
        const band = maybeName(pair.children.Band?.[0], at)
        const points = signedOf(pair.children.signed?.[0], at)
        return band === null || points === null ? [] : [{ band, points, span: nodeSpan(pair, at) }]
      }),
    ),
    span,
  }
}

function judgeOf(option: MeasureOptionCstNode, at: Context): readonly JudgeTree[] {
  const { chain, choices, block, line, grid, pointsWord, evenWord, expr, range } = option.children
  const span = nodeSpan(option, at)
  if (chain !== undefined) {
    const built = chainOf(chain[0]!, at)
    return built === null ? [] : [built]
  }
  if (choices !== undefined) return [choicesOf(choices[0]!, at)]
  if (block !== undefined) return [blockOf(block[0]!, at)]
  if (line !== undefined) return [lineOf(line[0]!, at)]
  if (grid !== undefined) return [gridOf(grid[0]!, at)]
  if (pointsWord !== undefined) return [{ kind: 'points', expression: expressionOf(expr?.[0], span, at), span }]
  if (evenWord === undefined) return []
  const [low, high] = range?.[0]?.children.bound ?? []
  return [{ kind: 'even', low: boundOf(low, at), high: boundOf(high, at), span }]
}

/** `poor = a healthy = b` lacks a comma, and is one list all the same. */
function joinChoices(judges: readonly JudgeTree[], at: Context): readonly JudgeTree[] {
  return judges.reduce<readonly JudgeTree[]>((before, judge) => {
    const first = before.at(-1)
    if (first?.kind !== 'choices' || judge.kind !== 'choices' || first.otherwise !== null) return [...before, judge]
    const gap = { file: at.file, start: first.span.end, end: first.span.end }
    const fixes = [{ title: 'add `,`', edits: [{ span: gap, text: ',' }] }]
    at.report(finding('syntax', { shape: 'comma-needed' }, { span: judge.rows[0]?.span ?? judge.span, fixes }))
    const rows = [...first.rows, ...judge.rows]
    return [...before.slice(0, -1), { ...judge, rows, span: cover(first.span, judge.span) }]
  }, [])
}

function bandTexts(
  options: readonly MeasureOptionCstNode[],
  word: 'becauseWord' | 'doWord',
  at: Context,
): MeasureTree['because'] {
  return options.flatMap((option) =>
    (option.children.bandText ?? []).flatMap((node) => {
      const band = node.children.Band?.[0]
      const text = node.children.Text?.[0]
      if (node.children[word] === undefined || band === undefined || text === undefined) return []
      return [{ band: nameOf(band, at), text: textOf(text, at), span: nodeSpan(node, at) }]
    }),
  )
}

function staleOf(node: StaleCstNode, at: Context): MeasureTree['stale'] {
  const { NumberText: number, duration, Name: by, missingWord } = node.children
  const days = maybeNumeral(number?.[0], at)
  const unit = duration?.[0]?.children
  const weeks = unit?.weeksWord !== undefined || unit?.weekWord !== undefined
  return {
    days: days === null || !weeks ? days : { ...days, value: days.value * 7 },
    by: maybeName(by?.[0], at),
    asMissing: missingWord !== undefined,
    span: nodeSpan(node, at),
  }
}

function modifierOf(node: ModifierCstNode, at: Context): ModifierTree {
  const part = node.children
  const options = part.modifierOption ?? []
  const span = nodeSpan(node, at)
  const expression = (word: 'whenWord' | 'untilWord') => {
    const option = last(options.filter((one) => one.children[word] !== undefined))
    return option === undefined ? null : expressionOf(option.children.expr?.[0], nodeSpan(option, at), at)
  }
  const reasons = options.filter((option) => option.children.becauseWord !== undefined)
  const because = last(reasons.flatMap((option) => option.children.Text ?? []))
  const becauseOf = last(reasons.flatMap((option) => option.children.Name ?? []))
  return {
    kind: 'modifier',
    modifier: modifierKind(part),
    amount: expressionOf(part.expr?.[0], span, at),
    band: maybeExpression(part.bandExpr?.[0], span, at),
    when: expression('whenWord'),
    because: maybeText(because, at),
    becauseOf: maybeName(becauseOf, at),
    until: expression('untilWord'),
    reasonRequired: options.some((option) => option.children.reasonWord !== undefined),
    span,
  }
}

function modifierKind(part: ModifierCstNode['children']): ModifierTree['modifier'] {
  if (part.penaltyWord !== undefined) return 'penalty'
  if (part.multiplyWord !== undefined) return 'multiply'
  if (part.capWord !== undefined) return 'cap'
  if (part.floorWord !== undefined) return 'floor'
  return part.overrideWord === undefined ? 'bonus' : 'override'
}
