import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { DayOrder } from '../../finance/read/days.ts'
import { partColumn } from '../../history/stored-columns.ts'
import type { ScoredPart, ScoredRows } from '../scored-rows.ts'
import { headerNamed, type TextTable } from './text-table.ts'
import { readAmounts, readDays, readNumbers } from './values.ts'

export const DATE_HEADERS = ['snapshot_date', 'score_date', 'scored_on', 'as_of', 'as_of_date', 'date', 'month']
const SCORE_HEADERS = ['score', 'health_score', 'health', 'total_score', 'churn_probability', 'probability', 'risk']
const BAND_HEADERS = ['band', 'health_band', 'color', 'colour', 'rag', 'status']
const SEGMENT_HEADERS = ['segment', 'account_segment', 'team', 'tier']
export const AMOUNT_HEADERS = ['arr', 'acv', 'annual_value', 'arr_usd', 'acv_usd', 'arr_amount', 'contract_acv']
const RECORDED_HEADERS = ['recorded_at', 'recorded_on', 'created_at']

export interface ScoresReading {
  readonly scores: ScoredRows
  readonly findings: readonly Finding[]
}

export interface ScoresDeclared {
  /** Headers chosen by hand. */
  readonly date?: string
  readonly segment?: string
  /** The day of all scores, where the table does not say. */
  readonly scoredOn?: number
  readonly higherIsWorse?: boolean
  /** How dates such as 03/04/2024 are to be read. */
  readonly dates?: DayOrder
}

/** Reads a table of scores: account and score, and, where it has them, date, band, segment, ARR, coverage and parts. */
export function readScores(table: TextTable, declared: ScoresDeclared): ScoresReading {
  const { headers, length } = table
  const findings: Finding[] = []
  const days = (texts: readonly (string | null)[], header: string) => readDays(texts, header, declared.dates)
  const take = (
    header: string | null,
    read: (texts: readonly (string | null)[], header: string) => { values: Float64Array; findings: readonly Finding[] },
  ): Float64Array | null => {
    if (header === null) return null
    const column = read(table.texts(header), header)
    findings.push(...column.findings)
    return column.values
  }
  const scoreHeader = headerNamed(headers, SCORE_HEADERS)
  if (scoreHeader === null) findings.push(finding('validate-column-missing', { column: 'score', of: 'scores' }))
  if (table.accounts === null) findings.push(finding('validate-column-missing', { column: 'account', of: 'scores' }))
  const score = take(scoreHeader, readNumbers) ?? new Float64Array(length).fill(NaN)
  const dates =
    declared.scoredOn === undefined
      ? take(declared.date ?? headerNamed(headers, DATE_HEADERS), days)
      : new Float64Array(length).fill(declared.scoredOn)
  const worseNames = ['churn_probability', 'probability', 'risk']
  const higherIsWorse =
    declared.higherIsWorse ?? (scoreHeader !== null && headerNamed([scoreHeader], worseNames) !== null)
  const bandTexts = textsOf(table, headerNamed(headers, BAND_HEADERS))
  const parts = partHeaders(headers)
  const partBands = parts.map(({ band }) => textsOf(table, band))
  const ladder = bandsByScore(bandTexts, score, higherIsWorse)
  const bands = [...new Set([...ladder, ...partBands.flatMap((texts) => distinct(texts))])]
  const segmentTexts = textsOf(table, declared.segment ?? headerNamed(headers, SEGMENT_HEADERS))
  const segments = distinct(segmentTexts).toSorted()
  const scores: ScoredRows = {
    length,
    accounts: table.accounts ?? [],
    dates: dates ?? new Float64Array(length).fill(NaN),
    recordedAt: take(headerNamed(headers, RECORDED_HEADERS), days),
    score,
    higherIsWorse,
    band: codesOf(bandTexts, bands, length),
    bands,
    ladder: ladder.length,
    segment: codesOf(segmentTexts, segments, length),
    segments,
    amount: take(headerNamed(headers, AMOUNT_HEADERS), readAmounts),
    coverage: take(headerNamed(headers, ['coverage']), readNumbers),
    parts: parts.map(({ path, kind, points, value, weight, contribution }, at): ScoredPart => ({
      path,
      kind,
      points: take(points, readNumbers)!,
      band: codesOf(partBands[at]!, bands, length),
      // A measure may judge words as well: what is no number is nothing to complain of.
      value: value === null ? null : readNumbers(table.texts(value), value).values,
      weight: take(weight, readNumbers),
      contribution: take(contribution, readNumbers),
    })),
  }
  return { scores, findings: [...findings, ...repeated(scores)] }
}

interface PartHeaders {
  readonly path: string
  readonly kind: 'dimension' | 'measure'
  readonly points: string
  readonly band: string | null
  readonly value: string | null
  readonly weight: string | null
  readonly contribution: string | null
}

/** `technical.score` with `technical.band`, `technical.defects_90d.points` with the rest: as `salus score --measures` writes them. */
function partHeaders(headers: readonly string[]): readonly PartHeaders[] {
  const having = (header: string): string | null => (headers.includes(header) ? header : null)
  return headers.flatMap((header): PartHeaders[] => {
    const part = partColumn(header)
    if (part === null || (part.of !== 'score' && part.of !== 'points')) return []
    const { path } = part
    return [
      {
        path,
        kind: part.of === 'score' ? 'dimension' : 'measure',
        points: header,
        band: having(`${path}.band`),
        value: having(`${path}.value`),
        weight: having(`${path}.weight`),
        contribution: having(`${path}.contribution`),
      },
    ]
  })
}

/** Bands from worst to best, as their mean scores have it. */
function bandsByScore(
  texts: readonly (string | null)[],
  score: Float64Array,
  higherIsWorse: boolean,
): readonly string[] {
  const sums = new Map<string, { sum: number; n: number }>()
  for (const [row, text] of texts.entries()) {
    if (text === null || text === '' || Number.isNaN(score[row]!)) continue
    const { sum, n } = sums.get(text) ?? { sum: 0, n: 0 }
    sums.set(text, { sum: sum + score[row]!, n: n + 1 })
  }
  const sign = higherIsWorse ? -1 : 1
  return [...sums].toSorted(([, a], [, b]) => sign * (a.sum / a.n - b.sum / b.n)).map(([name]) => name)
}

function textsOf(table: TextTable, header: string | null): readonly (string | null)[] {
  return header === null ? [] : table.texts(header)
}

function distinct(texts: readonly (string | null)[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== null && text !== '') as string[]
}

function codesOf(texts: readonly (string | null)[], names: readonly string[], length: number): Int32Array {
  const places = new Map(names.map((name, at) => [name, at]))
  return Int32Array.from({ length }, (_, row) => places.get(texts[row] ?? '') ?? -1)
}

function repeated({ accounts, dates }: ScoredRows): readonly Finding[] {
  const seen = new Set<string>()
  const twice: string[] = []
  for (const [row, account] of accounts.entries()) {
    const key = `${dates[row]} ${account}`
    if (seen.has(key)) twice.push(account)
    seen.add(key)
  }
  return twice.length === 0
    ? []
    : [finding('validate-account-twice', { account: twice[0]!.slice(0, 30), count: twice.length })]
}
