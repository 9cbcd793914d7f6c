import type { Validation } from '../validate.ts'
import { left, type ReportTable, right } from './section.ts'
import { shownArea, shownPercent } from './shown.ts'

export function aloneTable({ alone }: Validation): ReportTable | null {
  if (alone.length === 0) return null
  return {
    columns: [left('part'), left('kind'), right('has data'), right('AUC')],
    rows: alone.map(({ path, kind, present, ...found }) => [path, kind, shownPercent(present), shownArea(found)]),
  }
}

export function segmentTable({ segments }: Validation): ReportTable | null {
  if (segments.length < 2) return null
  return {
    columns: [left('segment'), right('rows'), right('lost'), right('AUC'), left('lost by band')],
    rows: segments.map(({ segment, byBand, ...found }) => {
      const bands = (byBand?.bands ?? []).filter(({ n }) => n > 0)
      const rates = bands.map(({ band, rate }) => `${band} ${shownPercent(rate)}`).join('  ')
      return [segment, String(found.n), String(found.events), shownArea(found), rates]
    }),
  }
}
