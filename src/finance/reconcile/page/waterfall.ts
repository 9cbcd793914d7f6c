import { BRIDGE_FIGURES, type BridgeAmounts, type BridgeFigure } from '../bridge-rows.ts'
import { moneyOf } from '../shown.ts'
import { markup, type Html } from './html.ts'

const WIDTH = 1080
const HEIGHT = 260
const TOP = 24
const BOTTOM = 28

/** The bridge of the whole period as a picture: balances from the floor, movements where they lead. */
export function waterfall(total: BridgeAmounts): Html {
  const steps = stepsOf(total)
  const values = steps.flatMap(({ from, to }) => [from, to])
  // Movements are small beside balances: the floor is cut off, and the picture says so.
  const [low, high] = [Math.min(...values.filter((value) => value !== 0)), Math.max(...values)]
  const floor = Math.max(0, Math.floor((low - (high - low) * 0.6) / 100) * 100)
  const y = (cents: number): number =>
    TOP + ((high - Math.max(cents, floor)) / Math.max(1, high - floor)) * (HEIGHT - TOP - BOTTOM)
  const each = WIDTH / steps.length
  const bars = steps.map(({ figure, from, to }, at) => {
    const [top, bottom] = [y(Math.max(from, to)), y(Math.min(from, to))]
    const x = at * each + each * 0.14
    const middle = at * each + each / 2
    const look = from === 0 ? 'still' : to > from ? 'gain' : to < from ? 'loss' : 'still'
    return markup`<rect
        class="${look}"
        x="${px(x)}"
        y="${px(top)}"
        width="${px(each * 0.72)}"
        height="${px(Math.max(1, bottom - top))}"
      />
      <text x="${px(middle)}" y="${px(top - 5)}" text-anchor="middle">${wholeOf(total[figure])}</text>
      <text class="soft" x="${px(middle)}" y="${HEIGHT - 8}" text-anchor="middle">${figure}</text> `
  })
  const cut = floor > 0 ? `, drawn from ${wholeOf(floor)} up` : ''
  return markup`<svg
      viewBox="0 0 ${WIDTH} ${HEIGHT}"
      role="img"
      aria-label="The bridge of the period${cut}; the table below has the figures"
    >
      <line x1="0" x2="${WIDTH}" y1="${HEIGHT - BOTTOM}" y2="${HEIGHT - BOTTOM}" />
      ${bars}
    </svg>
    ${floor > 0 ? markup`<p class="soft">The picture is cut off at ${wholeOf(floor)}, so that movements can be seen beside balances.</p>` : markup``}`
}

interface Step {
  readonly figure: BridgeFigure
  readonly from: number
  readonly to: number
}

function stepsOf(total: BridgeAmounts): readonly Step[] {
  let level = 0
  return BRIDGE_FIGURES.map((figure) => {
    const isBalance = figure === 'opening' || figure === 'closing'
    const from = isBalance ? 0 : level
    level = isBalance ? total[figure] : level + total[figure]
    return { figure, from, to: level }
  })
}

/** Without its cents, unless there is little else. */
function wholeOf(cents: number): string {
  return Math.abs(cents) < 100_000
    ? moneyOf(cents)
    : moneyOf(Math.sign(cents) * Math.round(Math.abs(cents) / 100) * 100).slice(0, -3)
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}
