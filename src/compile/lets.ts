import type { Let } from '../model/model.ts'
import type { LetTree } from '../parser/tree.ts'
import { walkNeeds } from './circles.ts'
import { reportCycle, type Context } from './context.ts'
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
      for (const name of ordered) {
        const tree = byName.get(name)!
        if (!circular.has(name)) done.set(name, compileLet(context, tree, name))
      }
      return [...done.values()]
    },
  }
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
