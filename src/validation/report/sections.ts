import type { BandOutcome } from '../by-band.ts'
import type { Validation } from '../validate.ts'
import { aloneTable, segmentTable } from './part-sections.ts'
import { left, type ReportSection, type ReportTable, right } from './section.ts'
import { shownArea, shownChance, shownDay, shownInterval, shownMoney, shownNumber, shownPercent } from './shown.ts'
import { aheadLines, aheadTable, driftLines, driftTable, survivalLines, survivalTable } from './time-sections.ts'

/** What the verdict rests on, in the order in which a reader asks for it. Sections with nothing to say are left out. */
export function reportSections(validation: Validation): readonly ReportSection[] {
  const sections: readonly ReportSection[] = [
    { title: 'What was compared', lines: dataLines(validation), table: null },
    { title: 'Lost by band', lines: bandLines(validation), table: bandTable(validation) },
    { title: 'Ranking', lines: rankingLines(validation), table: null },
    { title: 'Probability', lines: calibrationLines(validation), table: null },
    { title: 'Still there', lines: survivalLines(validation), table: survivalTable(validation) },
    { title: 'Warning ahead', lines: aheadLines(validation), table: aheadTable(validation) },
    { title: 'Each part by itself', lines: [], table: aloneTable(validation) },
    { title: 'By segment', lines: [], table: segmentTable(validation) },
    { title: 'Drift', lines: driftLines(validation), table: driftTable(validation) },
    { title: 'Could the figures mislead?', lines: CAUSES, table: checkTable(validation) },
  ]
  return sections.filter(({ lines, table }) => lines.length > 0 || table !== null)
}

/** What no data of this kind can show. */
const CAUSES = [
  'Whoever acts on red accounts lowers what red seems to lose: these figures describe, they prove no cause.',
]

function dataLines({ observations, source, whole }: Validation): readonly string[] {
  const { design, excluded, length } = observations
  const how =
    design.kind === 'landmarks'
      ? `${length} rows, one for each account known on ${dates(design.days)}; a loss counts within ${design.horizon} days after; losses are known until ${shownDay(design.until)}.`
      : `${length} accounts, each once; nothing says when.`
  const unused = excluded.map(({ reason, n }) => `${n} ${reason}`)
  return [
    how,
    ...(unused.length === 0 ? [] : [`Of ${source.rows} scores not used: ${unused.join(', ')}.`]),
    ...(whole.sample === 'indicative'
      ? [`${whole.events} losses among ${whole.n}: read every figure as an indication.`]
      : []),
    ...(whole.sample === 'counts only' ? ['Fewer than 10 of one kind: counts only, no claims.'] : []),
  ]
}

function dates(days: readonly number[]): string {
  const shown = days.map(shownDay)
  return days.length <= 3 ? shown.join(', ') : `${days.length} dates from ${shown[0]} to ${shown.at(-1)}`
}

function bandTable({ byBand, arr }: Validation): ReportTable | null {
  if (byBand === null) return null
  const counts = ['lost', 'of', 'rate', '95%', 'lift', 'of all lost'].map(right)
  const amounts = arr === null ? [] : ['ARR lost', 'of ARR', 'rate', '95%'].map(right)
  return {
    columns: [left('band'), ...counts, ...amounts],
    rows: byBand.bands.map((band) => [
      band.band,
      String(band.events),
      String(band.n),
      shownPercent(band.rate),
      shownInterval(band.wilson),
      band.lift === null ? '' : band.lift.toFixed(2),
      shownPercent(band.capture),
      ...(arr === null ? [] : moneyCells(band)),
    ]),
  }
}

function moneyCells({ arr }: BandOutcome): readonly string[] {
  if (arr === null) return ['', '', '', '']
  return [shownMoney(arr.lost), shownMoney(arr.total), shownPercent(arr.rate), shownInterval(arr.interval)]
}

function bandLines({ byBand }: Validation): readonly string[] {
  const bands = byBand?.bands ?? []
  const concentrated = bands.filter((band) => band.arr?.concentrated).map(({ band }) => band)
  return [
    ...bands
      .filter(({ n, ruleOfThree }) => n > 0 && ruleOfThree !== null)
      .map(
        ({ band, n, ruleOfThree }) =>
          `No loss among ${n} of ${band}: the true rate is below ${shownPercent(ruleOfThree)} (rule of three).`,
      ),
    ...(concentrated.length === 0
      ? []
      : [
          `ARR hangs on few accounts in ${concentrated.join(', ')}: one holds over a fifth, or all are worth fewer than 30 equal ones.`,
        ]),
  ]
}

function rankingLines({ byBand, whole, availableToRenew: open }: Validation): readonly string[] {
  const trend = byBand?.trend
  const claims = whole.sample !== 'counts only'
  return [
    ...(claims ? [`AUC ${shownArea(whole)}, Gini ${shownNumber(whole.gini)}, KS ${shownNumber(whole.ks)}.`] : []),
    ...(trend ? [`Trend along the bands (Cochran-Armitage): z ${trend.z.toFixed(2)}, p ${shownChance(trend.p)}.`] : []),
    ...(byBand?.reversals ?? []).map(({ worse, better }) => `The wrong way round: ${better} lost more than ${worse}.`),
    ...(byBand?.fisher?.needed
      ? [`Counts are small; worst against best band by Fisher's exact test: p ${shownChance(byBand.fisher.p)}.`]
      : []),
    ...(open === null || open.n === whole.n
      ? []
      : [
          `Of accounts whose contract ended within the horizon: AUC ${shownArea(open)}, ${open.events} of ${open.n} lost.`,
        ]),
  ]
}

function calibrationLines({ calibration }: Validation): readonly string[] {
  if (calibration === null) return []
  const { platt, brier, bss, ece, hosmerLemeshow: test, later, arr } = calibration
  const slope = `${platt.slope < 0 ? '-' : '+'} ${Math.abs(platt.slope).toPrecision(4)} x score`
  const held = platt.ridge === null ? '' : ', held by a penalty, since the score separates'
  const fit =
    test === null
      ? ''
      : `, Hosmer-Lemeshow ${test.chiSquare.toFixed(1)} on ${test.freedom} df, p ${shownChance(test.p)}`
  return [
    `Probability of loss from the score (Platt): logit = ${platt.intercept.toPrecision(4)} ${slope}${held}.`,
    `Brier ${shownNumber(brier)}, skill ${shownNumber(bss)}, ECE ${shownNumber(ece)} (10 bins of equal width)${fit}.`,
    ...(later === null || later.ratio === null
      ? []
      : [
          `Fitted on the earlier half, judged on the later: ${later.observed} lost against ${later.expected.toFixed(1)} expected (O/E ${later.ratio.toFixed(2)}), slope ${shownNumber(later.slope)}.`,
        ]),
    ...(arr === null || arr.ratio === null
      ? []
      : [
          `ARR lost ${shownMoney(arr.observed)} against ${shownMoney(arr.expected)} expected (O/E ${arr.ratio.toFixed(2)}).`,
        ]),
  ]
}

const MARKS = { passed: 'ok', failed: 'FAILED', note: 'note', unknown: '?' } as const

function checkTable({ checks }: Validation): ReportTable {
  return {
    columns: [left(''), left('check'), left('what was found')],
    rows: checks.map(({ check, result, sentence }) => [MARKS[result], check, sentence]),
  }
}
