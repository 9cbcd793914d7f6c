import type { Fix } from '../findings/finding.ts'
import type { Band } from '../model/judge.ts'
import type { Model } from '../model/model.ts'
import { writtenNumber } from '../model/written.ts'
import { found, type Check } from './check.ts'
import { pieceOf } from './repairs.ts'

/** A ladder runs from worst to best, in points as in order. */
export const ladderOrder: Check = (model) => {
  const higherIsWorse = model.segments.at(-1)?.root.scale.higherIsWorse ?? false
  const at = model.ladder.findIndex((rung, n) => n > 0 && rise(model.ladder[n - 1]!, rung, higherIsWorse) <= 0)
  if (at < 0) return []
  const [worse, better] = [model.ladder[at - 1]!, model.ladder[at]!]
  const than = worse.points === better.points ? 'as many points' : higherIsWorse ? 'more points' : 'fewer points'
  return [
    found(
      'ladder-order',
      { worse: worse.name, better: better.name, points: than },
      {
        span: pieceOf(model, 'ladder', model.span) ?? model.span,
        trail: [model.name],
        fixes: inOrder(model, higherIsWorse),
        question: `a ladder is written worst first: is \`${better.name}\` better than \`${worse.name}\`?`,
      },
    ),
  ]
}

function rise(worse: Band, better: Band, higherIsWorse: boolean): number {
  return higherIsWorse ? worse.points - better.points : better.points - worse.points
}

function inOrder(model: Model, higherIsWorse: boolean): readonly Fix[] {
  const span = pieceOf(model, 'ladder', model.span)
  const rungs = model.ladder.toSorted((a, b) => rise(b, a, higherIsWorse))
  if (span === null || new Set(rungs.map(({ points }) => points)).size < rungs.length) return []
  const text = `ladder ${rungs.map(rungText).join(', ')}`
  return [{ title: 'put it in the order of its points', edits: [{ span, text }] }]
}

function rungText({ name, label, points, color }: Band): string {
  const plain = (text: string) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text)
  const title = label.toLowerCase() === name.replaceAll('_', ' ').toLowerCase() ? '' : ` "${label}"`
  const paint = color === null ? '' : ` ${plain(color) ? color : `"${color}"`}`
  return `${plain(name) ? name : `\`${name}\``}${title} = ${writtenNumber(points, null)}${paint}`
}
