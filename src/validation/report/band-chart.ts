import { markup, type Html } from '../../finance/reconcile/page/html.ts'
import type { ByBand } from '../by-band.ts'
import { shownInterval, shownPercent } from './shown.ts'

const WIDTH = 640
const LABEL = 140
const RIGHT = 150
const ROW = 34

/** The rate of losses of each band with its interval: a dot on a line. The table below says the same. */
export function bandChart({ bands }: ByBand): Html {
  const used = bands.filter(({ n }) => n > 0)
  const most = Math.max(0.01, ...used.map(({ wilson }) => wilson!.high))
  const at = (share: number): string => (LABEL + (share / most) * (WIDTH - LABEL - RIGHT)).toFixed(1)
  const height = used.length * ROW + 8
  const said = used
    .map(({ band, rate, wilson }) => `${band} ${shownPercent(rate)} (${shownInterval(wilson)})`)
    .join(', ')
  return markup`<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Lost by band with 95% intervals: ${said}">
    ${used.map(({ band, rate, wilson }, row) => {
      const y = row * ROW + 22
      return markup`<text x="0" y="${y + 4}">${band}</text>
        <line x1="${LABEL}" x2="${WIDTH - RIGHT}" y1="${y}" y2="${y}" />
        <rect class="still" x="${at(wilson!.low)}" y="${y - 2}" width="${(Number(at(wilson!.high)) - Number(at(wilson!.low))).toFixed(1)}" height="4" rx="2" />
        <circle class="loss" cx="${at(rate!)}" cy="${y}" r="5" />
        <text x="${WIDTH - RIGHT + 12}" y="${y + 4}">${shownPercent(rate)}</text>`
    })}
  </svg>`
}
