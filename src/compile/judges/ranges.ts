import { cover } from '../../findings/span.ts'
import type { Outcome, Range, RangeRow, RangesJudge } from '../../model/judge.ts'
import type { ChainTree, ClaimTree, EvenTree, LiteralTree, Name, TableTree } from '../../parser/tree.ts'
import { quote, report } from '../context.ts'
import { numberOf, writtenLiteral } from '../literals.ts'
import { bandingOf, withinReach } from './banding.ts'
import { guardAt, outcomeOf, wantedOf, type JudgeScope } from './scope.ts'

/** The pieces from which a ranges judge is made, with the written text of each edge. */
interface Written {
  readonly rows: RangeRow[]
  readonly texts: Map<number, string>
}

/** `poor < 50% <= concerning < 80% <= healthy` */
export function compileChain(scope: JudgeScope, tree: ChainTree): RangesJudge {
  const written: Written = { rows: [], texts: new Map() }
  const edges = tree.edges.map((edge) => (edge.at === null ? null : edgeOf(scope, written, edge.at)))
  for (const [at, band] of tree.bands.entries()) {
    const outcome = outcomeOf(scope, band)
    const before = tree.edges[at - 1]
    const after = tree.edges[at]
    let range: Range = { low: null, lowIncluded: false, high: null, highIncluded: false, text: '', span: band.span }
    if (before) range = bounded(range, before.right, edges[at - 1] ?? null, 'before')
    if (after) range = bounded(range, after.left, edges[at] ?? null, 'after')
    const span = spanOfStretch(band, before?.at?.span, after?.at?.span)
    if (outcome) written.rows.push({ outcome, ranges: [{ ...range, text: quote(scope.context, span), span }], span })
  }
  return finish(scope, 'chain', 'unique', written, null, tree)
}

type Sign = ChainTree['edges'][number]['left']

/** One side of a band in a chain. `edge sign band` stands before it, `band sign edge` after it. */
function bounded(range: Range, sign: Sign, at: number | null, side: 'before' | 'after'): Range {
  if (at === null || sign === null) return range
  const included = sign === '<=' || sign === '>='
  const ascending = sign === '<' || sign === '<='
  const isLow = side === 'before' ? ascending : !ascending
  return isLow ? { ...range, low: at, lowIncluded: included } : { ...range, high: at, highIncluded: included }
}

function spanOfStretch(band: Name, before: Name['span'] | undefined, after: Name['span'] | undefined): Name['span'] {
  const left = before ? cover(before, band.span) : band.span
  return after ? cover(left, after) : left
}

/** `{ poor >= 5  concerning 2 to under 5  healthy < 2 }`, proved disjoint elsewhere unless it says `first`. */
export function compileTable(scope: JudgeScope, tree: TableTree): RangesJudge {
  const written: Written = { rows: [], texts: new Map() }
  for (const row of tree.rows) {
    const outcome = outcomeOf(scope, row.band, row)
    const ranges = row.claims.flatMap((claim) => rangeOf(scope, written, claim) ?? [])
    if (outcome) written.rows.push({ outcome, ranges, span: row.span })
  }
  const otherwise = tree.otherwise ? outcomeOf(scope, tree.otherwise.band, tree.otherwise) : null
  return finish(scope, 'table', tree.first ? 'first' : 'unique', written, otherwise, tree)
}

/** `even 0 to 100`: as many equal parts as the ladder has rungs; backwards, the worst rung has the high end. */
export function compileEven(scope: JudgeScope, tree: EvenTree): RangesJudge {
  const written: Written = { rows: [], texts: new Map() }
  const low = tree.low ? edgeOf(scope, written, tree.low) : (scope.input?.low ?? null)
  const high = tree.high ? edgeOf(scope, written, tree.high) : (scope.input?.high ?? null)
  if (low === null || high === null || low === high) {
    report(scope.context, 'even-unbounded', { name: scope.name }, tree.span, { question: 'from where to where?' })
    return finish(scope, 'even', 'unique', written, null, tree)
  }
  const rungs = low < high ? scope.context.ladder : scope.context.ladder.toReversed()
  const [least, most] = low < high ? [low, high] : [high, low]
  const better = low < high ? 'above' : 'below'
  const edges = evenEdges(least, most, rungs.length)
  for (const [at, rung] of rungs.entries()) {
    const outcome = outcomeOf(scope, { text: rung.name, span: tree.span })
    const range: Range = {
      low: edges[at - 1] ?? null,
      lowIncluded: better === 'above',
      high: edges[at] ?? null,
      highIncluded: better === 'below',
      text: quote(scope.context, tree.span),
      span: tree.span,
    }
    if (outcome) written.rows.push({ outcome, ranges: [range], span: tree.span })
  }
  return finish(scope, 'even', 'unique', written, null, tree)
}

/** The inner edges of `parts` equal parts, each the double nearest the exact one. */
export function evenEdges(low: number, high: number, parts: number): number[] {
  return Array.from({ length: parts - 1 }, (_, at) => low + ((high - low) * (at + 1)) / parts)
}

/** The numbers a written claim means; null where it cannot be one (reported). */
export function rangeOf(scope: JudgeScope, written: Written | null, claim: ClaimTree): Range | null {
  const edge = (literal: LiteralTree): number | null => edgeOf(scope, written, literal)
  const shared = { text: quote(scope.context, claim.span), span: claim.span }
  const all = { low: null, lowIncluded: false, high: null, highIncluded: false, ...shared }
  if (claim.kind === 'between') {
    const low = edge(claim.low)
    const high = edge(claim.high)
    if (low === null || high === null) return null
    if (low > high) {
      const ends = { low: writtenLiteral(claim.low), high: writtenLiteral(claim.high) }
      report(scope.context, 'range-backwards', ends, claim.span, {
        fixes: [
          {
            title: `write ${ends.high} to ${ends.low}`,
            edits: [{ span: claim.span, text: `${ends.high} to ${ends.low}` }],
          },
        ],
      })
      return null
    }
    return { ...all, low, lowIncluded: !claim.above, high, highIncluded: !claim.under }
  }
  const at = edge(claim.kind === 'sign' ? claim.at : claim.kind === 'value' ? claim.value : claim.low)
  if (at === null) return null
  if (claim.kind === 'value') return { ...all, low: at, lowIncluded: true, high: at, highIncluded: true }
  if (claim.kind === 'and more') return { ...all, low: at, lowIncluded: true }
  const included = claim.sign === '<=' || claim.sign === '>='
  return claim.sign.startsWith('<')
    ? { ...all, high: at, highIncluded: included }
    : { ...all, low: at, lowIncluded: included }
}

function edgeOf(scope: JudgeScope, written: Written | null, literal: LiteralTree): number | null {
  const at = numberOf(scope.context, literal, wantedOf(scope.value, scope.name))
  if (at !== null && written && !written.texts.has(at)) written.texts.set(at, writtenLiteral(literal))
  return at
}

function finish(
  scope: JudgeScope,
  form: RangesJudge['form'],
  hit: RangesJudge['hit'],
  written: Written,
  otherwise: Outcome | null,
  tree: ChainTree | TableTree | EvenTree,
): RangesJudge {
  const banding = bandingOf(written.rows, otherwise, (at) => guardAt(scope.value, at), written.texts)
  const reached = scope.input ? withinReach(banding, scope.input) : banding
  return { kind: 'ranges', form, hit, rows: written.rows, otherwise, banding: reached, span: tree.span }
}
