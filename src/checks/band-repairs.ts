import type { Fix } from '../findings/finding.ts'
import type { Outcome, Range, RangeRow } from '../model/judge.ts'
import { rangeCells } from '../model/measure-cells.ts'
import { edgeText, outcomeName, type BandsPlace } from './bands-of.ts'
import { isFalling, printChain, signs } from './chain.ts'
import { claimText } from './number-text.ts'

/*
 * Repairs of bands. Each is tried on the rows first and offered only where it brings no overlap, gap or dead band that
 * was not there before.
 */

/** One claim of a table rewritten. */
export function changeClaim(bands: BandsPlace, title: string, old: Range, changed: Range): readonly Fix[] {
  const { judge, unit } = bands
  const end = (edge: number | null) => (edge === null ? '' : edgeText(judge, unit, edge))
  const text = claimText(changed, { low: end(changed.low), high: end(changed.high) })
  if (text === null || old.span === null || judge.form !== 'table') return []
  const rows = judge.rows.map((row) => ({
    ...row,
    ranges: row.ranges.map((range) => (range === old ? changed : range)),
  }))
  return harmless(bands, rows) ? [{ title, edits: [{ span: old.span, text }] }] : []
}

/** The chain with the number of one edge given to the band after it, or before it. */
export function giveEdge(bands: BandsPlace, title: string, at: number, toNext: boolean): readonly Fix[] {
  const { chain, judge } = bands
  if (chain === null || judge.span === null) return []
  const falling = isFalling(chain.edges[at]!.left)
  const edges = chain.edges.map((edge, n) => (n === at ? { ...edge, ...signs(falling, toNext) } : edge))
  const owning = (row: RangeRow, isNext: boolean): RangeRow => {
    const included = isNext === toNext
    const side = isNext === falling ? { highIncluded: included } : { lowIncluded: included }
    return { ...row, ranges: row.ranges.map((range) => ({ ...range, ...side })) }
  }
  const rows = judge.rows.map((row, n) => (n === at ? owning(row, false) : n === at + 1 ? owning(row, true) : row))
  return harmless(bands, rows) ? [{ title, edits: [{ span: judge.span, text: printChain(chain.bands, edges) }] }] : []
}

/** A row taken out of a table, or the first or last band of a chain with its edge. */
export function dropRow(bands: BandsPlace, at: number): readonly Fix[] {
  const { judge, chain } = bands
  const title = `take \`${outcomeName(judge.rows[at]!.outcome)}\` out`
  const rest = judge.rows.filter((_, n) => n !== at)
  if (judge.form === 'table') {
    const { span } = judge.rows[at]!
    const sound = rest.length > 0 && harmless(bands, rest)
    return span === null || !sound ? [] : [{ title, edits: [{ span, text: '' }] }]
  }
  const isFirst = at === 0
  if (chain === null || judge.span === null || rest.length < 2 || !(isFirst || at === rest.length)) return []
  const open = isFirst !== isFalling(chain.edges[0]!.left) ? { low: null } : { high: null }
  const rows = rest.map((row, n) =>
    n === (isFirst ? 0 : rest.length - 1)
      ? { ...row, ranges: row.ranges.map((range) => ({ ...range, ...open })) }
      : row,
  )
  const text = printChain(
    isFirst ? chain.bands.slice(1) : chain.bands.slice(0, -1),
    isFirst ? chain.edges.slice(1) : chain.edges.slice(0, -1),
  )
  return harmless(bands, rows) ? [{ title, edits: [{ span: judge.span, text }] }] : []
}

/** A table may say that what it does not name is left out of the score. */
export function leaveUnscored(bands: BandsPlace, at: string): readonly Fix[] {
  const { judge } = bands
  const unscored: Outcome = { band: null, points: null, because: null, action: null }
  if (judge.form !== 'table' || judge.span === null || !harmless(bands, judge.rows, unscored)) return []
  const end = judge.span.end - 1
  return [
    {
      title: `leave ${at} unscored`,
      edits: [{ span: { ...judge.span, start: end, end }, text: ' otherwise unscored ' }],
    },
  ]
}

/** Whether other rows have no fault that the rows as written do not have. */
function harmless(bands: BandsPlace, rows: readonly RangeRow[], otherwise = bands.judge.otherwise): boolean {
  const before = faults(bands, bands.judge.rows, bands.judge.otherwise)
  return [...faults(bands, rows, otherwise)].every((fault) => before.has(fault))
}

/** What is wrong with rows, by the place where each is written. */
function faults(bands: BandsPlace, rows: readonly RangeRow[], otherwise: Outcome | null): ReadonlySet<string> {
  const { judge, domain } = bands
  const cells = rangeCells({ ...judge, rows, otherwise }, domain).filter(({ cell }) => cell.kind !== 'missing')
  const id = (row: number) => rows[row]!.span?.start ?? row
  const first = judge.hit === 'first'
  const results = new Set(cells.map(({ outcome }) => JSON.stringify([outcome?.band, outcome?.points])))
  return new Set([
    ...cells.flatMap(({ decides }) => (decides === 'nothing' ? ['gap'] : [])),
    ...cells.flatMap(({ claims }) =>
      first ? [] : claims.flatMap((a) => claims.flatMap((b) => (a < b ? [`overlap ${id(a)} ${id(b)}`] : []))),
    ),
    ...rows.flatMap((_, n) => (cells.some(({ claims }) => claims.includes(n)) ? [] : [`dead ${id(n)}`])),
    ...rows.flatMap((_, n) => (!first || cells.some(({ claims }) => claims[0] === n) ? [] : [`late ${id(n)}`])),
    ...(results.size > 1 ? [] : ['single']),
    ...(otherwise === null || cells.some(({ decides }) => decides === 'otherwise') ? [] : ['idle otherwise']),
  ])
}
