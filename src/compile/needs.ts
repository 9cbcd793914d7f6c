import type { ExpressionTree } from '../parser/tree.ts'

/** The expressions directly inside one as written. */
export function partsOfTree(tree: ExpressionTree): readonly ExpressionTree[] {
  switch (tree.kind) {
    case 'binary':
      return [tree.left, tree.right]
    case 'and':
    case 'or':
      return tree.of
    case 'not':
    case 'negate':
    case 'is missing':
      return [tree.of]
    case 'one of':
      return [tree.of, ...tree.values]
    case 'if':
      return [tree.when, tree.then, tree.else]
    case 'call':
      return [...tree.of, tree.children?.where, tree.children?.otherwise].filter((part) => part != null)
    default:
      return []
  }
}

/** The names an expression reads, each once. Without recursion, since a formula may be as long as its author likes. */
export function namesRead(tree: ExpressionTree): ReadonlySet<string> {
  const names = new Set<string>()
  const left = [tree]
  for (let part = left.pop(); part !== undefined; part = left.pop()) {
    if (part.kind === 'name') names.add(part.name.text)
    if (part.kind === 'call') {
      for (const name of [part.since, part.within, part.children?.weightedBy]) if (name) names.add(name.text)
    }
    left.push(...partsOfTree(part))
  }
  return names
}

/** Whether an expression is nested more than so many levels deep. */
export function isDeeper(tree: ExpressionTree, levels: number): boolean {
  let level: readonly ExpressionTree[] = [tree]
  for (let depth = 0; depth < levels; depth++) {
    level = level.flatMap(partsOfTree)
    if (level.length === 0) return false
  }
  return true
}
