import type { Expression } from '../model/expression.ts'
import { partsOf } from '../model/expression-parts.ts'
import type { Let } from '../model/model.ts'
import type { LetTree } from '../parser/tree.ts'
import { walkNeeds } from './circles.ts'
import { report, reportCycle, type Context } from './context.ts'
import { compileFormula } from './expressions.ts'
import { asUnit } from './figures.ts'
import { namesRead } from './needs.ts'
import { titleOf } from './scales.ts'

/** The `let`s of a model: compiled one after the other, each after those it needs, whatever the order of writing. */
export interface LetCompiler {
  readonly resolve: (name: string) => Let | null
  /** Compiles them all; `context` resolves names by `resolve`. Those that need themselves are reported and left out. */
  readonly compileAll: (context: Context) => readonly Let[]
}

export function letCompiler(trees: readonly LetTree[]): LetCompiler {
  const byName = new Map(trees.flatMap((tree) => (tree.name ? [[tree.name.text, tree] as const] : [])))
  const done = new Map<string, Let>()
  return {
    resolve: (name) => done.get(name) ?? null,
    compileAll: (context) => {
      const { ordered, circles } = walkNeeds(byName.keys(), (name) => letsRead(name, byName))
      const circular = new Set(circles.flat())
      for (const circle of circles) reportCycle(context, circle, byName.get(circle[0]!)!.name!.span)
      const heights = new Map<string, number>()
      for (const name of ordered) {
        if (circular.has(name)) continue
        const tree = byName.get(name)!
        const compiled = compileLet(context, tree, name)
        const below = Math.max(0, ...letsRead(name, byName).map((read) => heights.get(read) ?? 0))
        const height = below + depthOf(compiled.formula.expression)
        // One over the limit is reported and stands as missing, so that those above it start anew.
        heights.set(name, height > HIGHEST ? 0 : height)
        done.set(name, height > HIGHEST ? tooHigh(context, tree, name) : compiled)
      }
      return [...done.values()]
    },
  }
}

/** `let`s that stand on one another are computed one inside the other: so many steps fit any engine's stack. */
const HIGHEST = 400

function depthOf(expression: Expression): number {
  return 1 + Math.max(0, ...partsOf(expression).map(depthOf))
}

function tooHigh(context: Context, tree: LetTree, name: string): Let {
  const { span } = tree.name!
  report(context, 'let-tower', { name, most: HIGHEST }, span, {
    question: 'which of them could be one formula, or a column of the data?',
  })
  return compileLet({ ...context, findings: [] }, { ...tree, expression: { kind: 'missing', span } }, name)
}

function compileLet(context: Context, tree: LetTree, name: string): Let {
  const formula = compileFormula({ ...context, trail: [...context.trail, name] }, tree.expression)
  return {
    name,
    label: tree.label?.text ?? titleOf(name),
    doc: tree.doc,
    formula: asUnit(formula, tree.as?.text),
    span: tree.name!.span,
  }
}

function letsRead(name: string, byName: ReadonlyMap<string, LetTree>): string[] {
  return [...namesRead(byName.get(name)!.expression)].filter((read) => byName.has(read))
}
