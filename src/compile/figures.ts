import type { Formula, Unit } from '../model/expression.ts'
import type { Band } from '../model/judge.ts'
import type { Indicator, PortfolioFigure, Result } from '../model/model.ts'
import type { IndicatorTree, Name, PortfolioTree, ResultTree } from '../parser/tree.ts'
import { findBand, nearest, renameFix, report, type Context } from './context.ts'
import { compileCondition, compileFormula } from './expressions.ts'
import { describeType } from './literals.ts'
import { titleOf } from './scales.ts'
import { unitNamed, valueTypeOf } from './types.ts'

export function compileIndicator(context: Context, tree: IndicatorTree): Indicator {
  const label = tree.label?.text ?? ''
  const own = { ...context, trail: [...context.trail, label] }
  return {
    kind: tree.risk ? 'risk' : 'opportunity',
    label,
    when: compileCondition(own, tree.when),
    because: tree.because?.text ?? null,
    action: tree.action?.text ?? null,
    doc: tree.doc,
    span: tree.label?.span ?? tree.span,
  }
}

export function compileResult(context: Context, tree: ResultTree): Result {
  const name = tree.name?.text ?? ''
  return {
    name,
    label: tree.label?.text ?? titleOf(name),
    formula: asUnit(compileFormula({ ...context, trail: [...context.trail, name] }, tree.expression), tree.as?.text),
    doc: tree.doc,
    span: tree.name?.span ?? tree.span,
  }
}

export function asUnit(formula: Formula, named: string | undefined): Formula {
  const unit: Unit | null = unitNamed(named ?? null)
  return unit === null ? formula : { ...formula, unit }
}

/** `bands` are those of the whole score. */
export function compilePortfolioFigure(
  above: Context,
  tree: PortfolioTree,
  bands: readonly Band[],
): PortfolioFigure | null {
  if (tree.figure === null) return null
  const name = tree.name?.text ?? ''
  const context = { ...above, trail: [...above.trail, name] }
  const shareOf = tree.figure.kind === 'share' ? tree.figure.of : null
  return {
    name,
    label: tree.label?.text ?? titleOf(name),
    figure: compileFigure(context, tree.figure, bands),
    weightedBy: numberInput(context, shareOf ?? tree.weightedBy),
    where: tree.where ? compileCondition(context, tree.where) : null,
    span: tree.name?.span ?? tree.span,
  }
}

function compileFigure(
  context: Context,
  figure: NonNullable<PortfolioTree['figure']>,
  bands: readonly Band[],
): PortfolioFigure['figure'] {
  switch (figure.kind) {
    case 'share':
      return {
        kind: 'share',
        bands: figure.bands.flatMap((name) => findBand(context, bands, name.text, name.span)?.name ?? []),
      }
    case 'mean':
      return { kind: 'mean', of: compileFormula(context, figure.of, 'number') }
    case 'index': {
      const points = figure.points.flatMap((item) => {
        const band = findBand(context, bands, item.band.text, item.band.span)
        return band ? [{ band: band.name, points: item.points.value }] : []
      })
      return { kind: 'index', points }
    }
  }
}

function numberInput(context: Context, name: Name | null): string | null {
  if (name === null) return null
  const input = context.inputs.get(name.text)
  if (input) {
    const type = valueTypeOf(input.type)
    if (type === 'number') return input.name
    const what = { what: `\`${input.name}\``, is: describeType(type), needed: 'a number' }
    report(context, 'type-mismatch', what, name.span, { question: 'which number weighs the accounts?' })
    return null
  }
  const numbers = [...context.inputs.values()].filter((candidate) => valueTypeOf(candidate.type) === 'number')
  const suggestion = nearest(
    name.text,
    numbers.map((candidate) => candidate.name),
  )
  report(context, 'input-unknown', { name: name.text, nearest: suggestion }, name.span, {
    ...renameFix(name.span, suggestion),
    question: suggestion === null ? `should \`${name.text}\` be declared in \`inputs { }\`?` : null,
  })
  return null
}
