import type { Tally } from './tally.ts'

/** Prints what was compared: refusals, differences, a table of pairs, and one line that says all. */
export function report(tallies: readonly Tally[], seconds: number): void {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  for (const { pair, refused } of tallies) {
    for (const [model, because] of refused) say(`${pair} refuses ${model}: ${because.join('; ') || 'no such dialect'}`)
  }
  for (const { pair, shown } of tallies) for (const one of shown) say(`${pair} differs in ${one}`)
  const header = ['evaluator against', 'models', 'refused', 'rows', 'values', 'not the same double', 'differences']
  const rows = tallies.map((one) =>
    [one.models, one.refused.size, one.rows, one.values, one.near, one.differences].map((n) => n.toLocaleString('en')),
  )
  const lines = [header, ...rows.map((cells, n) => [tallies[n]!.pair, ...cells])]
  const widths = header.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)))
  for (const line of lines)
    say(line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
  const total = (of: (one: Tally) => number): string =>
    tallies.reduce((sum, one) => sum + of(one), 0).toLocaleString('en')
  say(
    `${total((one) => one.rows)} rows compared through ${tallies.length} pairs of back ends, ${total((one) => one.differences)} differences, ${Math.round(seconds)} s`,
  )
}
