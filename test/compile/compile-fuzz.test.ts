import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { sentence } from '../../src/findings/report.ts'
import { modelSchema } from '../../src/model/schema.ts'
import { format } from '../../src/parser/index.ts'
import { anyCharacter } from '../any-character.ts'

const runs = Number(process.env['SALUS_FUZZ_RUNS'] ?? 60)
const options = { seed: 20_251_122, numRuns: runs }

const root = join(import.meta.dirname, '../..')
const folders = ['models', 'test/corpus/good', 'test/corpus/bad', 'test/compile']
const samples = folders.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.salus'))
    .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')] as const),
)
const texts = samples.map(([, text]) => text)

/** Words of the language, and pieces that tend to upset programs. */
const pieces = [
  ...'{}()<>=%,.+-*/^'.split(''),
  ...'model inputs let ladder measure dimension segment when weight off missing poor healthy even line first'.split(
    ' ',
  ),
  ...'score bands scale cap at override to points of band as_of yes 50% 1e999 -1 2025-02-30 "text"'.split(' '),
  ...'__proto__ constructor `a b` // /// <= >= => 0 99999999999999999999 0.1 import amends default unscored'.split(' '),
]

const piece = fc.constantFrom(...pieces)
const sample = fc.constantFrom(...texts)

/** A model with words put in, taken out or exchanged. */
const mutated = fc
  .tuple(sample, fc.array(fc.tuple(fc.nat(), fc.nat(3), piece), { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => {
    const words = text.split(/(\s+|\b)/)
    for (const [at, kind, word] of changes) {
      const place = at % words.length
      if (kind === 0) words.splice(place, 1)
      else if (kind === 1) words.splice(place, 0, ` ${word} `)
      else if (kind === 2) words[place] = word
      else words.splice(place, 0, ...words.slice(at % 7, (at % 7) + 20))
    }
    return words.join('')
  })
const truncated = fc.tuple(sample, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)))
const soup = fc.array(piece, { maxLength: 60 }).map((words) => `model m\n${words.join(' ')}`)

describe('whatever the text', () => {
  test.each([
    ['mutated', mutated],
    ['truncated', truncated],
    ['made of pieces', soup],
    ['noise', fc.string({ unit: anyCharacter, maxLength: 200 })],
  ] as const)('%s, a whole model comes out and every finding can be read', (_, text) => {
    fc.assert(
      fc.property(text, (source) => {
        const { model, findings } = compile(source, 'model.salus', () => null)
        expect(modelSchema.safeParse(model).error).toBeUndefined()
        for (const found of findings) {
          expect(sentence(found)).toMatch(/\S/)
          const spans = [
            found.span,
            ...found.related.map(({ span }) => span),
            ...found.fixes.flatMap(({ edits }) => edits.map(({ span }) => span)),
          ]
          for (const span of spans.filter((one) => one !== null)) {
            expect(span.file).toBe('model.salus')
            expect(0 <= span.start && span.start <= span.end && span.end <= source.length).toBe(true)
          }
        }
      }),
      options,
    )
  })
})

test.each(samples)('%s means the same when it is formatted', (file, text) => {
  const formatted = format(text, file)
  expect(compile(formatted.text, file).model.hash).toBe(compile(text, file).model.hash)
})
