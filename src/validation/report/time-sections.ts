import { survivalAt } from '../statistics/kaplan-meier.ts'
import type { Validation } from '../validate.ts'
import { left, type ReportTable, right } from './section.ts'
import { shownArea, shownChance, shownDay, shownInterval, shownPercent } from './shown.ts'

export function survivalLines({ survival }: Validation): readonly string[] {
  if (survival === null) return []
  const test = survival.logRank === null ? '' : `; log-rank p ${shownChance(survival.logRank.p)}`
  return [
    `By the band on ${shownDay(survival.landmark)} (Kaplan-Meier; accounts not lost by ${shownDay(survival.until)} are censored then)${test}.`,
  ]
}

export function survivalTable({ survival }: Validation): ReportTable | null {
  if (survival === null) return null
  const times = [90, 180, 365, 730].filter((time) => survival.landmark + time <= survival.until)
  return {
    columns: [left('band'), ...['accounts', 'lost', ...times.map((time) => `after ${time} days`)].map(right)],
    rows: survival.bands
      .filter(({ n }) => n > 0)
      .map(({ band, n, events, steps }) => [
        band,
        String(n),
        String(events),
        ...times.map((time) => {
          const { survival: share, interval } = survivalAt(steps, time)
          return `${shownPercent(share)} ${shownInterval(interval)}`.trim()
        }),
      ]),
  }
}

export function aheadLines({ ahead }: Validation): readonly string[] {
  if (ahead === null || ahead.leadTime.lost === 0) return []
  const { leadTime: lead, rule } = ahead
  const half = lead.median === null ? '' : `, half of them at least ${Math.round(lead.median)} days ahead`
  const first = lead.censored === 0 ? '' : `; ${lead.censored} were ${rule} from their first score on`
  return [
    `${rule} before the loss: ${lead.warned} of ${lead.lost - lead.unseen} lost accounts${half}; ${shownPercent(lead.shareOf90)} at least 90 days; ${lead.neverFlagged} never, ${lead.withdrawn} no longer at the last score${first}.`,
    `False alarms: ${shownPercent(lead.falseAlarmRate)} of the scores of accounts that stayed were ${rule}; ${lead.everFlagged} of ${lead.stayed} were so at least once.`,
  ]
}

export function aheadTable({ ahead }: Validation): ReportTable | null {
  if (ahead === null || ahead.byMonths === null) return null
  return {
    columns: [left('before the decision'), right('accounts'), right('lost'), right('AUC'), left('by band')],
    rows: ahead.byMonths.map(({ months, bands, ...found }) => [
      months === 1 ? '1 month' : `${months} months`,
      String(found.n),
      String(found.events),
      shownArea(found),
      bands
        .filter(({ n }) => n > 0)
        .map(({ band, n, events }) => `${band} ${events}/${n}`)
        .join('  '),
    ]),
  }
}

export function driftLines({ drift }: Validation): readonly string[] {
  if (drift === null) return []
  const { drifted, looks, expectedByChance } = drift
  return [
    `${drifted.length} of ${looks} steps from date to date are above their critical value; chance alone gives about ${Math.round(expectedByChance)}.`,
  ]
}

/** The five that stand out most. */
export function driftTable({ drift }: Validation): ReportTable | null {
  if (drift === null || drift.drifted.length === 0) return null
  const worst = drift.drifted.toSorted((a, b) => b.psi / b.critical! - a.psi / a.critical!).slice(0, 5)
  return {
    columns: [left('part'), left('from'), left('to'), right('PSI'), right('critical')],
    rows: worst.map(({ path, from, to, psi, critical }) => [
      path === '' ? 'score' : path,
      shownDay(from),
      shownDay(to),
      psi.toFixed(4),
      critical!.toFixed(4),
    ]),
  }
}
