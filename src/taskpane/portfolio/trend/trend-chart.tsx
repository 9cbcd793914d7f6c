import { makeStyles, tokens } from '@fluentui/react-components'
import type { Band } from '../../../model/judge.ts'
import { toneOf } from '../../shell/tone.ts'

/** One period: how much is in each band, worst first, and last without one. */
export interface TrendColumn {
  readonly period: string
  readonly values: readonly number[]
  readonly modelChanged: boolean
}

interface TrendChartProps {
  readonly title: string
  readonly rungs: readonly Band[]
  readonly columns: readonly TrendColumn[]
  readonly say: (value: number) => string
}

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', height: 'auto', overflow: 'visible' },
  axis: { fill: tokens.colorNeutralForeground2, fontSize: '11px', fontVariantNumeric: 'tabular-nums' },
  line: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  change: { stroke: tokens.colorNeutralForeground1, strokeWidth: 1.5, strokeDasharray: '3 2' },
  changed: { fill: tokens.colorNeutralForeground1, fontSize: '11px' },
  part: { '@media (forced-colors: active)': { forcedColorAdjust: 'none', stroke: 'CanvasText' } },
})

const WIDTH = 318
const HEIGHT = 150
const [TOP, LEFT, BOTTOM] = [16, 40, 18]

/** Bands on top of one another, the best below, period by period; a dashed line stands where another version of the model begins. */
export function TrendChart({ title, rungs, columns, say }: TrendChartProps) {
  const styles = useStyles()
  const most = Math.max(1, ...columns.map(({ values }) => total(values)))
  const step = (WIDTH - LEFT) / columns.length
  const width = Math.min(28, Math.max(1.5, step - 2))
  const y = (value: number): number => HEIGHT - BOTTOM - (value / most) * (HEIGHT - BOTTOM - TOP)
  const places = [...rungs.keys()].toReversed().concat(rungs.length)
  const x = (at: number): number => LEFT + at * step + (step - width) / 2
  const [first, last] = [columns[0]!, columns.at(-1)!]
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}, ${first.period} to ${last.period}; the figures stand in the table`}
    >
      {[0, most / 2, most].map((value) => (
        <g key={value}>
          <line className={styles.line} x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
          <text className={styles.axis} x={LEFT - 5} y={y(value) + 4} textAnchor="end">
            {say(value)}
          </text>
        </g>
      ))}
      {columns.map(({ period, values }, at) => {
        let below = 0
        return (
          <g key={period}>
            {places.map((place) => {
              const value = values[place]!
              const { fill, label } = toneOf(rungs, rungs[place]?.name ?? null)
              const [from, to] = [below, below + value]
              below = to
              return value === 0 ? null : (
                <rect
                  key={label}
                  className={styles.part}
                  x={x(at)}
                  width={width}
                  y={y(to)}
                  height={y(from) - y(to)}
                  fill={fill}
                >
                  <title>{`${period}, ${label}: ${say(value)}`}</title>
                </rect>
              )
            })}
          </g>
        )
      })}
      {columns.map(({ period, modelChanged }, at) =>
        modelChanged ? (
          <g key={period}>
            <line
              className={styles.change}
              x1={LEFT + at * step}
              x2={LEFT + at * step}
              y1={TOP - 4}
              y2={HEIGHT - BOTTOM}
            />
            <text
              className={styles.changed}
              x={LEFT + at * step}
              y={TOP - 6}
              textAnchor={at > columns.length / 2 ? 'end' : 'start'}
            >
              new model
            </text>
          </g>
        ) : null,
      )}
      <text className={styles.axis} x={LEFT} y={HEIGHT - 4}>
        {first.period}
      </text>
      {columns.length < 2 ? null : (
        <text className={styles.axis} x={WIDTH} y={HEIGHT - 4} textAnchor="end">
          {last.period}
        </text>
      )}
    </svg>
  )
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
