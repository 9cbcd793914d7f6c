import type { Scale } from '../model/group.ts'
import type { Band } from '../model/judge.ts'
import type { LadderTree } from '../parser/tree.ts'
import { report, type Context } from './context.ts'
import { UNSCORED } from './judges/scope.ts'
import { titleOf } from './scales.ts'

const trafficLights = [
  { name: 'poor', color: 'red' },
  { name: 'concerning', color: 'amber' },
  { name: 'healthy', color: 'green' },
] as const

const FEWEST = 2
const MOST = 12

/** The measures' ladder, worst first. Rungs without points are spread evenly over the scale. */
export function compileLadder(context: Context, tree: LadderTree | null, scale: Scale): Band[] {
  const [worst, best] = scale.higherIsWorse ? [scale.high, scale.low] : [scale.low, scale.high]
  const spread = (at: number, of: number): number => worst + ((best - worst) * at) / Math.max(1, of - 1)
  const rungs = tree === null ? [] : soundRungs(context, tree)
  if (tree === null || rungs.length === 0) {
    return trafficLights.map((light, at) => ({ ...light, label: titleOf(light.name), points: spread(at, 3) }))
  }
  if (tree.rungs.length < FEWEST || tree.rungs.length > MOST) {
    report(context, 'ladder-size', { rungs: tree.rungs.length }, tree.span, {
      question: tree.rungs.length < FEWEST ? 'what is better, or worse, than that?' : 'which of them can be one?',
    })
  }
  return rungs.map((rung, at) => ({
    name: rung.name.text,
    label: rung.label?.text ?? titleOf(rung.name.text),
    points: rung.points?.value ?? spread(at, rungs.length),
    color: rung.color?.text ?? null,
  }))
}

/** The rungs with a name of their own; others are reported. */
function soundRungs(context: Context, tree: LadderTree): LadderTree['rungs'] {
  const seen = new Map<string, LadderTree['rungs'][number]>()
  for (const rung of tree.rungs) {
    const { text, span } = rung.name
    const first = seen.get(text)
    if (text === UNSCORED) {
      report(context, 'name-reserved', { name: text, what: 'a band', means: 'no points' }, span, {
        question: 'what should the band be called?',
      })
    } else if (first) {
      report(context, 'name-taken', { name: text, what: 'a band of the ladder' }, span, {
        related: [{ span: first.name.span, label: `the first \`${text}\`` }],
        question: `what should the second \`${text}\` be called?`,
      })
    } else seen.set(text, rung)
  }
  return [...seen.values()]
}
