import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { names } from '../../src/findings/catalogue/names.ts'
import { syntax } from '../../src/findings/catalogue/syntax.ts'
import { values } from '../../src/findings/catalogue/values.ts'
import { renderTerminal } from '../../src/findings/render/terminal.ts'
import { about, applied, checked, said } from './apply.ts'

const models = new URL('../../models/', import.meta.url).pathname
/** Models that stand by themselves, small enough to be checked many times, without their tests: those follow the numbers. */
const good = readdirSync(models)
  .map((name) => readFileSync(join(models, name), 'utf8'))
  .filter((text) => !/^import/m.test(text))
  .map((text) => text.replaceAll(/^test "[^]*?^\}\n/gm, ''))

/** Found while reading, before any check. */
const reading: ReadonlySet<string> = new Set(
  Object.keys({ ...syntax, ...names, ...values, 'weight-missing': 0, 'segment-without-when': 0 }),
)

/** Slips of the hand: a digit, a sign, a word or a line that is not what it was. */
const slips: readonly ((text: string, at: number) => string)[] = [
  (text, at) => replaceNth(text, /\d+(?=%| )/g, at, (number) => String(Number(number) * 2 + 1)),
  (text, at) => replaceNth(text, / <=? /g, at, (sign) => (sign === ' < ' ? ' <= ' : ' < ')),
  (text, at) =>
    replaceNth(text, / (poor|concerning|healthy)\b/g, at, (band) => (band === ' poor' ? ' healthy' : ' poor')),
  (text, at) => replaceNth(text, /^ {2}.*\n/gm, at, () => ''),
  (text, at) => replaceNth(text, / (and|or) /g, at, (word) => (word === ' and ' ? ' or ' : ' and ')),
  (text, at) => replaceNth(text, /[{}"]/g, at, () => ''),
]

function replaceNth(text: string, what: RegExp, at: number, by: (found: string) => string): string {
  const found = [...text.matchAll(what)]
  const one = found[at % Math.max(1, found.length)]
  return one === undefined ? text : text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length)
}

const anySlip = fc.record({ slip: fc.constantFrom(...slips), at: fc.nat(10_000) })
const mutated = fc
  .tuple(fc.constantFrom(...good), fc.array(anySlip, { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) => changes.reduce((result, { slip, at }) => slip(result, at), text))

test('a model with slips is told of them inside its own text, and every repair that is offered holds', () => {
  let repairs = 0
  fc.assert(
    fc.property(mutated, (text) => {
      const { findings } = checked(text)
      expect(renderTerminal(findings, () => text)).not.toMatch(/undefined|NaN|\[object/)
      const spans = findings.flatMap(({ span, related }) => [span, ...related.map((one) => one.span)])
      expect(spans.filter((span) => span !== null && !(span.start >= 0 && span.end <= text.length))).toEqual([])
      // What could not be read hides faults that come to light when it can be.
      if (findings.some(({ level, slug }) => level === 'error' && reading.has(slug))) return
      const before = new Set(findings.map(about))
      for (const finding of findings.slice(0, 4)) {
        // A chain that turns or jumps is first put in order: only then can its edges be judged.
        if (finding.slug === 'band-order' || finding.slug === 'band-direction') continue
        for (const fix of finding.fixes) {
          repairs += 1
          const after = checked(applied(text, fix)).findings
          const more = after.map(about).filter((one) => !before.has(one))
          expect([fix.title, ...more, ...after.map(said).filter((one) => one === said(finding))]).toEqual([fix.title])
        }
      }
    }),
    { seed: 3, numRuns: 300, endOnFailure: true },
  )
  expect(repairs).toBeGreaterThan(50)
})
