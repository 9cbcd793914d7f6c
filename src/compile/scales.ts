import type { Scale } from '../model/group.ts'
import type { Band, Banding, Cut } from '../model/judge.ts'
import type { ChainTree, LadderTree } from '../parser/tree.ts'
import { report, type Context } from './context.ts'
import type { DraftSettings } from './draft.ts'
import { evenEdges } from './judges/ranges.ts'
import { numberOf } from './literals.ts'

/** The share of a scale within which two of its numbers are the same. */
const GUARD = 1e-9

/** The scale a group's settings write; what they do not write comes from the group above. Null above: the whole score. */
export function compileScale(settings: DraftSettings, above: Scale | null): Scale {
  const low = settings.scale?.low?.value ?? above?.low ?? 0
  const high = settings.scale?.high?.value ?? above?.high ?? 10
  const usual = settings.scale || !above ? usualDecimals(high - low) : above.decimals
  return {
    low,
    high,
    decimals: settings.show?.decimals?.value ?? usual,
    higherIsWorse: settings.higherIsWorse?.worse ?? above?.higherIsWorse ?? false,
    clamp: above === null || settings.scale !== null,
    guard: GUARD * Math.abs(high - low),
  }
}

/** 0..1 shows two decimals, 0..10 one, 0..100 none. */
function usualDecimals(span: number): number {
  return span >= 100 ? 0 : span > 1 ? 1 : 2
}

const trafficLights = [
  { name: 'poor', color: 'red' },
  { name: 'concerning', color: 'amber' },
  { name: 'healthy', color: 'green' },
] as const

/** The measures' ladder, worst first. Rungs without points are spread evenly over the scale. */
export function compileLadder(tree: LadderTree | null, scale: Scale): Band[] {
  const [worst, best] = scale.higherIsWorse ? [scale.high, scale.low] : [scale.low, scale.high]
  const spread = (at: number, of: number): number => worst + ((best - worst) * at) / Math.max(1, of - 1)
  if (tree === null || tree.rungs.length === 0) {
    return trafficLights.map((light, at) => ({ ...light, label: titleOf(light.name), points: spread(at, 3) }))
  }
  return tree.rungs.map((rung, at) => ({
    name: rung.name.text,
    label: rung.label?.text ?? titleOf(rung.name.text),
    points: rung.points?.value ?? spread(at, tree.rungs.length),
    color: rung.color?.text ?? null,
  }))
}

/** `at_risk` is shown as `At risk`. */
export function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The bands of a score and where they meet. */
export interface ScoreBands {
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

/** A chain over the score. Rungs of the ladder keep their label and colour; other names make a ladder of their own. */
function chainBands(context: Context, tree: ChainTree, scale: Scale): ScoreBands {
  const falling = tree.edges.some((edge) => edge.left === '>' || edge.left === '>=')
  const names = falling ? tree.bands.toReversed() : tree.bands
  const edges = falling ? tree.edges.toReversed() : tree.edges
  const rising = names.map(
    (name): Band =>
      context.ladder.find((band) => band.name === name.text) ?? {
        name: name.text,
        label: titleOf(name.text),
        points: 0,
        color: null,
      },
  )
  const cuts = edges.flatMap((edge): Cut[] => {
    if (edge.at === null) return []
    const at = numberOf(context, edge.at, { type: 'number', unit: null, name: 'the score' })
    // In a rising chain `5 <= healthy` gives the edge to the band above; written falling, `healthy >= 5` says the same.
    const ownedAbove = falling ? edge.left === '>=' : edge.right === '<='
    const text = edge.at.kind === 'number' ? edge.at.number.written : null
    return at === null ? [] : [cutAt(at, ownedAbove ? 'above' : 'below', scale, text)]
  })
  checkSigns(context, tree)
  const bands = scale.higherIsWorse ? rising.toReversed() : rising
  return { bands, banding: { cuts, outcomes: rising.map(outcomeOfScore) } }
}

/** A score's chain must be whole: here a gap or an overlap cannot be told apart later. */
function checkSigns(context: Context, tree: ChainTree): void {
  for (const [index, edge] of tree.edges.entries()) {
    if (edge.left === null || edge.right === null || edge.at === null) continue
    const shared = edge.left.length + edge.right.length
    const at = edge.at.kind === 'number' ? edge.at.number.written : 'this edge'
    const [below, above] = [tree.bands[index], tree.bands[index + 1]]
    if (below === undefined || above === undefined) continue
    const [first, second] = [below.text, above.text]
    // From band to band: what an edge's own span holds besides its signs is the parser's affair.
    const between = { ...edge.span, start: below.span.end, end: above.span.start }
    const flip = edge.right.startsWith('<') ? '<=' : '>='
    const fixes = [
      { title: `give ${at} to \`${second}\``, edits: [{ span: between, text: ` ${flip[0]} ${at} ${flip} ` }] },
      { title: `give ${at} to \`${first}\``, edits: [{ span: between, text: ` ${flip} ${at} ${flip[0]} ` }] },
    ]
    if (shared === 4) report(context, 'band-overlap', { first, second, at }, edge.at.span, { fixes })
    else if (shared === 2) report(context, 'score-gap', { first, second, at }, edge.at.span, { fixes })
  }
}
