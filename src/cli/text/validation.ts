import { isoDate } from '../../engine/days.ts'
import type { BandOutcome } from '../../validation/by-band.ts'
import type { Discrimination } from '../../validation/discrimination.ts'
import type { Interval } from '../../validation/statistics/interval.ts'
import { survivalAt } from '../../validation/statistics/kaplan-meier.ts'
import type { Validation } from '../../validation/validate.ts'
import type { Style } from './style.ts'
import { type PrintedColumn, printTable } from './table.ts'

/** The report for people: the verdict, then what it rests on, in tables and plain words. */
export function validationLines(validation: Validation, style: Style): readonly string[] {
  const blocks = [
    [style.bold(validation.verdict.sentence)],
    dataLines(validation),
    bandLines(validation, style),
    trendLines(validation),
    calibrationLines(validation),
    survivalLines(validation, style),
    aheadLines(validation, style),
    aloneLines(validation, style),
    segmentLines(validation, style),
    driftLines(validation),
    checkLines(validation, style),
  ]
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]))
}

function dataLines({ observations, source, whole }: Validation): readonly string[] {
  const { design } = observations
  const how =
    design.kind === 'landmarks'
      ? `${observations.length} rows, one for each account known on ${list(design.days.map(day))}; a loss counts within ${design.horizon} days after; losses are known until ${day(design.until)}.`
      : `${observations.length} accounts, each once; nothing says when.`
  const left = observations.excluded.map(({ reason, n }) => `${n} ${reason}`)
  return [
    how,
    ...(left.length === 0 ? [] : [`Of ${source.rows} scores not used: ${left.join(', ')}.`]),
    ...(whole.sample === 'indicative'
      ? [`${whole.events} losses among ${whole.n}: read every figure as an indication.`]
      : []),
    ...(whole.sample === 'counts only' ? ['Fewer than 10 of one kind: counts only, no claims.'] : []),
  ]
}

const RIGHT = (title: string): PrintedColumn => ({ title, align: 'right' })
const LEFT = (title: string): PrintedColumn => ({ title, align: 'left' })

function bandLines({ byBand, arr }: Validation, style: Style): readonly string[] {
  if (byBand === null) return []
  const columns = [
    LEFT('band'),
    RIGHT('lost'),
    RIGHT('of'),
    RIGHT('rate'),
    RIGHT('95%'),
    RIGHT('lift'),
    RIGHT('of all lost'),
  ]
  const amounts = arr === null ? [] : [RIGHT('ARR lost'), RIGHT('of ARR'), RIGHT('rate'), RIGHT('95%')]
  const rows = byBand.bands.map((band) =>
    cells([
      band.band,
      String(band.events),
      String(band.n),
      percent(band.rate),
      within(band.wilson),
      band.lift === null ? '' : band.lift.toFixed(2),
      percent(band.capture),
      ...(arr === null ? [] : moneyCells(band)),
    ]),
  )
  const concentrated = byBand.bands.filter((band) => band.arr?.concentrated)
  const none = byBand.bands.filter((band) => band.ruleOfThree !== null)
  return [
    ...printTable([...columns, ...amounts], rows, style.dim),
    ...none.map(
      (band) =>
        `No loss among ${band.n} of ${band.band}: the true rate is below ${percent(band.ruleOfThree)} (rule of three).`,
    ),
    ...(concentrated.length === 0
      ? []
      : [
          `ARR hangs on few accounts in ${list(concentrated.map(({ band }) => band))}: one holds over a fifth, or it is worth fewer than 30 equal ones.`,
        ]),
  ]
}

function moneyCells({ arr }: BandOutcome): readonly string[] {
  return arr === null ? ['', '', '', ''] : [money(arr.lost), money(arr.total), percent(arr.rate), within(arr.interval)]
}

function trendLines({ byBand, whole, availableToRenew }: Validation): readonly string[] {
  const trend = byBand?.trend
  const lines = [`AUC ${area(whole)}, Gini ${fixed(whole.gini)}, KS ${fixed(whole.ks)}.`]
  if (trend) lines.push(`Trend along the bands (Cochran-Armitage): z ${trend.z.toFixed(2)}, p ${chance(trend.p)}.`)
  for (const { worse, better } of byBand?.reversals ?? [])
    lines.push(`The wrong way round: ${better} lost more than ${worse}.`)
  if (byBand?.fisher?.needed)
    lines.push(`Counts are small; worst against best band by Fisher's exact test: p ${chance(byBand.fisher.p)}.`)
  if (availableToRenew !== null)
    lines.push(
      `Of accounts whose contract ended within the horizon: AUC ${area(availableToRenew)}, ${availableToRenew.events} of ${availableToRenew.n} lost.`,
    )
  return lines
}

function calibrationLines({ calibration }: Validation): readonly string[] {
  if (calibration === null) return []
  const { platt, brier, bss, ece, hosmerLemeshow: test, later, arr } = calibration
  return [
    `Probability of loss from the score (Platt): logit = ${signed(platt.intercept)} ${platt.slope < 0 ? '-' : '+'} ${Math.abs(platt.slope).toPrecision(4)} x score${platt.ridge === null ? '' : ', held by a penalty, since the score separates'}.`,
    `Brier ${fixed(brier)}, skill ${fixed(bss)}, ECE ${fixed(ece)} (10 bins of equal width)${test === null ? '' : `, Hosmer-Lemeshow ${test.chiSquare.toFixed(1)} on ${test.freedom} df, p ${chance(test.p)}`}.`,
    ...(later === null || later.ratio === null
      ? []
      : [
          `Fitted on the earlier half, judged on the later: ${later.observed} lost against ${later.expected.toFixed(1)} expected (O/E ${later.ratio.toFixed(2)}), slope ${fixed(later.slope)}.`,
        ]),
    ...(arr === null || arr.ratio === null
      ? []
      : [`ARR lost ${money(arr.observed)} against ${money(arr.expected)} expected (O/E ${arr.ratio.toFixed(2)}).`]),
  ]
}

function survivalLines({ survival }: Validation, style: Style): readonly string[] {
  if (survival === null) return []
  const times = [90, 180, 365, 730].filter((time) => survival.landmark + time <= survival.until)
  const rows = survival.bands
    .filter(({ n }) => n > 0)
    .map(({ band, n, events, steps }) =>
      cells([
        band,
        String(n),
        String(events),
        ...times.map((time) => {
          const { survival: left, interval } = survivalAt(steps, time)
          return `${percent(left)}${interval === null ? '' : ` ${within(interval)}`}`
        }),
      ]),
    )
  const columns = [LEFT('band'), RIGHT('accounts'), RIGHT('lost'), ...times.map((time) => RIGHT(`after ${time} days`))]
  const test = survival.logRank
  return [
    `Still there, by the band on ${day(survival.landmark)} (Kaplan-Meier; accounts not lost by ${day(survival.until)} are censored then)${test === null ? '' : `; log-rank p ${chance(test.p)}`}:`,
    ...printTable(columns, rows, style.dim),
  ]
}

function aheadLines({ ahead }: Validation, style: Style): readonly string[] {
  if (ahead === null) return []
  const { leadTime: lead, byMonths, rule } = ahead
  const seen = lead.lost - lead.unseen
  const lines =
    lead.lost === 0
      ? []
      : [
          `${rule} before the loss: ${lead.warned} of ${seen} lost accounts${lead.median === null ? '' : `, half of them at least ${Math.round(lead.median)} days ahead`}; ${percent(lead.shareOf90)} at least 90 days; ${lead.neverFlagged} never, ${lead.withdrawn} no longer at the last score${lead.censored === 0 ? '' : `; ${lead.censored} were ${rule} from their first score on`}.`,
          `False alarms: ${percent(lead.falseAlarmRate)} of the scores of accounts that stayed were ${rule}; ${lead.everFlagged} of ${lead.stayed} were so at least once.`,
        ]
  if (byMonths === null) return lines
  const rows = byMonths.map(({ months, bands, ...found }) =>
    cells([
      `${months} months`,
      String(found.n),
      String(found.events),
      area(found),
      bands
        .filter(({ n }) => n > 0)
        .map(({ band, n, events }) => `${band} ${events}/${n}`)
        .join('  '),
    ]),
  )
  const columns = [LEFT('before the decision'), RIGHT('accounts'), RIGHT('lost'), RIGHT('AUC'), LEFT('by band')]
  return [...lines, ...printTable(columns, rows, style.dim)]
}

function aloneLines({ alone }: Validation, style: Style): readonly string[] {
  if (alone.length === 0) return []
  const rows = alone.map(({ path, kind, present, ...found }) => cells([path, kind, percent(present), area(found)]))
  return [
    'Each part by itself:',
    ...printTable([LEFT('part'), LEFT('kind'), RIGHT('has data'), RIGHT('AUC')], rows, style.dim),
  ]
}

function segmentLines({ segments }: Validation, style: Style): readonly string[] {
  if (segments.length < 2) return []
  const rows = segments.map(({ segment, byBand, ...found }) =>
    cells([
      segment,
      String(found.n),
      String(found.events),
      area(found),
      byBand?.bands
        .filter(({ n }) => n > 0)
        .map(({ band, rate }) => `${band} ${percent(rate)}`)
        .join('  ') ?? '',
    ]),
  )
  return [
    'By segment:',
    ...printTable([LEFT('segment'), RIGHT('rows'), RIGHT('lost'), RIGHT('AUC'), LEFT('lost by band')], rows, style.dim),
  ]
}

function driftLines({ drift }: Validation): readonly string[] {
  if (drift === null) return []
  const { drifted, looks, expectedByChance } = drift
  const head = `Drift: ${drifted.length} of ${looks} steps from date to date above their critical value; chance alone gives about ${Math.round(expectedByChance)}.`
  const worst = drifted.toSorted((a, b) => b.psi / b.critical! - a.psi / a.critical!).slice(0, 5)
  return [
    head,
    ...worst.map(
      ({ path, from, to, psi, critical }) =>
        `  ${path === '' ? 'score' : path} from ${day(from)} to ${day(to)}: PSI ${psi.toFixed(4)}, critical ${critical!.toFixed(4)}`,
    ),
  ]
}

function checkLines({ checks }: Validation, style: Style): readonly string[] {
  const marks = { passed: 'ok', failed: 'FAILED', note: 'note', unknown: '?' } as const
  const rows = checks.map(({ check, result, sentence }) => cells([marks[result], check, sentence]))
  return ['Could the figures mislead?', ...printTable([LEFT(''), LEFT('check'), LEFT('')], rows, style.dim)]
}

function cells(texts: readonly string[]) {
  return texts.map((text) => ({ text }))
}

function area({ auc, ci, sample }: Pick<Discrimination, 'auc' | 'ci' | 'sample'>): string {
  if (auc === null || sample === 'counts only') return 'too few'
  return `${auc.toFixed(3)}${ci === null ? '' : ` [${ci.low.toFixed(3)}, ${ci.high.toFixed(3)}]`}`
}

function within(interval: Interval | null): string {
  return interval === null ? '' : `${percent(interval.low)} to ${percent(interval.high)}`
}

function percent(share: number | null): string {
  return share === null ? '' : `${(100 * share).toFixed(1)}%`
}

function fixed(value: number | null): string {
  return value === null ? 'none' : value.toFixed(3)
}

function signed(value: number): string {
  return value.toPrecision(4)
}

function chance(p: number): string {
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4)
}

function money(cents: number): string {
  return Math.round(cents / 100).toLocaleString('en-US')
}

function day(value: number): string {
  return isoDate(value) ?? 'no date'
}

function list(names: readonly string[]): string {
  return names.length <= 3 ? names.join(', ') : `${names.length} dates from ${names[0]} to ${names.at(-1)}`
}
