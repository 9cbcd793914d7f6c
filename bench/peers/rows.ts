import { parse } from '@marcbachmann/cel-js'
import { ZenEngine } from '@gorules/zen-engine'
import { compileExpression } from 'filtrex'
import { Engine } from 'json-rules-engine'
import type { Columns } from '../../src/model/columns.ts'

/** What row engines read: null is missing. */
export type PeerRow = Readonly<Record<string, number | string | boolean | null>>

/** Measures in the order of the Default model, with how each is judged and what its dimension weighs. */
const numbers = [
  { name: 'versions_behind', group: 1, healthy: '<= 2', poor: '> 4' },
  { name: 'defects_90d', group: 1, healthy: '< 2', poor: '>= 5' },
  { name: 'questions_90d', group: 1, healthy: '< 10', poor: '>= 15' },
  { name: 'mau_per_seat', group: 2, healthy: '>= 0.8', poor: '< 0.5' },
  { name: 'dau_per_mau', group: 2, healthy: '>= 0.3', poor: '< 0.2' },
] as const
const answers = ['champion', 'buyer_access'] as const
/** By dimension: pulse, technical, utilization, and relationships, which are scored but weigh nothing. */
const weights = [30, 15, 55, 0]
/** The dimension of each measure: sentiment, the numbers, the answers. */
const groups = [0, ...numbers.map((one) => one.group), 3, 3]

export function rowsOf(columns: Columns): readonly PeerRow[] {
  return Array.from({ length: columns.length }, (_, i) => {
    const row: Record<string, number | string | boolean | null> = {}
    for (const [name, column] of columns.inputs) {
      if (column.kind === 'text') row[name] = column.dictionary[column.codes[i]!] ?? null
      else row[name] = Number.isNaN(column.values[i]!) ? null : column.values[i]!
    }
    return row
  })
}

/** The mean of means by hand, for engines that only judge: kind to them. `points` has sentiment first. */
function whole(points: readonly (number | null)[]): number {
  let total = 0
  let weight = 0
  for (const [group, own] of weights.entries()) {
    let sum = 0
    let count = 0
    for (const [k, one] of points.entries()) {
      if (groups[k] !== group || one === null) continue
      sum += one
      count++
    }
    if (count === 0) continue
    total += own * (sum / count)
    weight += own
  }
  return total / weight
}

type Peer = (rows: readonly PeerRow[]) => Promise<Float64Array> | Float64Array

export function filtrex(): Peer {
  const judge = numbers.map(({ name, healthy, poor }) =>
    compileExpression(`if ${name} ${healthy} then 10 else if ${name} ${poor} then 0 else 5`),
  )
  const answer = answers.map((name) => compileExpression(`if ${name} == 1 then 10 else 0`))
  const sentiment = compileExpression('if sentiment == "Healthy" then 10 else if sentiment == "Poor" then 0 else 5')
  return (rows) => Float64Array.from(rows, (row) => whole(judged(row, sentiment, judge, answer)))
}

export function cel(): Peer {
  const judge = numbers.map(({ name, healthy, poor }) =>
    celNumber(`double(${name}) ${real(healthy)} ? 10.0 : double(${name}) ${real(poor)} ? 0.0 : 5.0`),
  )
  const answer = answers.map((name) => celNumber(`double(${name}) == 1.0 ? 10.0 : 0.0`))
  const sentiment = celNumber('sentiment == "Healthy" ? 10.0 : sentiment == "Poor" ? 0.0 : 5.0')
  return (rows) => Float64Array.from(rows, (row) => whole(judged(row, sentiment, judge, answer)))
}

function celNumber(text: string): (row: PeerRow) => number {
  const made = parse(text)
  return (row) => Number(made(row as Record<string, unknown>))
}

function real(test: string): string {
  return test.includes('.') ? test : `${test}.0`
}

function judged(
  row: PeerRow,
  sentiment: (row: PeerRow) => number,
  judge: readonly ((row: PeerRow) => number)[],
  answer: readonly ((row: PeerRow) => number)[],
): readonly (number | null)[] {
  return [
    row['sentiment'] === null ? null : sentiment(row),
    ...numbers.map(({ name }, k) => (row[name] === null ? null : judge[k]!(row))),
    ...answers.map((name, k) => (row[name] === null ? null : answer[k]!(row))),
  ]
}

export function jsonRulesEngine(): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const words: Readonly<Record<string, string>> = {
    '<': 'lessThan',
    '<=': 'lessThanInclusive',
    '>': 'greaterThan',
    '>=': 'greaterThanInclusive',
  }
  const condition = (name: string, test: string) => {
    const [sign, limit] = test.split(' ')
    return { fact: name, operator: words[sign!]!, value: Number(limit) }
  }
  const add = (k: number, points: number, all: readonly { fact: string; operator: string; value: unknown }[]) =>
    engine.addRule({ conditions: { all: [...all] }, event: { type: 'band', params: { k, points } } })
  for (const [index, { name, healthy, poor }] of numbers.entries()) {
    const known = { fact: name, operator: 'notEqual', value: null }
    const isHealthy = condition(name, healthy)
    const isPoor = condition(name, poor)
    add(index + 1, 10, [known, isHealthy])
    add(index + 1, 0, [known, isPoor])
  }
  for (const [index, name] of answers.entries()) {
    add(numbers.length + 1 + index, 10, [{ fact: name, operator: 'equal', value: 1 }])
  }
  add(0, 10, [{ fact: 'sentiment', operator: 'equal', value: 'Healthy' }])
  add(0, 0, [{ fact: 'sentiment', operator: 'equal', value: 'Poor' }])
  return async (rows) => {
    const scores = new Float64Array(rows.length)
    for (const [i, row] of rows.entries()) {
      const points: (number | null)[] = [
        row['sentiment'] === null ? null : 5,
        ...numbers.map(({ name }) => (row[name] === null ? null : 5)),
        ...answers.map((name) => (row[name] === null ? null : 0)),
      ]
      const { events } = await engine.run({ ...row })
      for (const { params } of events) points[Number(params!['k'])] = Number(params!['points'])
      scores[i] = whole(points)
    }
    return scores
  }
}

/** One expression node over all rows of a call: the faster of its two ways. */
export function zen(): Peer {
  const band = ({ name, healthy, poor }: (typeof numbers)[number]) =>
    `${name} == null ? null : ${name} ${healthy} ? 10 : ${name} ${poor} ? 0 : 5`
  const expressions = [
    {
      id: 'e0',
      key: 'm0',
      value: 'sentiment == null ? null : sentiment == "Healthy" ? 10 : sentiment == "Poor" ? 0 : 5',
    },
    ...numbers.map((one, k) => ({ id: `e${k + 1}`, key: `m${k + 1}`, value: band(one) })),
    ...answers.map((name, k) => ({
      id: `e${k + 6}`,
      key: `m${k + 6}`,
      value: `${name} == null ? null : ${name} == 1 ? 10 : 0`,
    })),
  ]
  const engine = new ZenEngine()
  const decision = engine.createDecision({
    nodes: [
      { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
      {
        id: 'judge',
        type: 'expressionNode',
        name: 'judge',
        position: { x: 1, y: 0 },
        content: { expressions, inputField: 'rows', outputPath: 'rows', executionMode: 'loop' },
      },
      { id: 'out', type: 'outputNode', name: 'out', position: { x: 2, y: 0 } },
    ],
    edges: [
      { id: 'a', sourceId: 'in', targetId: 'judge', type: 'edge' },
      { id: 'b', sourceId: 'judge', targetId: 'out', type: 'edge' },
    ],
  })
  return async (rows) => {
    const { result } = await decision.evaluate({ rows })
    const all = (result as { rows: Record<string, number | null>[] }).rows
    return Float64Array.from(all, (one) => whole(groups.map((_, k) => one[`m${k}`] ?? null)))
  }
}
