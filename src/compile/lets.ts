import type { Let } from '../model/model.ts'
import type { LetTree } from '../parser/tree.ts'
import { report, type Context } from './context.ts'
import { compileFormula } from './expressions.ts'
import { asUnit } from './figures.ts'
import { titleOf } from './scales.ts'

/** Lets compiled when first asked for, so that each finds those it needs whatever the order of writing. */
export interface LetCompiler {
  readonly resolve: (name: string) => Let | null
  /** In an order in which each needs only those before it. */
  readonly ordered: () => readonly Let[]
}

export function letCompiler(trees: readonly LetTree[], context: () => Context): LetCompiler {
  const byName = new Map(trees.flatMap((tree) => (tree.name ? [[tree.name.text, tree] as const] : [])))
  const done = new Map<string, Let | null>()
  const trail: string[] = []

  const resolve = (name: string): Let | null => {
    const tree = byName.get(name)
    if (tree === undefined) return null
    const known = done.get(name)
    if (known !== undefined) return known
    const at = trail.indexOf(name)
    if (at >= 0) {
      report(context(), 'reference-cycle', { names: [...trail.slice(at), name] }, tree.name!.span, {
        question: 'which of them is known without the others?',
      })
      done.set(name, null)
      return null
    }
    trail.push(name)
    const formula = compileFormula({ ...context(), trail: [...context().trail, name] }, tree.expression)
    trail.pop()
    if (done.get(name) === null) return null
    const compiled: Let = {
      name,
      label: tree.label?.text ?? titleOf(name),
      doc: tree.doc,
      formula: asUnit(formula, tree.as?.text),
      span: tree.name!.span,
    }
    done.set(name, compiled)
    return compiled
  }

  return {
    resolve,
    ordered: () => {
      for (const name of byName.keys()) resolve(name)
      return [...done.values()].filter((item) => item !== null)
    },
  }
}
