import { makeStyles, tokens } from '@fluentui/react-components'
import { sayShort } from './say.ts'

/** A step of a waterfall, in cents: a balance stands on the ground, a movement on what came before. */
export interface Step {
  readonly label: string
  readonly amount: number
  readonly kind: 'balance' | 'movement'
}

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  label: { fill: tokens.colorNeutralForeground1, fontSize: '11px' },
  value: { fill: tokens.colorNeutralForeground1, fontSize: '11px', fontVariantNumeric: 'tabular-nums' },
  thread: { stroke: tokens.colorNeutralStroke1, strokeWidth: 1 },
  balance: { fill: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  gain: { fill: 'var(--salus-band-4)', '@media (forced-colors: active)': { fill: 'CanvasText' } },
  loss: {
    fill: 'var(--salus-band-0)',
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
})

const WIDTH = 318
const ROW = 22
const NAMES = 84
const VALUES = 52

/**
 * From an opening to a closing balance, lying down, so that names are read as words. Balances begin where the axis does,
 * which is not at zero where movements would be too small to see; the values beside the bars are what counts.
 */
export function Waterfall({ title, steps }: { readonly title: string; readonly steps: readonly Step[] }) {
  const styles = useStyles()
  const spans = spansOf(steps)
  const ends = spans.flatMap(({ from, to, step }) => (step.kind === 'balance' ? [to] : [from, to]))
  const most = Math.max(...ends)
  const least = Math.min(...ends)
  const base = Math.max(0, Math.min(least, least - (most - least) * 0.15))
  const x = (value: number): number =>
    NAMES + ((Math.max(value, base) - base) / Math.max(1, most - base)) * (WIDTH - NAMES - VALUES)
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${steps.length * ROW}`}
      role="img"
      aria-label={`${title}: ${steps.map(({ label, amount }) => `${label} ${sayShort(amount)}`).join(', ')}`}
    >
      {spans.map(({ step, from, to }, at) => {
        const [left, right] =
          step.kind === 'balance' ? [NAMES, x(to)] : [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
        const tone = step.kind === 'balance' ? styles.balance : step.amount < 0 ? styles.loss : styles.gain
        return (
          <g key={step.label}>
            <text className={styles.label} x={0} y={at * ROW + 14}>
              {step.label}
            </text>
            <rect
              className={tone}
              x={left}
              y={at * ROW + 4}
              width={Math.max(1, right - left)}
              height={ROW - 8}
              rx={2}
            />
            {at + 1 < spans.length ? (
              <line className={styles.thread} x1={x(to)} x2={x(to)} y1={at * ROW + ROW - 4} y2={at * ROW + ROW + 4} />
            ) : null}
            <text className={styles.value} x={WIDTH} y={at * ROW + 14} textAnchor="end">
              {step.kind === 'movement' && step.amount > 0 ? '+' : ''}
              {sayShort(step.amount)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

function spansOf(steps: readonly Step[]) {
  let at = 0
  return steps.map((step) => {
    const from = step.kind === 'balance' ? 0 : at
    at = step.kind === 'balance' ? step.amount : at + step.amount
    return { step, from, to: at }
  })
}
