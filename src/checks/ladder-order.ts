import { found, type Check } from './check.ts'

/** A ladder runs from worst to best, in points as in order. */
export const ladderOrder: Check = (model) => {
  const higherIsWorse = model.segments.at(-1)?.root.scale.higherIsWorse ?? false
  return model.ladder.flatMap((rung, n) => {
    const worse = model.ladder[n - 1]
    if (worse === undefined) return []
    const rises = higherIsWorse ? rung.points < worse.points : rung.points > worse.points
    if (rises) return []
    const than = rung.points === worse.points ? 'as many points' : higherIsWorse ? 'more points' : 'fewer points'
    return found(
      'ladder-order',
      { worse: worse.name, better: rung.name, points: than },
      {
        span: model.span,
        trail: [model.name],
        question: `a ladder is written worst first: is \`${rung.name}\` better than \`${worse.name}\`?`,
      },
    )
  })
}
