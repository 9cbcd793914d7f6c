import { complete } from '../../src/authoring/complete/complete.ts'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import { parse } from '../../src/parser/index.ts'
import { atMost, type Item } from '../item.ts'
import { longModel } from '../long-model.ts'
import { ratio, type Ratio } from '../ratio.ts'

async function checking(lines: number): Promise<Ratio> {
  const text = longModel(lines)
  const run = () => examine(compile(text, 'long.salus'), { asOf: null })
  const errors = run().filter((one) => one.level === 'error')
  if (errors.length > 0) throw new Error(`the long model has errors: ${errors[0]!.slug}`)
  return ratio({ units: 1, run }, { units: 1, run: () => parse(text, 'long.salus') }, 5)
}

async function suggesting(lines: number, typed: string): Promise<Ratio> {
  const model = longModel(lines)
  const at = model.indexOf('\n}', model.indexOf('dimension')) + 1
  const text = `${model.slice(0, at)}  ${typed}\n${model.slice(at)}`
  const run = () => complete(text, 'long.salus', at + 2 + typed.length)
  if (run().length === 0) throw new Error('nothing is suggested')
  return ratio({ units: 1, run }, { units: 1, run: () => parse(text, 'long.salus') }, 5)
}

export const authoringItems: readonly Item[] = [
  { name: 'check + compile 1,000 lines / parse', target: '< 10', isMet: atMost(10), measure: () => checking(1000) },
  {
    name: 'findings of 300 lines, in a pause / parse',
    target: '',
    isMet: () => true,
    measure: () => checking(300),
  },
  {
    name: 'suggestions in 300 lines, two letters typed / parse',
    target: '',
    isMet: () => true,
    measure: () => suggesting(300, 'me'),
  },
  {
    name: 'suggestions in 300 lines, on demand / parse',
    target: '',
    isMet: () => true,
    measure: () => suggesting(300, ''),
  },
]
