import { isoDate } from '../../engine/days.ts'
import type { Alert, State } from '../../history/alerts.ts'
import type { History } from '../../history/history.ts'
import { textAt } from '../../history/rows.ts'
import type { Band } from '../../model/judge.ts'
import { sayReason } from '../alert-output.ts'
import type { Style } from './style.ts'

/** An alert a paragraph: who, from what to what, then every reason with its share. */
export function printAlerts(alerts: readonly Alert[], { bands: names }: History, style: Style): string[] {
  if (alerts.length === 0) return ['No alerts.']
  const bands = names.map((name): Band => ({ name, label: name, points: 0, color: null }))
  const lines = alerts.flatMap((alert) => {
    const { account, of, from, to, modelChanged, reasons } = alert
    const what = of === '' ? '' : ` ${of}`
    const head = `${style.bold(account)}${what}  ${say(from, of, bands, style)} to ${say(to, of, bands, style)}`
    const days = `${isoDate(from.date)} to ${isoDate(to.date)}${alert.kind === 'drop' ? ', a drop' : ''}`
    return [
      `${head}  ${style.dim(days)}`,
      ...(from.segment === to.segment
        ? []
        : [`    judged as ${to.segment ?? 'no segment'}, before as ${from.segment ?? 'no segment'}`]),
      ...(modelChanged ? ['    scored by another version of the model: the change may not be the customer’s'] : []),
      ...reasons.map((reason) => `    ${sayReason(reason)}`),
    ]
  })
  return [...lines, '', `${alerts.length} ${alerts.length === 1 ? 'alert' : 'alerts'}`]
}

/** The score as people saw it, with its band. */
function say({ band, score, at }: State, of: string, bands: readonly Band[], style: Style): string {
  const shown = of === '' ? (textAt(at.snapshot.shown, at.row) ?? String(score)) : String(Number(score.toFixed(2)))
  return `${shown} ${style.band(band ?? 'no band', bands, band)}`
}
