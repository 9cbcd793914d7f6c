import { complete } from '../../src/authoring/complete/complete.ts'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import { parse } from '../../src/parser/index.ts'
import { atMost, type Item } from '../item.ts'
import { ratio, type Ratio } from '../ratio.ts'

/** A model of about so many lines: inputs, dimensions of four measures, segments and indicators, as people write them. */
function longModel(lines: number): string {
  const measures = Math.floor((lines - 10) / 3.1 / 4) * 4
  const names = Array.from({ length: measures }, (_, k) => `figure_${k}`)
  const inputs = names.map((name, k) => `  ${name} ${k % 3 === 0 ? 'percent' : 'count'} "Figure ${k}"`)
  const dimensions = Array.from({ length: measures / 4 }, (_, d) => {
    const own = names.slice(d * 4, d * 4 + 4)
    const judged = own.map((name, j) =>
      (d * 4 + j) % 3 === 0
        ? `  measure ${name} poor < ${40 + j}% <= concerning < ${70 + j}% <= healthy\n    because poor "Figure ${d * 4 + j} is low"`
        : `  measure ${name} healthy < ${5 + j} <= concerning < ${20 + j} <= poor\n    because poor "Figure ${d * 4 + j} is high"`,
    )
    return `dimension group_${d} "Group ${d}" weight ${d + 1} {\n${judged.join('\n')}\n}`
  })
  const head = 'model long "A long model" version 1\nmissing skip\nscale 0 to 10\nweights as given\nbands even\n'
  return `${head}\ninputs {\n${inputs.join('\n')}\n}\n\n${dimensions.join('\n')}\n`
}

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
    name: 'a keystroke in 300 lines / parse',
    target: '(16 ms)',
    isMet: (found) => found.nanoseconds < 16e6,
    measure: () => checking(300),
  },
  {
    name: 'suggestions in 300 lines, two letters typed / parse',
    target: '',
    isMet: () => true,
    measure: () => suggesting(300, 'me'),
  },
  {
    name: 'suggestions in 300 lines, nothing typed / parse',
    target: '',
    isMet: () => true,
    measure: () => suggesting(300, ''),
  },
]
