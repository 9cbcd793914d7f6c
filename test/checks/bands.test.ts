import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { about, applied, checked, modelOf, said } from './apply.ts'

/** A claim as a table writes it, with what it means said a second time. */
interface Claim {
  readonly text: string
  readonly holds: (value: number) => boolean
}

const edge = fc.integer({ min: -1, max: 6 })
const anyClaim: fc.Arbitrary<Claim> = fc.oneof(
  edge.map((at) => ({ text: `< ${at}`, holds: (x: number) => x < at })),
  edge.map((at) => ({ text: `<= ${at}`, holds: (x: number) => x <= at })),
  edge.map((at) => ({ text: `> ${at}`, holds: (x: number) => x > at })),
  edge.map((at) => ({ text: `>= ${at}`, holds: (x: number) => x >= at })),
  edge.map((at) => ({ text: `${at}`, holds: (x: number) => x === at })),
  fc
    .tuple(edge, fc.integer({ min: 1, max: 4 }))
    .map(([low, span]) => ({ text: `${low} to ${low + span}`, holds: (x: number) => x >= low && x <= low + span })),
  fc.tuple(edge, fc.integer({ min: 1, max: 4 })).map(([low, span]) => ({
    text: `${low} to under ${low + span}`,
    holds: (x: number) => x >= low && x < low + span,
  })),
  fc.tuple(edge, fc.integer({ min: 1, max: 4 })).map(([low, span]) => ({
    text: `above ${low} to ${low + span}`,
    holds: (x: number) => x > low && x <= low + span,
  })),
)

/** Enough values to meet every edge and every stretch between edges. */
const domains = {
  count: Array.from({ length: 14 }, (_, n) => n),
  number: Array.from({ length: 61 }, (_, n) => (n - 20) / 4),
  'number in 0 to 5': Array.from({ length: 21 }, (_, n) => n / 4),
  'count in 1 to 4': [1, 2, 3, 4],
} as const
const domain = fc.constantFrom(...(Object.keys(domains) as (keyof typeof domains)[]))
const anyTable = fc.tuple(anyClaim, anyClaim, anyClaim)
const bands = ['poor', 'concerning', 'healthy'] as const
const tableOf = (claims: readonly Claim[]) => `{ ${claims.map(({ text }, n) => `${bands[n]} ${text}`).join('  ')} }`
const slugs = (findings: readonly Finding[]) => new Set(findings.map(({ slug }) => slug))
const runs = { seed: 5, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 240), endOnFailure: true }

describe('bands of a table, held to trying every value', () => {
  test('overlaps, gaps and bands that never happen are found where they are and nowhere else', () => {
    fc.assert(
      fc.property(domain, anyTable, (of, claims) => {
        const values = domains[of]
        const found = slugs(checked(modelOf(of, tableOf(claims))).findings)
        const holding = values.map((value) => claims.filter(({ holds }) => holds(value)).length)
        expect({
          overlap: found.has('band-overlap') || found.has('band-inside'),
          gap: found.has('band-gap'),
          unreachable: found.has('band-unreachable'),
        }).toEqual({
          overlap: holding.some((count) => count > 1),
          gap: holding.includes(0),
          unreachable: claims.some(({ holds }) => !values.some(holds)),
        })
      }),
      runs,
    )
  })

  test('a witness of an overlap is claimed twice, of a gap by none', () => {
    fc.assert(
      fc.property(domain, anyTable, (of, claims) => {
        const { findings } = checked(modelOf(of, tableOf(claims)))
        const claimed = findings
          .filter(({ slug }) => ['band-overlap', 'band-inside', 'band-gap'].includes(slug))
          .map(({ slug, witness }) => {
            const value = witness?.given['x']
            const count = typeof value === 'number' ? claims.filter(({ holds }) => holds(value)).length : -1
            return slug === 'band-gap' ? count === 0 : count > 1
          })
        expect(claimed).not.toContain(false)
      }),
      runs,
    )
  })

  test('a repair removes its finding, adds none, and gives the witness to the band it names', () => {
    let repairs = 0
    fc.assert(
      fc.property(domain, anyTable, (of, claims) => {
        const text = modelOf(of, tableOf(claims))
        const { findings } = checked(text)
        const before = new Set(findings.map(about))
        for (const finding of findings) {
          for (const fix of finding.fixes) {
            repairs += 1
            const after = checked(applied(text, fix))
            // What is left of an overlap or a gap may be smaller, and then reads differently.
            const more = after.findings.map(about).filter((one) => !before.has(one))
            expect([...more, ...after.findings.map(said).filter((one) => one === said(finding))]).toEqual([])
          }
        }
      }),
      runs,
    )
    expect(repairs).toBeGreaterThan(200)
  })
})

/** A chain with numbers and signs in any order, and what each band of one that climbs claims. */
const anyChain = fc.array(
  fc.record({ at: edge, left: fc.constantFrom('<', '<=', '>'), right: fc.constantFrom('<', '<=', '>') }),
  { minLength: 1, maxLength: 3 },
)
type Edges = readonly { readonly at: number; readonly left: string; readonly right: string }[]
const ladder = ['poor', 'concerning', 'healthy', 'poor']
const chainOf = (edges: Edges) =>
  ladder.slice(0, edges.length + 1).reduce((text, band, n) => {
    const { left, at, right } = edges[n - 1]!
    return `${text} ${left} ${at} ${right} ${band}`
  })

describe('chains', () => {
  test('one that climbs all the way is faulty only at edges that both or neither band has', () => {
    fc.assert(
      fc.property(anyChain, (edges) => {
        const climbing = edges.every(
          ({ at, left, right }, n) => left !== '>' && right !== '>' && (n === 0 || at > edges[n - 1]!.at),
        )
        const found = slugs(checked(modelOf('number', chainOf(edges))).findings)
        const count = (signs: number) => edges.some(({ left, right }) => (left + right).length === signs)
        fc.pre(climbing)
        expect([found.has('band-overlap'), found.has('band-gap')]).toEqual([count(4), count(2)])
      }),
      { ...runs, maxSkipsPerRun: 1000 },
    )
  })
  test('one that does not climb or fall is told so, and its repair adds nothing', () => {
    fc.assert(
      fc.property(domain, anyChain, (of, edges) => {
        const text = modelOf(of, chainOf(edges))
        const { findings } = checked(text)
        const before = new Set(findings.map(about))
        for (const finding of findings) {
          for (const fix of finding.fixes) {
            const after = checked(applied(text, fix)).findings
            const more = finding.slug === 'band-order' || finding.slug === 'band-direction' ? [] : after.map(about)
            expect(more.filter((one) => !before.has(one))).toEqual([])
            expect(after.map(said)).not.toContain(said(finding))
          }
        }
      }),
      runs,
    )
  })
})

describe('a repair gives the witness to the band it names', () => {
  test.each([
    ['count', '{ poor >= 5  concerning 2 to 5  healthy < 2 }'],
    ['number', '{ poor >= 5  concerning 2 to 4  healthy < 2 }'],
    ['percent', 'poor <= 50% <= concerning < 80% <= healthy'],
    ['percent', 'poor < 50% < concerning < 80% <= healthy'],
    ['count', 'poor >= 5 >= concerning >= 2 > healthy'],
    ['one of Good, Bad, Odd', 'poor = Bad, healthy = Good'],
  ])('%s: %s', (input, measure) => {
    const text = modelOf(input, measure)
    const finding = checked(text).findings[0]!
    const named = finding.fixes.map((fix) => /`(\w+)`$/.exec(fix.title)?.[1] ?? null)
    const got = finding.fixes.map((fix) => {
      const { model } = checked(applied(text, fix))
      return evaluate(model, finding.witness!.given, { asOf: null }).measures[0]!.band
    })
    expect(got).toEqual(named)
    expect(named.length).toBeGreaterThan(1)
  })
})
