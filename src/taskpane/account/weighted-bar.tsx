import { makeStyles, tokens } from '@fluentui/react-components'
import type { Band } from '../../model/judge.ts'
import { sayNumber, sayPercent } from '../shell/say.ts'
import { toneOf } from '../shell/tone.ts'

/** One block: as wide as its weight, filled as far as its points reach. */
export interface Block {
  readonly name: string
  readonly label: string
  /** Share of the whole score, 0..1. */
  readonly weight: number
  readonly contribution: number
  readonly lost: number
  readonly band: string | null
}

const useStyles = makeStyles({
  bar: { display: 'flex', gap: '3px', width: '100%', margin: 0, padding: 0, listStyle: 'none' },
  part: { minWidth: '4px', overflow: 'hidden' },
  label: {
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  block: {
    position: 'relative',
    height: '20px',
    overflow: 'hidden',
    borderRadius: '3px',
    backgroundColor: tokens.colorNeutralBackground6,
    '@media (forced-colors: active)': { outline: '1px solid CanvasText' },
  },
  fill: {
    position: 'absolute',
    inset: 0,
    right: 'auto',
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
})

/** What each part brings to the score and what it costs, drawn to the weights. The text says the same. */
export function WeightedBar({ blocks, bands }: { readonly blocks: readonly Block[]; readonly bands: readonly Band[] }) {
  const styles = useStyles()
  const counted = blocks.filter(({ weight }) => weight > 0)
  return (
    <ul className={styles.bar} aria-label="Parts of the score, as wide as their weight">
      {counted.map(({ name, label, weight, contribution, lost, band }) => {
        const reachable = contribution + lost
        const share = reachable > 0 ? Math.min(1, Math.max(0, contribution / reachable)) : 0
        const said = `${label}: ${sayNumber(contribution)} of ${sayNumber(reachable)} points, weight ${sayPercent(weight)}`
        return (
          <li key={name} className={styles.part} style={{ flexGrow: weight, flexBasis: 0 }} title={said}>
            <div className={styles.block} role="img" aria-label={said}>
              <span
                className={styles.fill}
                style={{ width: `${100 * share}%`, backgroundColor: toneOf(bands, band).fill }}
              />
            </div>
            <div className={styles.label} aria-hidden>
              {label}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
