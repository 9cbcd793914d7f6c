import { letters } from '../../src/formula/cell.ts'
import type { FormulaSheet, SheetCell } from '../../src/formula/index.ts'

/**
 * The published model of the handbook as an analyst types it into a workbook: nested IFs with the thresholds and weights in
 * them, a blank cell for what is missing. `whole`: also what `salus formula` shows besides, bands of measures and of
 * dimensions, and how much of the weight had data.
 */
export function byHand(
  header: readonly string[],
  rows: readonly (readonly (SheetCell | null)[])[],
  whole: boolean,
): { readonly sheet: FormulaSheet; readonly score: number; readonly band: number } {
  const columns: { readonly name: string; readonly formula: string }[] = []
  const place = (name: string): string => {
    const given = header.indexOf(name)
    if (given !== -1) return `${letters(given)}#`
    return `${letters(header.length + columns.findIndex((one) => one.name === name))}#`
  }
  const add = (name: string, formula: string): void => {
    columns.push({ name, formula: formula.replaceAll(/\{([^}]*)\}/g, (_, found: string) => place(found)) })
  }
  add(
    'segment',
    'IF({Airgapped},"airgapped",IF({Onboarding},"onboarding",IF(OR({Segment}="Digital",{Segment}="Digital Team"),"digital",IF(OR({Segment}="ELA",{Segment}="ELAs"),"elas","default"))))',
  )
  for (const [name, input, off, scored] of MEASURES) {
    const none = [...off.map((segment) => `{segment}="${segment}"`), `{${input}}=""`]
    add(name, `IF(OR(${none.join(',')}),"",${scored.replaceAll('x', `{${input}}`)})`)
    if (whole) add(`${name} band`, `IF({${name}}="","",IF({${name}}=10,"healthy",IF({${name}}=5,"concerning","poor")))`)
  }
  for (const [name, measures] of DIMENSIONS) {
    const list = measures.map((one) => `{${one}}`).join(',')
    add(name, `IF(COUNT(${list})=0,"",AVERAGE(${list}))`)
    if (whole) add(`${name} band`, bandOf(name))
  }
  const bySegment = (of: (weights: readonly (readonly [string, number])[]) => string): string => {
    const [last, ...others] = WEIGHTS.toReversed()
    return others.reduce(
      (rest, [segment, weights]) => `IF({segment}="${segment}",${of(weights)},${rest})`,
      of(last![1]),
    )
  }
  const sum = (weights: readonly (readonly [string, number])[], of: (name: string) => string): string =>
    weights.map(([name, weight]) => `${weight}*${of(name)}`).join('+')
  add(
    'unrounded',
    `IFERROR(${bySegment((weights) => `(${sum(weights, (name) => `N({${name}})`)})/(${sum(weights, (name) => `ISNUMBER({${name}})`)})`)},"")`,
  )
  add('score', 'IF({unrounded}="","",ROUND({unrounded},1))')
  add('band', bandOf('unrounded'))
  if (whole) {
    const share = (name: string): string => `COUNT(${counted(name)})/${counted(name).split(',').length}`
    add(
      'coverage',
      bySegment((weights) => `(${sum(weights, share)})/${weights.reduce((all, [, weight]) => all + weight, 0)}`),
    )
  }
  const cells = rows.map((row, n) => [
    ...Array.from(header, (_, k) => row[k] ?? null),
    ...columns.map(({ formula }, group): SheetCell => {
      return { value: null, formula: formula.replaceAll('#', String(n + 2)), group }
    }),
  ])
  const titles = [...header, ...columns.map((one) => one.name)].map((value): SheetCell => ({ value }))
  const at = (name: string): number => header.length + columns.findIndex((one) => one.name === name)
  return {
    sheet: { name: 'Accounts', rows: [titles, ...cells], widths: [], frozenRows: 1, frozenColumns: 1, workings: [] },
    score: at('score'),
    band: at('band'),
  }
}

function bandOf(name: string): string {
  return `IF({${name}}="","",IF({${name}}>=20/3,"healthy",IF({${name}}>=10/3,"concerning","poor")))`
}

/** Measures of a dimension in the segments that have all of them; off ones are blank and not counted as missing there. */
function counted(name: string): string {
  return (DIMENSIONS.find(([one]) => one === name)?.[1] ?? []).map((one) => `{${one}}`).join(',')
}

const MEASURES: readonly (readonly [name: string, input: string, off: readonly string[], scored: string])[] = [
  ['sentiment', 'Account - TA Sentiment', ['digital'], 'IF(x="Healthy",10,IF(x="Concerning",5,0))'],
  [
    'versions',
    'Versions Behind',
    ['airgapped', 'onboarding'],
    'IF({segment}="digital",IF(x<=0,10,IF(x<=2,5,0)),IF(x<=2,10,IF(x<=4,5,0)))',
  ],
  [
    'defects',
    'Last 90 Days Defect Tickets',
    ['airgapped'],
    'IF({segment}="onboarding",IF(x<2,10,0),IF({segment}="digital",IF(x<3,10,0),IF(x<2,10,IF(x<5,5,0))))',
  ],
  [
    'questions',
    'Last 90 Days Question Tickets',
    ['airgapped'],
    'IF({segment}="onboarding",IF(x<5,10,IF(x<10,5,0)),IF({segment}="digital",IF(x<5,5,0),IF(x<10,10,IF(x<15,5,0))))',
  ],
  ['champion', 'Active Champion?', ['onboarding', 'digital'], 'IF(x,10,0)'],
  ['buyer', 'Access to Buyer?', ['onboarding', 'digital'], 'IF(x,10,0)'],
  [
    'mau',
    'Last month MAU / Seats',
    ['airgapped', 'elas'],
    'IF({segment}="onboarding",IF(x>=50%,10,0),IF(x>=80%,10,IF(x>=50%,5,0)))',
  ],
  ['tam', 'Last month MAU / TAM', ['airgapped', 'onboarding', 'digital', 'default'], 'IF(x>=80%,10,IF(x>=50%,5,0))'],
  ['dau', 'Last 4 Wk DAU / MAU', ['airgapped', 'onboarding'], 'IF(x>=0.3,10,IF(x>=0.2,5,0))'],
]

const DIMENSIONS: readonly (readonly [name: string, measures: readonly string[]])[] = [
  ['pulse', ['sentiment']],
  ['technical', ['versions', 'defects', 'questions']],
  ['relationships', ['champion', 'buyer']],
  ['utilization', ['mau', 'tam', 'dau']],
]

const WEIGHTS: readonly (readonly [segment: string, weights: readonly (readonly [string, number])[]])[] = [
  [
    'airgapped',
    [
      ['pulse', 50],
      ['relationships', 50],
    ],
  ],
  [
    'onboarding',
    [
      ['pulse', 50],
      ['technical', 20],
      ['utilization', 30],
    ],
  ],
  [
    'digital',
    [
      ['technical', 20],
      ['utilization', 80],
    ],
  ],
  [
    'default',
    [
      ['pulse', 30],
      ['technical', 15],
      ['utilization', 55],
    ],
  ],
]
