import type { CstElement } from 'chevrotain'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { cstTypes } from '../../scripts/write-cst-types.ts'
import { SalusParser } from '../../src/parser/grammar.ts'
import { tokensOf } from '../../src/parser/index.ts'
import { read } from '../../src/parser/read.ts'
import { contextualWords, reservedWords } from '../../src/parser/tokens.ts'

const validated = () => new SalusParser({ skipValidations: false })
const beautiful = readFileSync('test/parser/kitchen-sink/beautiful.salus', 'utf8')

test('the grammar has no ambiguity and no left recursion', () => {
  expect(validated).not.toThrow()
})

test('the types of the concrete tree are those of the grammar', async () => {
  expect(readFileSync('src/parser/cst.ts', 'utf8')).toBe(await cstTypes())
})

describe('the kitchen sink', () => {
  const { attempt } = read(beautiful, 'a.salus')
  const rules = new Set<string>()
  const visit = (element: CstElement): void => {
    if (!('children' in element)) return
    rules.add(element.name)
    Object.values(element.children).flat().forEach(visit)
  }
  visit(attempt.cst)

  test('uses every rule of the grammar', () => {
    const all = Object.keys(validated().getGAstProductions())
    expect(all.filter((rule) => !rules.has(rule))).toEqual([])
  })

  test('uses every word of the language', () => {
    const used = new Set(attempt.tokens.map(({ image }) => image))
    expect([...contextualWords, ...reservedWords].filter((word) => !used.has(word))).toEqual([])
  })
})

test('the words of a text have colours, and a keyword that serves as a name is a name', () => {
  const text = '/// doc\nmeasure measure  poor < 5% <= healthy // why'
  const colored = tokensOf(text, 'a.salus').map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
  expect(colored).toEqual([
    'documentation /// doc',
    'keyword measure',
    'name measure',
    'name poor',
    'sign <',
    'number 5%',
    'sign <=',
    'name healthy',
    'comment // why',
  ])
})

test('the page of the grammar speaks of every word', () => {
  const page = readFileSync('docs/grammar.md', 'utf8')
  const quoted = new Set([...page.matchAll(/'([a-z_/]+)'/g)].flatMap(([, word = '']) => word.split('/')))
  expect([...contextualWords, ...reservedWords].filter((word) => !quoted.has(word))).toEqual([])
})
