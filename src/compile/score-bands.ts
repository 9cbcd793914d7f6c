import type { Scale } from '../model/group.ts'
import type { Band, Banding, Cut } from '../model/judge.ts'
import type { ChainTree } from '../parser/tree.ts'
import { findBand, nearest, report, type Context } from './context.ts'
import type { DraftSettings } from './draft.ts'
import { UNSCORED } from './judges/scope.ts'
import { evenEdges } from './judges/ranges.ts'
import { numberOf, writtenLiteral } from './literals.ts'
import { titleOf } from './scales.ts'

/** The bands of a score and where they meet. */
export interface ScoreBands {
  /** Worst first. */
  readonly bands: readonly Band[]
  readonly banding: Banding
}

/** As a group's `bands` setting writes them; else as the group above has them, stretched to this group's scale. */
export function compileScoreBands(
  context: Context,
  settings: DraftSettings,
  scale: Scale,
  above: { readonly scale: Scale; readonly bands: ScoreBands } | null,
): ScoreBands {
  const written = settings.bands?.bands
  if (written !== undefined && written !== 'even') return chainBands(context, written, scale)
  if (written === 'even' || above === null) return evenBands(context.ladder, scale)
  const { low, high } = above.scale
  if (low === scale.low && high === scale.high) return above.bands
  const stretch = (at: number): number => scale.low + ((at - low) * (scale.high - scale.low)) / (high - low)
  const cuts = above.bands.banding.cuts.map((cut) => cutAt(stretch(cut.at), cut.owner, scale, null))
  return { ...above.bands, banding: { ...above.bands.banding, cuts } }
}

function evenBands(ladder: readonly Band[], scale: Scale): ScoreBands {
  const rising = scale.higherIsWorse ? ladder.toReversed() : ladder
  const owner = scale.higherIsWorse ? 'below' : 'above'
  const cuts = evenEdges(scale.low, scale.high, ladder.length).map((at) => cutAt(at, owner, scale, null))
  return { bands: ladder, banding: { cuts, outcomes: rising.map(outcomeOfScore) } }
}

function outcomeOfScore(band: Band): Banding['outcomes'][number] {
  return { band: band.name, points: null, because: null, action: null }
}

function cutAt(at: number, owner: Cut['owner'], scale: Scale, text: string | null): Cut {
  return { at, owner, guard: scale.guard, text: text ?? String(Number(at.toFixed(scale.decimals + 2))) }
}

/**
 * A chain over the score. Rungs of the ladder keep their label and colour; other names make a ladder of their own. A chain
 * that is wrong is reported, and its bands stand evenly on the scale until it is mended.
 */
function chainBands(context: Context, tree: ChainTree, scale: Scale): ScoreBands {
  const sound = checkNames(context, tree)
  const names = [...new Set(tree.bands.map((name) => name.text))].filter((name) => name !== UNSCORED)
  const falling = tree.edges.some((edge) => edge.left === '>' || edge.left === '>=')
  const bands = (falling ? names.toReversed() : names).map((name) => bandOfScore(context, name))
  const worstFirst = scale.higherIsWorse ? bands.toReversed() : bands
  const cuts = cutsOf(context, tree, scale, falling)
  if (!sound || cuts === null || bands.length === 0)
    return evenBands(worstFirst.length > 0 ? worstFirst : context.ladder, scale)
  checkDirection(context, tree, worstFirst, scale)
  return { bands: worstFirst, banding: { cuts, outcomes: bands.map(outcomeOfScore) } }
}

function bandOfScore(context: Context, name: string): Band {
  const rung = context.ladder.find((band) => band.name === name)
  return rung ?? { name, label: titleOf(name), points: 0, color: null }
}

/** Each name once, none reserved, and none that is a rung misspelt. */
function checkNames(context: Context, tree: ChainTree): boolean {
  const seen = new Map<string, ChainTree['bands'][number]>()
  let sound = true
  for (const name of tree.bands) {
    const first = seen.get(name.text)
    if (first) {
      sound = false
      report(context, 'name-taken', { name: name.text, what: 'a band of this score' }, name.span, {
        related: [{ span: first.span, label: `the first \`${name.text}\`` }],
        question: 'which band is meant here?',
      })
    } else if (name.text === UNSCORED) {
      sound = false
      report(context, 'name-reserved', { name: UNSCORED, what: 'a band of a score', means: 'no points' }, name.span, {
        question: 'which band do such scores have?',
      })
    }
    seen.set(name.text, name)
  }
  const absent = context.ladder.filter((rung) => !seen.has(rung.name))
  for (const name of tree.bands) {
    if (context.ladder.some((rung) => rung.name === name.text)) continue
    const meant = nearest(
      name.text,
      absent.map((rung) => rung.name),
    )
    if (meant !== null) findBand(context, absent, name.text, name.span)
  }
  return sound
}

/** The edges, ascending; null where the chain has a piece missing, turns round or is out of order. */
function cutsOf(context: Context, tree: ChainTree, scale: Scale, falling: boolean): Cut[] | null {
  checkSigns(context, tree)
  const cuts: Cut[] = []
  let before: string | null = null
  for (const [index, edge] of tree.edges.entries()) {
    const at = edge.at && numberOf(context, edge.at, { type: 'number', unit: null, name: 'the score' })
    if (at === null || edge.at === null || edge.left === null || edge.right === null) return null
    const text = writtenLiteral(edge.at)
    const turned = [edge.left, edge.right].some((sign) => sign.startsWith('>') !== falling)
    if (turned) {
      report(context, 'band-direction', { at: text }, edge.span, { question: 'is the score rising or falling here?' })
      return null
    }
    const last = cuts.at(-1)
    if (last && (falling ? at >= last.at : at <= last.at)) {
      report(context, 'score-band-order', { before: before ?? '', after: text }, edge.at.span, {
        question: `where does \`${tree.bands[index]?.text ?? ''}\` end?`,
      })
      return null
    }
    before = text
    // In a rising chain `5 <= healthy` gives the edge to the band above; written falling, `healthy >= 5` says the same.
    const ownedAbove = falling ? edge.left === '>=' : edge.right === '<='
    cuts.push(cutAt(at, ownedAbove ? 'above' : 'below', scale, text))
  }
  return falling ? cuts.toReversed() : cuts
}

/** A chain that puts the rungs of the ladder the wrong way round for the direction of the score. */
function checkDirection(context: Context, tree: ChainTree, worstFirst: readonly Band[], scale: Scale): void {
  const ranks = worstFirst.map((band) => context.ladder.indexOf(band))
  const backwards = ranks.length > 1 && ranks.every((rank, at) => rank >= 0 && (at === 0 || rank < ranks[at - 1]!))
  if (!backwards) return
  const band = worstFirst[0]!
  const { file, end } = tree.span
  const add = {
    title: 'say that higher is worse',
    edits: [{ span: { file, start: end, end }, text: '\nhigher is worse' }],
  }
  report(context, 'score-band-direction', { band: band.name, worse: scale.higherIsWorse }, tree.span, {
    fixes: scale.higherIsWorse ? [] : [add],
    question: scale.higherIsWorse ? 'is a higher score worse, or better?' : 'should the chain be turned round instead?',
  })
}

/** A score's chain must be whole: here a gap or an overlap cannot be told apart later. */
function checkSigns(context: Context, tree: ChainTree): void {
  for (const [index, edge] of tree.edges.entries()) {
    if (edge.left === null || edge.right === null || edge.at === null) continue
    if (edge.left[0] !== edge.right[0]) continue
    const shared = edge.left.length + edge.right.length
    const at = writtenLiteral(edge.at)
    const [below, above] = [tree.bands[index], tree.bands[index + 1]]
    if (below === undefined || above === undefined) continue
    const [first, second] = [below.text, above.text]
    // From band to band: what an edge's own span holds besides its signs is the parser's affair.
    const between = { ...edge.span, start: below.span.end, end: above.span.start }
    const strict = edge.right[0]
    const fixes = [
      { title: `give ${at} to \`${second}\``, edits: [{ span: between, text: ` ${strict} ${at} ${strict}= ` }] },
      { title: `give ${at} to \`${first}\``, edits: [{ span: between, text: ` ${strict}= ${at} ${strict} ` }] },
    ]
    if (shared === 4) report(context, 'band-overlap', { first, second, at }, edge.at.span, { fixes })
    else if (shared === 2) report(context, 'score-gap', { first, second, at }, edge.at.span, { fixes })
  }
}
