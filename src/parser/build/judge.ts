import type { IToken } from 'chevrotain'
import { finding } from '../../findings/report.ts'
import type {
  BlockCstNode,
  ChainCstNode,
  ChoicesCstNode,
  ClaimCstNode,
  ClaimsCstNode,
  GridCstNode,
  KeyCstNode,
  LineCstNode,
  LineEndCstNode,
  RowOptionCstNode,
} from '../cst.ts'
import { Greater, GreaterEqual, Less, LessEqual } from '../tokens.ts'
import type {
  CasesTree,
  ChainTree,
  ChoicesTree,
  ClaimTree,
  ExpressionTree,
  GridKeyTree,
  GridTree,
  LineEndTree,
  LineTree,
  Numeral,
  TableRowTree,
  TableTree,
  Text,
} from '../tree.ts'
import { type Context, last, nodeSpan, tokenSpan } from './context.ts'
import { expressionOf } from './expression.ts'
import { boundOf, maybeName, nameOf, signedOf, textOf, valueTree } from './literals.ts'

type Sign = '<' | '<=' | '>' | '>='

const signs = new Map<IToken['tokenType'], Sign>([
  [Less, '<'],
  [LessEqual, '<='],
  [Greater, '>'],
  [GreaterEqual, '>='],
])

function signOf(token: IToken | undefined): Sign | null {
  return token === undefined ? null : (signs.get(token.tokenType) ?? null)
}

/** Null where the band behind the last edge, or every edge, is missing: half a chain says nothing. */
export function chainOf(node: ChainCstNode, at: Context): ChainTree | null {
  const first = maybeName(node.children.Band?.[0], at)
  const edges = node.children.edge ?? []
  const bands = edges.map((edge) => maybeName(edge.children.Band?.[0], at))
  if (first === null || edges.length === 0 || bands.includes(null)) return null
  return {
    kind: 'chain',
    bands: [first, ...bands.filter((band) => band !== null)],
    edges: edges.map((edge) => ({
      left: signOf(edge.children.Sign?.[0]),
      at: valueTree(edge.children.value?.[0], at),
      right: signOf(edge.children.Sign?.[1]),
      span: nodeSpan(edge, at),
    })),
    span: nodeSpan(node, at),
  }
}

export function choicesOf(node: ChoicesCstNode, at: Context): ChoicesTree {
  const rows = (node.children.choiceRow ?? []).flatMap((row) => {
    const band = maybeName(row.children.Band?.[0], at)
    const values = present(row.children.value?.map((value) => valueTree(value, at)))
    return band === null ? [] : [{ band, values, span: nodeSpan(row, at) }]
  })
  return { kind: 'choices', rows, otherwise: maybeName(node.children.Band?.[0], at), span: nodeSpan(node, at) }
}

/** Braces hold cases when a `when` stands in them, otherwise rows of a table. */
export function blockOf(node: BlockCstNode, at: Context): TableTree | CasesTree {
  return node.children.caseRow !== undefined || node.children.allWord !== undefined
    ? casesOf(node, at)
    : tableOf(node, at)
}

function tableOf(node: BlockCstNode, at: Context): TableTree {
  const rows = (node.children.row ?? []).flatMap((row): TableRowTree[] => {
    const band = maybeName(row.children.Band?.[0], at)
    const claims = claimsOf(row.children.claims?.[0], at)
    return band === null ? [] : [{ band, claims, ...rowOptions(row.children.rowOption, at), span: nodeSpan(row, at) }]
  })
  const rest = node.children.otherwiseRow?.[0]
  const band =
    rest?.children.expr === undefined ? undefined : expressionOf(rest.children.expr[0], nodeSpan(rest, at), at)
  if (band !== undefined && band.kind !== 'name' && band.kind !== 'hole') {
    at.report(finding('syntax', { shape: 'otherwise-band' }, { span: band.span }))
  }
  const otherwise =
    rest === undefined || band?.kind !== 'name'
      ? null
      : { band: band.name, claims: [], ...rowOptions(rest.children.rowOption, at), span: nodeSpan(rest, at) }
  return { kind: 'table', first: node.children.firstWord !== undefined, rows, otherwise, span: nodeSpan(node, at) }
}

function casesOf(node: BlockCstNode, at: Context): CasesTree {
  const { firstWord, allWord, signed, caseRow, row: strayRows, otherwiseRow } = node.children
  const span = nodeSpan(node, at)
  if (firstWord === undefined && allWord === undefined) {
    const start = { ...span, end: span.start + 1 }
    const title = 'take the first condition that holds'
    at.report(
      finding(
        'syntax',
        { shape: 'cases-unmarked' },
        { span: start, fixes: [{ title, edits: [{ span: { ...span, end: span.start }, text: 'first ' }] }] },
      ),
    )
  }
  for (const stray of strayRows ?? []) {
    at.report(finding('syntax', { shape: 'case-expected' }, { span: nodeSpan(stray, at) }))
  }
  return {
    kind: 'cases',
    hit: allWord === undefined ? 'first' : 'all',
    from: signedOf(signed?.[0], at),
    cases: (caseRow ?? []).map((row) => {
      const own = nodeSpan(row, at)
      const { because, action, points } = rowOptions(row.children.rowOption, at)
      refusePoints(points, at)
      return {
        when: expressionOf(row.children.expr?.[0], own, at),
        then: expressionOf(row.children.thenWord === undefined ? undefined : row.children.expr?.[1], own, at),
        because,
        action,
        span: own,
      }
    }),
    otherwise: caseOtherwise(otherwiseRow?.[0], at),
    span,
  }
}

function caseOtherwise(
  node: NonNullable<BlockCstNode['children']['otherwiseRow']>[number] | undefined,
  at: Context,
): ExpressionTree | null {
  if (node === undefined) return null
  refusePoints(rowOptions(node.children.rowOption, at).points, at)
  return expressionOf(node.children.expr?.[0], nodeSpan(node, at), at)
}

function refusePoints(points: Numeral | null, at: Context): void {
  if (points === null) return
  at.report(finding('syntax', { shape: 'case-points' }, { span: points.span }))
}

interface RowOptions {
  readonly points: Numeral | null
  readonly because: Text | null
  readonly action: Text | null
}

function rowOptions(nodes: readonly RowOptionCstNode[] | undefined, at: Context): RowOptions {
  const points = last(nodes?.flatMap((node) => node.children.signed ?? []))
  const reasons = nodes?.flatMap((node) => node.children.reason ?? [])
  const because = last(reasons?.filter((reason) => reason.children.becauseWord !== undefined))?.children.Text?.[0]
  const action = last(reasons?.filter((reason) => reason.children.doWord !== undefined))?.children.Text?.[0]
  return {
    points: signedOf(points, at),
    because: because === undefined ? null : textOf(because, at),
    action: action === undefined ? null : textOf(action, at),
  }
}

function claimsOf(node: ClaimsCstNode | undefined, at: Context): readonly ClaimTree[] {
  return present(node?.children.claim?.map((claim) => claimOf(claim, at)))
}

function claimOf(node: ClaimCstNode, at: Context): ClaimTree | null {
  const { Sign: sign, value, low, high, Plus: plus, toWord, aboveWord, underWord } = node.children
  const span = nodeSpan(node, at)
  const edge = valueTree(value?.[0], at)
  const way = signOf(sign?.[0])
  if (way !== null) return edge === null ? null : { kind: 'sign', sign: way, at: edge, span }
  const from = valueTree(low?.[0], at)
  if (from === null) return null
  if (plus !== undefined) return { kind: 'and more', low: from, span }
  if (toWord === undefined) return { kind: 'value', value: from, span }
  const to = valueTree(high?.[0], at)
  if (to === null) return null
  return { kind: 'between', low: from, high: to, above: aboveWord !== undefined, under: underWord !== undefined, span }
}

export function lineOf(node: LineCstNode, at: Context): LineTree {
  const knots = (node.children.knot ?? []).flatMap((knot): LineTree['knots'][number][] => {
    const where = boundOf(knot.children.bound?.[0], at)
    const points = signedOf(knot.children.signed?.[0], at)
    const jump = signedOf(knot.children.jump?.[0], at)
    const kind = knot.children.thenWord === undefined ? 'after' : 'then'
    if (where === null || points === null) return []
    return [{ at: where, points, jump: jump === null ? null : { kind, points: jump }, span: nodeSpan(knot, at) }]
  })
  return {
    kind: 'line',
    knots,
    below: lineEndOf(node.children.below?.[0], at),
    above: lineEndOf(node.children.above?.[0], at),
    span: nodeSpan(node, at),
  }
}

function lineEndOf(node: LineEndCstNode | undefined, at: Context): LineEndTree | null {
  if (node === undefined) return null
  const { holdWord, extendWord, unscoredWord, signed } = node.children
  const span = nodeSpan(node, at)
  if (holdWord !== undefined) return { kind: 'hold', span }
  if (extendWord !== undefined) return { kind: 'extend', span }
  if (unscoredWord !== undefined) return { kind: 'unscored', span }
  const points = signedOf(signed?.[0], at)
  return points === null ? null : { kind: 'points', points, span }
}

export function gridOf(node: GridCstNode, at: Context): GridTree {
  const span = nodeSpan(node, at)
  const { down, sideways, key, gridRow } = node.children
  return {
    kind: 'grid',
    down: expressionOf(down?.[0], span, at),
    across: expressionOf(sideways?.[0], span, at),
    columns: (key ?? []).map((one) => keyOf(one, at)),
    rows: (gridRow ?? []).flatMap((row) => {
      const rowKey = row.children.key?.[0]
      if (rowKey === undefined) return []
      const cells = (row.children.cell ?? []).flatMap((cell): GridTree['rows'][number]['cells'][number][] => {
        const points = signedOf(cell.children.signed?.[0], at)
        if (points !== null) return [{ kind: 'points', points }]
        const band = cell.children.Band?.[0]
        return band === undefined ? [] : [{ kind: 'band', name: nameOf(band, at) }]
      })
      return [{ key: keyOf(rowKey, at), cells, span: nodeSpan(row, at) }]
    }),
    span,
  }
}

function keyOf(node: KeyCstNode, at: Context): GridKeyTree {
  const { claims, missingWord, otherwiseWord } = node.children
  const alone = missingWord?.[0] ?? otherwiseWord?.[0]
  if (alone === undefined) return { kind: 'claims', claims: claimsOf(claims?.[0], at), span: nodeSpan(node, at) }
  return { kind: missingWord === undefined ? 'otherwise' : 'missing', span: tokenSpan(alone, at) }
}

function present<T>(list: readonly (T | null)[] | undefined): T[] {
  return list?.filter((one) => one !== null) ?? []
}
