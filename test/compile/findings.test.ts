import { describe, expect, test } from 'vitest'
import { findingsIn } from './read.ts'

const log = 'inputs from events { account text key  at date  amount number }'
const inputs = `inputs {
  n count  p percent  r ratio  d date  y yes/no  t text  c one of Free, Pro
}
measure n  poor < 2 <= healthy
`

/** Each line that is added to a sound model, and what is then reported, in two lines. */
const cases: [string, ...string[]][] = [
  // Names.
  ['result x = nn', 'input-unknown nn'],
  ['indicator risk "a" when y = true', 'input-unknown true'],
  ['measure q  poor < 2 <= healthy', 'input-unknown q'],
  ['measure m = n  poor < 2 <= helthy', 'band-unknown helthy'],
  ['result x = rond(n)', 'function-unknown rond'],
  ['result x = constructor(n)', 'function-unknown constructor'],
  ['result x = points of m', 'path-unknown m'],
  ['result x = score of n', 'type-mismatch n'],
  ['indicator risk "a" when band of n = poorr', 'band-unknown poorr'],
  ['indicator risk "a" when band of m = poor', 'path-unknown m'],
  ['indicator risk "a" when c = Fre', 'choice-unknown Fre'],
  ['indicator risk "a" when t = Free', 'text-unquoted Free'],
  ['score { cap at poorr }', 'band-unknown poorr'],
  ['measure n  poor < 3 <= healthy', 'name-taken n'],
  ['inputs { n count }', 'name-taken n'],
  ['let n = 3', 'name-taken n'],
  ['segment s when y { }\nsegment s when n > 3 { }', 'name-taken s'],
  ['segment default when y { }', 'name-reserved default'],
  ['ladder poor, `unscored`, healthy', 'name-reserved `unscored`'],
  ['ladder poor, poor, healthy', 'name-taken poor'],
  ['inputs { k one of A, B, a }', 'choice-twice a'],
  ['inputs { k text key  j text key }', 'key-twice key'],
  ['inputs { k text "Users"  j text "users " }', 'label-taken "users "'],
  ['test "x" { given m 3 }', 'input-unknown m'],
  ['test "x" { expect indicator "a" }', 'indicator-unknown "a"'],
  ['test "x" { expect result a 3 }', 'result-unknown a'],
  ['test "x" in s { given n 3 }', 'segment-unknown s'],
  // Circles.
  ['let a = b + 1\nlet b = a', 'reference-cycle a'],
  ['let a = a', 'reference-cycle a'],
  ['measure a points points of b\nmeasure b points points of a', 'reference-cycle a'],
  ['let l = score\nmeasure a points l', 'reference-cycle a'],
  ['dimension e { measure a points score of e }', 'reference-cycle a'],
  ['segment s when score > 3 { }', 'reference-cycle score > 3'],
  ['score { applies when points of n > 3 }', 'reference-cycle points of n > 3'],
  // Types and units.
  ['indicator risk "a" when n', 'type-mismatch n'],
  ['indicator risk "a" when n = missing', 'missing-compared n = missing'],
  ['indicator risk "a" when p > 40', 'percent-bare 40'],
  ['indicator risk "a" when r > 40', 'unit-mismatch 40'],
  ['indicator risk "a" when y > no', 'type-mismatch y'],
  ['measure m = p  poor < 50 <= healthy', 'percent-bare 50'],
  ['measure m = t  poor < 5 <= healthy', 'type-mismatch poor < 5 <= healthy'],
  ['measure m = d  poor < 5 <= healthy', 'type-mismatch 5'],
  ['measure m = d  poor < 2025-02-30 <= healthy', 'date-unknown 2025-02-30'],
  ['measure m = n  poor < 5 <= healthy stale after 3 days by n', 'type-mismatch n'],
  ['test "x" { given p 30 }', 'percent-bare 30'],
  ['test "x" { given y 3 }', 'type-mismatch 3'],
  ['inputs { k text in 0 to 5 }', 'type-mismatch 0 to 5'],
  ['inputs { k count in 9 to 5 }', 'range-backwards 9 to 5'],
  ['result x = round(n, 1.5)', 'arguments-wrong 1.5'],
  ['result x = min(n)', 'arguments-wrong min(n)'],
  // Over time.
  ['result x = change(n)', 'arguments-wrong change(n)'],
  ['result x = average(n, 3)', 'arguments-wrong average(n, 3)'],
  ['result x = streak(n)', 'type-mismatch n'],
  ['result x = change(n) since n', 'type-mismatch n'],
  ['inputs { k count = count of events }', 'log-unknown events'],
  ['result x = change(n, 0 days)', 'window-wrong 0 days'],
  ['result x = average(n, 1000000000 days)', 'window-wrong 1000000000 days'],
  [`inputs { k count = count of events over 0 days } ${log}`, 'window-wrong over 0 days'],
  [`inputs { k count = count of events over 1000000000 days } ${log}`, 'window-wrong over 1000000000 days'],
  [`inputs { k count = count of events over -5 days } ${log}`, 'syntax over'],
  [`inputs { k number = change of count of events } ${log}`, 'window-wrong change of count of events'],
  [`inputs { k days = days since events over 3 days } ${log}`, 'window-wrong over 3 days'],
  [`inputs { k text = count of events } ${log}`, 'type-mismatch count of'],
  [`inputs { k count = average of amount of events } ${log}`, 'type-mismatch average of amount of'],
  [`inputs { k count = streak of weeks with 1e30+ of events } ${log}`, 'arguments-wrong 1e30'],
  [`inputs { k text = max of account of events } ${log}`, 'type-mismatch max of account of'],
  [`inputs { k number = change of last of account of events over 3 days } ${log}`, 'type-mismatch last of account of'],
  [
    `inputs { k percent = increase of last of amount > 1 of events over 3 days } ${log}`,
    'type-mismatch last of amount > 1 of',
  ],
  [`inputs { k text = last of account of events missing as 0 } ${log}`, 'type-mismatch 0'],
  [`inputs { k date = last of at of events missing as 0 } ${log}`, 'type-mismatch 0'],
  [`inputs { k count = distinct nobody of events } ${log}`, 'input-unknown nobody'],
  [
    `inputs { k count = count of events where amount > average(amount) } ${log}`,
    'figure-nested count of events where amount > average(amount)',
  ],
  [`inputs { k count = count of events since n } ${log}`, 'type-mismatch n'],
  [
    `inputs { k date = first of at of events since j  j date = last of at of events since k } ${log}`,
    'reference-cycle k',
  ],
  ['inputs from events { account text key }', 'log-incomplete events'],
  ['inputs from events { account text  at date }', 'log-incomplete events'],
  ['inputs from events { account text key  at date in "Berlin" }', 'zone-unknown "Berlin"'],
  ['inputs { k date in "Europe/Berlin" }', 'setting-misplaced "Europe/Berlin"'],
  [
    'inputs from events { account text key  at date  until date in "Europe/Berlin" }',
    'setting-misplaced "Europe/Berlin"',
  ],
  ['inputs from events { account text key in "UTC"  at date }', 'setting-misplaced "UTC"'],
  // Figures among others, and over children.
  ['result x = median(n)', 'others-unnamed median(n)'],
  ['result x = median(n, p) within segment', 'arguments-wrong median(n, p) within segment'],
  ['result x = percentile(n) within segment', 'arguments-wrong percentile(n) within segment'],
  ['result x = percentile(n, 175) within segment', 'arguments-wrong 175'],
  ['result x = median(t) within segment', 'type-mismatch t'],
  ['result x = median(n) within cc', 'input-unknown cc'],
  ['segment s when n > median(n) within segment { }', 'reference-cycle n > median(n) within segment'],
  ['let l = rank(n) within segment\nsegment s when l > 30% { }', 'reference-cycle l > 30%'],
  ['measure m points rank(score) within portfolio', 'reference-cycle m'],
  ['inputs { o text parent }\nmeasure m points mean(score) of children including parent', 'reference-cycle m'],
  ['inputs { o text parent }\nmeasure m points mean(score) of children otherwise score', 'reference-cycle m'],
  [
    'inputs { o text parent }\nsegment s when mean(score) of children > 3 { }',
    'reference-cycle mean(score) of children > 3',
  ],
  ['result x = mean(n) of children', 'parent-undeclared mean(n) of children'],
  ['inputs { o text parent }\nresult x = median(n) of children', 'rollup-unknown median'],
  ['inputs { o text parent }\nresult x = mean(band) of children', 'type-mismatch band'],
  ['inputs { o text parent }\nresult x = share(n) of children', 'type-mismatch n'],
  ['inputs { o text parent }\nresult x = max(n) of children weighted by n', 'arguments-wrong n'],
  ['inputs { o text parent }\nresult x = mean(n) of children weighted by t', 'type-mismatch t'],
  ['inputs { o text parent }\nresult x = mean(n) of children where n', 'type-mismatch n'],
  ['inputs { o text parent }\nindicator risk "a" when min(band) of children = poorr', 'choice-unknown poorr'],
  // Judges, groups, scales.
  ['measure m = n', 'measure-without-bands m'],
  ['measure m = n  poor < 1 <= healthy  poor < 2 <= healthy', 'measure-judged-twice poor < 2 <= healthy'],
  ['measure m = n  even', 'even-unbounded even'],
  ['measure m = n  line 0 = 0, 5 = 3, 4 = 9', 'line-order 4 = 9'],
  ['measure m grid n by c { across Free, Pro  row < 3: 1  row 3+: 1, 2 }', 'grid-shape row < 3: 1'],
  ['measure m = n { poor 9 to 3  healthy < 3 }', 'range-backwards 9 to 3'],
  ['dimension e weight 40% { measure m = n  poor < 2 <= healthy }', 'weight-missing n'],
  ['scale 10 to 0', 'range-backwards 10 to 0'],
  ['scale 5 to 5', 'scale-empty 5 to 5'],
  ['show 99 decimals', 'decimals-wrong 99'],
  ['bands poor < 3 < concerning < 6 <= healthy', 'score-gap 3'],
  ['bands poor <= 3 <= concerning < 6 <= healthy', 'band-overlap 3'],
  ['bands poor < 6 <= concerning < 3 <= healthy', 'score-band-order 3'],
  ['bands poor < 3 <= concering < 6 <= healthy', 'band-unknown concering'],
  ['bands healthy < 3 <= concerning < 6 <= poor', 'score-band-direction healthy < 3 <= concerning < 6 <= poor'],
  ['weight d 40%', 'setting-misplaced d 40%'],
  ['dimension e { exclusive segments measure m = n  poor < 2 <= healthy }', 'setting-misplaced exclusive segments'],
  ['segment s { }', 'segment-without-when s'],
  ['segment s when y { nn off }', 'path-unknown nn'],
]

describe('one mistake gives one finding, where it stands', () => {
  test.each(cases)('%s', (line, ...findings) => {
    expect(findingsIn(`model m\n${inputs}${line}\n`)).toEqual(findings)
  })
})

describe('names that JavaScript knows are names like any other', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
  test.each(names)('%s names an input, a let, a measure, a dimension, a band and a segment', (name) => {
    const text = `model ${name}
      ladder ${name}, better
      inputs { ${name} count  kind one of ${name}, other }
      let x = ${name} + 1
      dimension ${name} { measure ${name}  ${name} < 1 <= better }
      dimension kinds { measure kind  ${name} = ${name}, better = other }
      segment ${name} when kind = ${name} { ${name} off }
      result ${name} = x
      test "t" in ${name} { given ${name} 3, kind ${name}  expect kind ${name}, result ${name} 4 }`
    expect(findingsIn(text)).toEqual([])
  })
  test.each(names)('%s names none of what the language has', (name) => {
    expect(findingsIn(`model m\n${inputs}result x = ${name}(n)`)).toEqual([`function-unknown ${name}`])
    expect(findingsIn(`model m\n${inputs}test "t" { given n 1  expect n ${name} }`)).toEqual([`band-unknown ${name}`])
    expect(findingsIn(`model m\n${inputs}inputs from ${name} { k count }`)).toEqual([`type-unknown ${name}`])
  })
})
