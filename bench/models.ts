import type { Model } from '../src/model/model.ts'
import * as build from '../test/engine/build.ts'
import { sentiments } from './accounts.ts'

/** The Default model of the published handbook over the columns of `accounts`. */
export function defaultModel(): Model {
  const yesNo = (name: string) =>
    build.measure(name, build.choices({ poor: ['no'], healthy: ['yes'] }), {
      value: build.raw(build.of(name), null, 'yes/no'),
    })
  const sentiment = build.measure(
    'sentiment',
    build.choices({ poor: ['Poor'], concerning: ['Concerning'], healthy: ['Healthy'] }),
    { value: build.raw(build.of('sentiment'), null, 'text') },
  )
  const falling = (name: string, healthy: number, concerning: number, sign: '<' | '<=') =>
    build.measure(name, build.chain('healthy', [sign, healthy, 'concerning'], [sign, concerning, 'poor']))
  const rising = (name: string, concerning: number, healthy: number) =>
    build.measure(name, build.chain('poor', ['<', concerning, 'concerning'], ['<', healthy, 'healthy']))
  const root = build.whole([
    build.group('pulse', [sentiment], { weight: build.weight(0.3) }),
    build.group(
      'technical',
      [
        falling('versions_behind', 2, 4, '<='),
        falling('defects_90d', 2, 5, '<'),
        falling('questions_90d', 10, 15, '<'),
      ],
      { weight: build.weight(0.15) },
    ),
    build.group('relationships', [yesNo('champion'), yesNo('buyer')], { weight: build.weight(0) }),
    build.group('utilization', [rising('mau_per_seat', 0.5, 0.8), rising('dau_per_mau', 0.2, 0.3)], {
      weight: build.weight(0.55),
    }),
  ])
  return build.model({
    inputs: [
      build.input('sentiment', { type: 'choice', choices: sentiments, labels: ['Account - TA Sentiment'] }),
      build.input('versions_behind', { type: 'count', labels: ['Versions Behind'] }),
      build.input('defects_90d', { type: 'count', labels: ['Last 90 Days Defect Tickets'] }),
      build.input('questions_90d', { type: 'count', labels: ['Last 90 Days Question Tickets'] }),
      build.input('champion', { type: 'yes/no', labels: ['Active Champion?'] }),
      build.input('buyer', { type: 'yes/no', labels: ['Access to Buyer?'] }),
      build.input('mau_per_seat', { type: 'ratio', labels: ['Last month MAU / Seats'] }),
      build.input('dau_per_mau', { type: 'ratio', labels: ['Last 4wk DAU / MAU'] }),
    ],
    root,
  })
}

/** Edges of measure `k` of a wide model: the same for every form it is written in. */
export function wideEdges(k: number): readonly [number, number] {
  return [20 + k, 60 + k]
}

/** `dimensions` of four measures each, all judged by two edges, dimension `d` weighing `d + 1`. */
export function wideModel(dimensions: number): Model {
  const names = Array.from({ length: dimensions * 4 }, (_, k) => `m${k}`)
  const measure = (name: string, k: number) => {
    const [low, high] = wideEdges(k)
    return build.measure(name, build.chain('poor', ['<', low, 'concerning'], ['<', high, 'healthy']))
  }
  const root = build.whole(
    Array.from({ length: dimensions }, (_, d) => {
      const own = names.slice(d * 4, d * 4 + 4).map((name, j) => measure(name, d * 4 + j))
      return build.group(`d${d}`, own, { weight: build.weight((d + 1) / 100) })
    }),
  )
  return build.model({ inputs: names.map((name) => build.input(name)), root })
}
