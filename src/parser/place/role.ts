import type { CstElement, CstNode, IToken } from 'chevrotain'

/** What a word is for the grammar. */
export interface Role {
  /** The rules around it, innermost first. */
  readonly rules: readonly string[]
  /** As what the innermost rule takes it: `Name`, `Band`, `Text`, a keyword's own. */
  readonly as: string
  /** Which of the words taken so: 0 for the first. */
  readonly nth: number
  /** The name of the measure around it, or of what that measure judges; null outside measures. */
  readonly measure: string | null
  /** What it is compared with, or what a test gives it to: `sentiment`, `band of pulse`. */
  readonly opposite: string | null
}

/** Finds a token in a tree; null where reading left it out. */
export function roleOf(root: CstNode, token: IToken): Role | null {
  const trail = trailTo(root, token)
  if (trail === null) return null
  const { nodes, as, nth } = trail
  return {
    rules: nodes.map(({ name }) => name),
    as,
    nth,
    measure: measureIn(nodes),
    opposite: oppositeIn(nodes, token),
  }
}

interface Trail {
  /** Innermost first. */
  readonly nodes: readonly CstNode[]
  readonly as: string
  readonly nth: number
}

function trailTo(node: CstNode, token: IToken): Trail | null {
  for (const [as, list] of Object.entries(node.children)) {
    const nth = list.indexOf(token)
    if (nth >= 0) return { nodes: [node], as, nth }
    for (const child of list) {
      const below = 'children' in child ? trailTo(child, token) : null
      if (below !== null) return { ...below, nodes: [...below.nodes, node] }
    }
  }
  return null
}

function measureIn(nodes: readonly CstNode[]): string | null {
  const measure = nodes.find(({ name }) => name === 'measure')
  if (measure === undefined) return null
  const formula = measure.children['formula']?.[0]
  const judged = formula === undefined ? '' : wordsOf(formula)
  return /^\S+$/.test(judged) ? judged : (imageOf(measure.children['Name']?.[0]) ?? null)
}

function oppositeIn(nodes: readonly CstNode[], token: IToken): string | null {
  const pair = nodes.find(({ name }) => name === 'pair')
  if (pair !== undefined) return imageOf(pair.children['Name']?.find((one) => one !== token)) ?? null
  const comparison = nodes.find(
    ({ name, children }) =>
      name === 'comparison' && children['sum']?.[0] !== undefined && !holds(children['sum'][0], token),
  )
  return comparison === undefined ? null : wordsOf(comparison.children['sum']![0]!)
}

function holds(element: CstElement, token: IToken): boolean {
  return 'children' in element ? trailTo(element, token) !== null : element === token
}

function imageOf(element: CstElement | undefined): string | undefined {
  return element === undefined || 'children' in element ? undefined : element.image.replaceAll('`', '')
}

/** The words below an element, in the order of the text. */
function wordsOf(element: CstElement): string {
  const tokens: IToken[] = []
  const visit = (one: CstElement): void => {
    if (!('children' in one)) tokens.push(one)
    else for (const list of Object.values(one.children)) for (const child of list) visit(child)
  }
  visit(element)
  return tokens
    .toSorted((a, b) => a.startOffset - b.startOffset)
    .map(({ image }) => image.replaceAll('`', ''))
    .join(' ')
}
