import type { Finding } from '../../findings/finding.ts'
import { fillAcross } from '../../engine/across/fill.ts'
import { plan } from '../../engine/kernels/plan.ts'
import { layOut } from '../../history/lay-out.ts'
import { lacking } from '../../history/read-snapshots.ts'
import { pickColumn, pickColumns } from '../../model/pick-rows.ts'
import { scoreRows } from '../../history/score-rows.ts'
import { modelsIn } from '../../history/series.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Column, Columns } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'
import { fromHistory } from '../../validation/from-history.ts'
import { AMOUNT_HEADERS, DATE_HEADERS, readScores, type ScoresReading } from '../../validation/read/scores.ts'
import { headerNamed, type TextTable } from '../../validation/read/text-table.ts'
import { readAmounts, readDays } from '../../validation/read/values.ts'
import type { ScoredRows } from '../../validation/scored-rows.ts'
import { demandHistory, placeOf } from '../kept-files.ts'
import { headerOf, readHeader, readWhole, type TableOptions, textsOf, type WholeTable } from '../learn/read-whole.ts'
import { demandSegment } from '../score-accounts.ts'
import { Problem } from '../problem.ts'
import { dayOrder, optionalDay, type ValidateCall } from './options.ts'

/**
 * Scores from what `--scores` names: a history of `salus snapshot`, a table of scores, or, with `--model`, measures by date
 * and account that are scored here, each as of its own date.
 */
export async function loadScores(call: ValidateCall, model: Model | null): Promise<ScoresReading> {
  const reading = { ...(call.key && { key: call.key }), ...(call.sheet && { sheet: call.sheet }) }
  if (placeOf(call.scores).kind === 'folder') return keptScores(call, model)
  if (lacking(await readHeader(call.scores, reading)).length === 0) return keptScores(call, model)
  if (model !== null) return scoredHere(call, model, reading)
  const bare = await readWhole(call.scores, [], reading)
  const { scores, findings } = readScores(textTable(bare), {
    ...(call.date && { date: headerOf(bare.headers, call.date, call.scores) }),
    ...(call.by && { segment: headerOf(bare.headers, call.by, call.scores) }),
    ...optionalDay('scoredOn', '--scored-on', call.scoredOn),
    ...dayOrder(call.dates),
    ...(call.higherIsWorse && { higherIsWorse: true }),
  })
  return { scores, findings: [...tolerable(bare.findings), ...findings] }
}

async function keptScores({ scores: path, by }: ValidateCall, model: Model | null): Promise<ScoresReading> {
  const { history, findings } = await demandHistory(path)
  const names = modelsIn(history)
  const [only] = names
  if (model === null && names.length > 1)
    throw new Problem(`${path} has scores of ${names.join(', ')}: say with --model which count`)
  if (model !== null && !names.includes(model.name))
    throw new Problem(`${path} has no scores of ${model.name}, but of ${names.join(', ')}`)
  return { scores: fromHistory(history, model?.name ?? only!, by === 'segment' ? undefined : by), findings }
}

/** A table as texts, whatever it was read from. */
export function textTable(table: WholeTable): TextTable {
  return {
    length: table.columns.length,
    accounts: table.columns.accounts,
    headers: table.headers,
    texts: (header) => textsOf(table, header),
  }
}

/** An account comes once for each date. */
export function tolerable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ slug }) => !['account-duplicate', 'data-more', 'account-column-missing'].includes(slug))
}

async function scoredHere(call: ValidateCall, model: Model, reading: TableOptions): Promise<ScoresReading> {
  const inputs = allInputs(model)
  const table = await readWhole(call.scores, inputs, { ...reading, ...(call.date && { plain: [call.date] }) })
  const { columns } = table
  if (columns.accounts === null)
    throw new Problem(`no column of ${call.scores} names the accounts: say which with --key`)
  const texts = textTable(table)
  const header =
    call.date === undefined ? headerNamed(table.headers, DATE_HEADERS) : headerOf(table.headers, call.date, call.scores)
  const dated = header === null ? null : readDays(texts.texts(header), header, dayOrder(call.dates).dates)
  const declared = optionalDay('day', '--scored-on', call.scoredOn).day
  if (dated === null && declared === undefined)
    throw new Problem(
      `${call.scores} has no column \`snapshot_date\`: say which with --date, or --scored-on the day of all rows`,
    )
  const days = declared === undefined ? dated!.values : new Float64Array(columns.length).fill(declared)
  const worth = headerNamed(table.headers, AMOUNT_HEADERS)
  const amounts = worth === null ? null : readAmounts(texts.texts(worth), worth)
  const carried = amounts && units(amounts.values)
  const rows = rowsByDay(days)
  const segment = demandSegment(model, call.segment)
  const scorings = [...rows].map(([day, own]) =>
    scoreRows(plan(model, { asOf: day, segment }), filledOn(model, pickColumns(columns, own), day, segment), {
      date: day,
      recordedAt: null,
      overridden: new Map(),
      carried: new Map(carried === null ? [] : [['arr', pickColumn(carried, own)]]),
    }),
  )
  const scores = fromHistory(layOut(scorings), model.name)
  const findings = [...tolerable(table.findings), ...(dated?.findings ?? []), ...(amounts?.findings ?? [])]
  return { scores: segmented(scores, call, texts, days), findings }
}

/** Each date is a table of its own: figures across accounts are of the accounts of that day. */
function filledOn(model: Model, columns: Columns, asOf: number, segment: string | undefined): Columns {
  return fillAcross(model, columns, { asOf, segment }).columns
}

/** `--by` another column than the model's segments: each account has the value that its row of that date has. */
function segmented(
  scores: ScoredRows,
  { by, scores: path }: ValidateCall,
  table: TextTable,
  dates: Float64Array,
): ScoredRows {
  if (by === undefined || by === 'segment') return scores
  const texts = table.texts(headerOf(table.headers, by, path))
  const found = new Map(texts.map((text, row) => [`${dates[row]} ${table.accounts?.[row]}`, text]))
  const names = [...new Set(texts)].filter((text) => text !== null && text !== '').toSorted() as string[]
  const segment = Int32Array.from({ length: scores.length }, (_, row) =>
    names.indexOf(found.get(`${scores.dates[row]} ${scores.accounts[row]}`) ?? ''),
  )
  return { ...scores, segment, segments: names }
}

function units(cents: Float64Array): Column {
  return { kind: 'number', values: cents.map((value) => value / 100), unreadable: [] }
}

function rowsByDay(days: Float64Array): ReadonlyMap<number, Int32Array> {
  const rows = new Map<number, number[]>()
  for (const [row, day] of days.entries()) {
    if (Number.isNaN(day)) continue
    const own = rows.get(day)
    if (own) own.push(row)
    else rows.set(day, [row])
  }
  return new Map([...rows].map(([day, own]) => [day, Int32Array.from(own)]))
}
