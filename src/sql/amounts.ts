import type { Input } from '../model/input.ts'
import type { EventFigure } from '../model/figure.ts'
import type { Cte } from './ctes.ts'
import type { Dialect } from './dialect.ts'
import { foldedText } from './literals.ts'
import type { Said } from './said.ts'

/** A figure whose conditions and values are columns of its log's lines. */
export interface FigureSaid {
  readonly input: Input
  readonly figure: EventFigure
  /** Columns are numbered by it. */
  readonly n: number
  /** Whether not all lines count. */
  readonly counts: boolean
  /** What its value is; null where lines alone are counted. */
  readonly value: Said['kind'] | null
  readonly asOf: number
}

type When = 'now' | 'before'

/** The lines up to the scoring date, the first and last of them found; then the figures by account. */
export function figureCtes(
  from: string,
  figures: readonly FigureSaid[],
  anchors: string | null,
  named: (part: string) => string,
  dialect: Dialect,
  asOf: number,
): readonly Cte[] {
  const past = `figure_account <> '' and figure_day < ${asOf}`
  const outer = anchors === null ? from : `${from} left join (${anchors}) anchors on anchor_account = figure_account`
  const lines: Cte = { name: named('lines'), text: `select *\n  from ${outer}\n  where ${past}` }
  const places = figures.flatMap((said) => windowsOf(said).flatMap((when) => placeOf(said, when) ?? []))
  const placed: Cte = {
    name: named('placed'),
    text: `select\n    ${['*', ...places].join(',\n    ')}\n  from ${lines.name}`,
  }
  const amounts = figures.flatMap((said) =>
    windowsOf(said).flatMap((when) => [
      `${amountOf(said, when, dialect)} as ${amountName(said, when)}`,
      `count(case when ${inWindow(said, when)} then 1 end) as ${linesName(said, when)}`,
    ]),
  )
  const streaks = figures.filter(({ figure }) => figure.amount.kind === 'streak')
  const all = `select\n    ${['figure_account', ...amounts].join(',\n    ')}\n  from ${placed.name}\n  group by figure_account`
  if (streaks.length === 0) return [lines, placed, { name: named('figures'), text: all }]
  const rows = streaks.map((said) => streakOf(said, lines.name, named, dialect))
  const selected = streaks.map(({ n }) => `coalesce(s${n}.streak, 0) as streak_${n}`)
  const joins = rows.map(({ name }, at) => {
    const s = `s${streaks[at]!.n}`
    return `left join ${name} ${s} on ${s}.figure_account = counted.figure_account`
  })
  const amountsCte: Cte = { name: named('counted'), text: all }
  const joinedText = `select\n    counted.*,\n    ${selected.join(',\n    ')}\n  from ${amountsCte.name} counted\n  ${joins.join('\n  ')}`
  return [lines, placed, amountsCte, ...rows, { name: named('figures'), text: joinedText }]
}

function windowsOf({ figure: { against } }: FigureSaid): readonly When[] {
  return against === null ? ['now'] : against === 'previous' ? ['before'] : ['now', 'before']
}

const amountName = ({ n }: FigureSaid, when: When): string => `amount_${n}_${when}`
const linesName = ({ n }: FigureSaid, when: When): string => `lines_${n}_${when}`

/** What the column of a date that windows begin with is called among the lines. */
export function anchorName(input: string): string {
  return `anchor_${input.replaceAll(/[^A-Za-z0-9]/g, (letter) => `_${letter.codePointAt(0)}_`)}`
}

function inWindow({ figure: { window }, asOf }: FigureSaid, when: When): string {
  if (window.kind === 'all') return 'true'
  if (window.kind === 'last') {
    const start = asOf - window.days
    return when === 'now' ? `figure_day >= ${start}` : `figure_day >= ${start - window.days} and figure_day < ${start}`
  }
  const anchor = anchorName(window.anchor)
  return when === 'now' ? `figure_day >= ${anchor}` : `figure_day >= 2 * ${anchor} - ${asOf} and figure_day < ${anchor}`
}

function counted(said: FigureSaid, when: When): string {
  const window = inWindow(said, when)
  return said.counts ? `${window} and figure_counts_${said.n}` : window
}

/** Lines in the order of time, the one that is sought first; of lines at once, the greatest is the last. */
function placeOf(said: FigureSaid, when: When): string | null {
  const { kind } = said.figure.amount
  if (kind !== 'first' && kind !== 'last') return null
  const way = kind === 'last' ? 'desc' : 'asc'
  const sought = `case when ${counted(said, when)} and figure_value_${said.n} is not null then 1 else 0 end`
  return `row_number() over (partition by figure_account, ${sought} order by figure_moment ${way}, figure_value_${said.n} ${way}) as place_${said.n}_${when}`
}

function amountOf(said: FigureSaid, when: When, dialect: Dialect): string {
  const { amount } = said.figure
  const holds = counted(said, when)
  const value = `figure_value_${said.n}`
  const each = (what: string): string => `case when ${holds} then ${what} end`
  switch (amount.kind) {
    case 'count':
    case 'streak':
      return `count(${each('1')})`
    case 'distinct':
      return `count(distinct ${each(value)})`
    case 'stickiness':
      return stickiness(said, holds, value, dialect)
    case 'days since':
      return `${said.asOf} - ${amount.of === 'last' ? 'max' : 'min'}(${each('figure_day')})`
    case 'sum':
      return `case when count(${each('1')}) = 0 then 0e0 else ${exactSum(each(millionths(value)), dialect)} end`
    case 'average':
      return `${exactSum(each(millionths(value)), dialect)} / nullif(count(${each(value)}), 0)`
    case 'min':
    case 'max':
      return `${amount.kind}(${each(value)})`
    case 'share':
      return `cast(count(case when ${holds} and ${value} then 1 end) as ${dialect.double}) / nullif(count(${each(value)}), 0)`
    case 'first':
    case 'last': {
      const plain = said.value === 'truth' ? `case when ${value} then 1 else 0 end` : value
      return `max(case when ${holds} and ${value} is not null and place_${said.n}_${when} = 1 then ${plain} end)`
    }
  }
}

/** A pair of a day and a value counts once; both counts are whole, and divided in this order. */
function stickiness({ figure, asOf }: FigureSaid, holds: string, value: string, dialect: Dialect): string {
  const { window } = figure
  const days =
    window.kind === 'last'
      ? String(window.days)
      : window.kind === 'since'
        ? `max(${asOf} - ${anchorName(window.anchor)})`
        : '1'
  const text = `cast(${value} as ${dialect.string})`
  const pair = `case when ${holds} and ${value} is not null then cast(cast(figure_day as bigint) as ${dialect.string}) || ' ' || ${text} end`
  const all = `nullif(count(distinct case when ${holds} then ${value} end), 0)`
  return `cast(count(distinct ${pair}) as ${dialect.double}) / nullif(${days}, 0) / ${all}`
}

/** As `millionths` of the engine: the same steps, so that every engine adds the same whole numbers. */
function millionths(value: string): string {
  return `cast(sign(${value}) * floor(abs(${value}) * 1e6 + 0.5e0) as decimal(38, 0))`
}

function exactSum(each: string, dialect: Dialect): string {
  return `cast(sum(${each}) as ${dialect.double}) / 1e6`
}

/** Whole periods before the scoring date, in a row up to the last of them. */
function streakOf(said: FigureSaid, from: string, named: (part: string) => string, dialect: Dialect): Cte {
  const { n, figure, asOf } = said
  const { period, atLeast } = figure.amount as Extract<EventFigure['amount'], { kind: 'streak' }>
  const periodOf = (day: string): string => {
    if (period === 'day') return day
    if (period === 'week') return `floor((${day} + 3e0) / 7e0)`
    const date = dialect.date(day)
    return `(extract(year from ${date}) * 12 + extract(month from ${date}))`
  }
  const last = `${periodOf(dialect.number(asOf))} - 1`
  const where = said.counts ? ` where figure_counts_${n}` : ''
  const periods = `select figure_account, ${periodOf('figure_day')} as period, count(*) as many from ${from}${where} group by 1, 2`
  const ranked = `select figure_account, period, row_number() over (partition by figure_account order by period desc) as place from (${periods}) periods where many >= ${atLeast} and period <= ${last}`
  const text = `select figure_account, count(*) as streak\n  from (${ranked}) ranked\n  where period + place - 1 = ${last}\n  group by figure_account`
  return { name: named(`streak_${n}`), text }
}

/** What the column of an input holds, from the amounts of its windows: null where its domain has no such value. */
export function columnText(said: FigureSaid, from: string, dialect: Dialect): string {
  const { figure, input } = said
  const isNumber = said.value === null || said.value === 'number' || said.value === 'nothing' || isCounted(said)
  const raw = (when: When): string => {
    const amount = figure.amount.kind === 'streak' ? `${from}.streak_${said.n}` : `${from}.${amountName(said, when)}`
    const known = `case when ${from}.${linesName(said, when)} > 0 then ${amount} end`
    if (!isNumber) return known
    const double = `cast(${known} as ${dialect.double})`
    return figure.otherwise === null ? double : `coalesce(${double}, ${dialect.number(figure.otherwise)})`
  }
  if (!isNumber) {
    if (said.value === 'truth') return `(${raw('now')} = 1)`
    if (input.type !== 'choice') return raw('now')
    const choices = input.choices.map((choice) => foldedText(dialect, choice).text)
    return `case when ${raw('now')} in ${dialect.listed(choices)} then ${raw('now')} end`
  }
  return within(compared(figure.against, raw), input, dialect)
}

function isCounted({ figure: { amount } }: FigureSaid): boolean {
  return amount.kind === 'distinct' || amount.kind === 'stickiness' || amount.kind === 'share'
}

function compared(against: EventFigure['against'], raw: (when: When) => string): string {
  switch (against) {
    case null:
      return raw('now')
    case 'previous':
      return raw('before')
    case 'change':
      return `(${raw('now')} - ${raw('before')})`
    case 'increase':
      return `((${raw('now')} - ${raw('before')}) / nullif(${raw('before')}, 0e0))`
    case 'decrease':
      return `((${raw('before')} - ${raw('now')}) / nullif(${raw('before')}, 0e0))`
  }
}

function within(value: string, { low, high, whole, type }: Input, dialect: Dialect): string {
  const tests = [
    ...(low === null ? [] : [`${value} >= ${dialect.number(low)}`]),
    ...(high === null ? [] : [`${value} <= ${dialect.number(high)}`]),
    ...(whole && type !== 'date' ? [dialect.whole(value)] : []),
  ]
  return tests.length === 0 ? value : `case when ${tests.join(' and ')} then ${value} end`
}
