import { makeStyles, tokens } from '@fluentui/react-components'
import type { Interval } from '../../validation/statistics/interval.ts'
import type { Tone } from '../shell/tone.ts'
import { sayRate } from './say.ts'

/** A share with how sure it is. */
export interface Rate {
  readonly key: string
  readonly label: string
  readonly tone: Tone | null
  readonly value: number | null
  readonly interval: Interval | null
  /** `9 of 163`. */
  readonly of: string
}

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  label: { fill: tokens.colorNeutralForeground1, fontSize: '11px' },
  faint: { fill: tokens.colorNeutralForeground2, fontSize: '10px' },
  axis: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  reach: { stroke: tokens.colorNeutralForeground3, strokeWidth: 2 },
})

const WIDTH = 318
const ROW = 26
const NAMES = 84
const VALUES = 78

/** Rates on one axis from zero, each with its 95% interval as a line through it. */
export function RateDots({ title, rates }: { readonly title: string; readonly rates: readonly Rate[] }) {
  const styles = useStyles()
  const highest = Math.max(...rates.map(({ interval, value }) => interval?.high ?? value ?? 0))
  const most = Math.min(1, Math.max(1, Math.ceil(highest * 20)) / 20)
  const x = (share: number): number => NAMES + (share / most) * (WIDTH - NAMES - VALUES)
  const height = rates.length * ROW
  const said = rates.map(({ label, value, of }) => `${label} ${value === null ? 'none' : sayRate(value)} (${of})`)
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${height + 16}`}
      role="img"
      aria-label={`${title}: ${said.join(', ')}`}
    >
      <line className={styles.axis} x1={NAMES} x2={NAMES} y1={0} y2={height} />
      <line className={styles.axis} x1={NAMES} x2={x(most)} y1={height} y2={height} />
      <text className={styles.faint} x={NAMES} y={height + 12} textAnchor="middle">
        0%
      </text>
      <text className={styles.faint} x={x(most)} y={height + 12} textAnchor="middle">
        {Math.round(most * 100)}%
      </text>
      {rates.map(({ key, label, tone, value, interval, of }, at) => {
        const y = at * ROW + 12
        return (
          <g key={key}>
            <text className={styles.label} x={0} y={y + 4} style={tone === null ? {} : { fill: tone.text }}>
              {label}
            </text>
            {interval === null ? null : (
              <line className={styles.reach} x1={x(interval.low)} x2={x(interval.high)} y1={y} y2={y} />
            )}
            {value === null ? null : (
              <circle
                cx={x(value)}
                cy={y}
                r={5}
                fill={tone?.fill ?? 'currentColor'}
                stroke="var(--colorNeutralForeground1)"
                strokeWidth={1}
              />
            )}
            <text className={styles.label} x={WIDTH} y={y} textAnchor="end">
              {value === null ? '–' : sayRate(value)}
            </text>
            <text className={styles.faint} x={WIDTH} y={y + 11} textAnchor="end">
              {of}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
