import type { Tally } from './tally.ts'

/** What an independent parser says of a dialect's queries. */
export interface Parsed {
  readonly name: string
  readonly label: string
  queries: number
  readonly complaints: string[]
}

/** As test runners count. */
export interface Counts {
  readonly numPassedTests: number
  readonly numFailedTests: number
}

/** Prints what was compared: refusals, differences, a table of pairs, what was parsed, and one line that says all. */
export function report(tallies: readonly Tally[], parsed: readonly Parsed[], seconds: number): Counts {
  for (const { pair, refused } of tallies) {
    for (const [model, because] of refused) say(`${pair} refuses ${model}: ${because.join('; ') || 'no such dialect'}`)
  }
  for (const { pair, shown } of tallies) for (const one of shown) say(`${pair} differs in ${one}`)
  for (const { pair, declared } of tallies) {
    for (const [name, values] of declared) say(`${pair} may differ in ${name}, and does in ${grouped(values)} values`)
  }
  for (const { label, complaints } of parsed) for (const one of complaints) say(`sqlglot on ${label} of ${one}`)
  const counted = (one: Tally): readonly number[] => [
    one.models,
    one.refused.size,
    one.rows,
    one.values,
    one.near,
    one.differences,
  ]
  table([
    ['evaluator against', 'models', 'refused', 'rows', 'values', 'not the same double', 'differences'],
    ...tallies.map((one) => [one.pair, ...counted(one).map(grouped)]),
  ])
  table([
    ['parsed by sqlglot as', 'queries', 'complaints'],
    ...parsed.map(({ label, queries, complaints }) => [label, grouped(queries), grouped(complaints.length)]),
  ])
  const total = (of: (one: Tally) => number): number => tallies.reduce((sum, one) => sum + of(one), 0)
  const complaints = parsed.reduce((sum, one) => sum + one.complaints.length, 0)
  const rows = grouped(total((one) => one.rows))
  const differences = grouped(total((one) => one.differences))
  say(
    `${rows} rows compared through ${tallies.length} pairs of back ends: ${differences} differences, ${complaints} complaints of the parser, ${Math.round(seconds)} s`,
  )
  const wrong = total((one) => one.wrong)
  return { numPassedTests: total((one) => one.models) - wrong, numFailedTests: wrong + complaints }
}

function table(lines: readonly (readonly string[])[]): void {
  if (lines.length < 2) return
  const widths = lines[0]!.map((_, at) => Math.max(...lines.map((line) => line[at]!.length)))
  for (const line of lines)
    say(line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join('  '))
  say('')
}

function grouped(n: number): string {
  return n.toLocaleString('en')
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
