import { makeStyles, tokens } from '@fluentui/react-components'
import type { SheetContent } from '../../host/workbook.ts'
import { wilson } from '../../validation/statistics/wilson.ts'
import { Note } from '../shell/section.tsx'
import { sayNumber } from '../shell/say.ts'
import type { Calibration } from './calibrate.ts'
import { sampleText } from './sample-text.ts'
import { ChartSection } from './chart-section.tsx'
import { FiguresTable } from '../shell/figures-table.tsx'
import { sayRate } from './say.ts'

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  axis: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  text: { fill: tokens.colorNeutralForeground2, fontSize: '10px' },
  line: { stroke: tokens.colorBrandForeground1, strokeWidth: 2, fill: 'none' },
  reach: { stroke: tokens.colorNeutralForeground3, strokeWidth: 1.5 },
  dot: { fill: tokens.colorNeutralForeground1 },
})

interface CalibrationSectionProps {
  readonly calibration: Calibration
  readonly sheet: (() => SheetContent) | undefined
}

/** Whether a lower score really means more churn, and how much: fifths of the accounts against a fitted curve. */
export function CalibrationSection({ calibration, sheet }: CalibrationSectionProps) {
  const { slices, fit, verdict, events } = calibration
  if (slices.length === 0) return null
  const curve = fit?.probability ?? null
  return (
    <ChartSection
      title="Does the score tell?"
      chart={<Chart slices={slices} curve={curve} />}
      table={
        <FiguresTable
          title="Churn by score"
          heads={['Accounts', 'Churned', 'Rate', '95% interval', 'Fitted']}
          rows={slices.map(({ from, to, n, events: churned }) => {
            const interval = wilson(churned, n)!
            return {
              key: String(from),
              name: `${sayNumber(from)} to ${sayNumber(to)}`,
              cells: [
                n,
                churned,
                sayRate(churned / n),
                `${sayRate(interval.low)} to ${sayRate(interval.high)}`,
                curve === null ? '–' : sayRate(curve((from + to) / 2)),
              ],
            }
          })}
        />
      }
      sheet={sheet}
    >
      <Note>
        {verdict} {sampleText(events)}
      </Note>
    </ChartSection>
  )
}

const WIDTH = 318
const HEIGHT = 130
const LEFT = 40
const BOTTOM = 18

interface ChartProps extends Pick<Calibration, 'slices'> {
  readonly curve: ((score: number) => number) | null
}

function Chart({ slices, curve }: ChartProps) {
  const styles = useStyles()
  const low = slices[0]!.from
  const high = slices.at(-1)!.to
  const points = slices.map((slice) => ({
    ...slice,
    at: (slice.from + slice.to) / 2,
    interval: wilson(slice.events, slice.n)!,
  }))
  const most = Math.min(1, Math.max(0.05, ...points.map(({ interval }) => interval.high)))
  const x = (score: number): number => LEFT + ((score - low) / Math.max(1e-9, high - low)) * (WIDTH - LEFT - 4)
  const y = (share: number): number => (1 - share / most) * (HEIGHT - BOTTOM - 8) + 8
  const path = curve && curvePath(curve, low, high, x, (share) => y(Math.min(most, share)))
  const said = points.map(({ from, to, n, events }) => `${sayNumber(from)} to ${sayNumber(to)}: ${events} of ${n}`)
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 12}`}
      role="img"
      aria-label={`Churn by score: ${said.join(', ')}`}
    >
      <line className={styles.axis} x1={LEFT} x2={LEFT} y1={8} y2={HEIGHT - BOTTOM} />
      <line className={styles.axis} x1={LEFT} x2={WIDTH} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <text className={styles.text} x={LEFT - 4} y={14} textAnchor="end">
        {Math.round(most * 100)}%
      </text>
      <text className={styles.text} x={LEFT - 4} y={HEIGHT - BOTTOM} textAnchor="end">
        0%
      </text>
      <text className={styles.text} x={LEFT} y={HEIGHT - 4}>
        score {sayNumber(low)}
      </text>
      <text className={styles.text} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
        {sayNumber(high)}
      </text>
      {path === null ? null : <path className={styles.line} d={path} />}
      {points.map(({ at, n, events, interval }) => (
        <g key={at}>
          <line className={styles.reach} x1={x(at)} x2={x(at)} y1={y(interval.low)} y2={y(interval.high)} />
          <circle className={styles.dot} cx={x(at)} cy={y(events / n)} r={3.5} />
        </g>
      ))}
    </svg>
  )
}

function curvePath(
  curve: (score: number) => number,
  low: number,
  high: number,
  x: (score: number) => number,
  y: (share: number) => number,
): string {
  const steps = Array.from({ length: 33 }, (_, at) => low + ((high - low) * at) / 32)
  return steps
    .map((score, at) => `${at === 0 ? 'M' : 'L'}${x(score).toFixed(1)} ${y(curve(score)).toFixed(1)}`)
    .join('')
}
