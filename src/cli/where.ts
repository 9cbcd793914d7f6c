import type { History } from '../history/history.ts'
import { carriedName } from '../history/stored-columns.ts'
import type { Filter, FilterOperator } from '../host/document/document.ts'
import { Problem } from './problem.ts'

const OPERATORS: ReadonlyMap<string, FilterOperator> = new Map([
  ['>=', 'at least'],
  ['<=', 'at most'],
  ['!=', 'is not'],
  ['=', 'is'],
  ['>', 'greater'],
  ['<', 'less'],
  ['~', 'contains'],
])

/** `--where "acv >= 10000"`, as often as wanted: all of them must hold. Fields are score, band, segment, coverage, a dimension, its `.band`, or a carried column. */
export function whereFilter(conditions: readonly string[], history: History): Filter | null {
  if (conditions.length === 0) return null
  return { kind: 'all', of: conditions.map((text) => condition(text, history)) }
}

function condition(text: string, history: History): Filter {
  const found = /^\s*(?<field>.+?)\s*(?<operator>>=|<=|!=|=|>|<|~)\s*(?<value>.*?)\s*$/.exec(text)?.groups
  if (found === undefined)
    throw new Problem(`--where takes a condition such as "acv >= 10000" or "owner = Ann"; \`${text}\` is none`)
  const field = fieldNamed(found['field']!, history)
  const blank = found['value'] === ''
  const operator = OPERATORS.get(found['operator']!)!
  if (blank && operator !== 'is' && operator !== 'is not') throw new Problem(`\`${text}\` compares with nothing`)
  if (blank) return { kind: 'condition', field, operator: operator === 'is' ? 'is blank' : 'is not blank', value: null }
  return { kind: 'condition', field, operator, value: found['value']! }
}

function fieldNamed(name: string, { snapshots }: History): string {
  if (['score', 'band', 'segment', 'coverage'].includes(name)) return name
  const path = name.replace(/\.band$/, '')
  if (snapshots.some(({ parts }) => parts.has(path))) return `${path === name ? 'dimension' : 'dimension band'}:${path}`
  const column = carriedName(name)
  if (snapshots.some(({ carried }) => carried.has(column))) return `column:${column}`
  const carried = [...new Set(snapshots.flatMap((one) => [...one.carried.keys()]))]
  const also = carried.length === 0 ? 'no column was carried along' : `carried columns are ${carried.join(', ')}`
  throw new Problem(`snapshots have no \`${name}\`; ${also}`)
}
