import { makeStyles, tokens } from '@fluentui/react-components'
import { shown } from '../../engine/rounding.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Model } from '../../model/model.ts'
import { segmentRoot } from '../../model/segment-root.ts'
import { sayNumber } from '../shell/say.ts'
import { toneOf } from '../shell/tone.ts'

const useStyles = makeStyles({
  box: {
    margin: `${tokens.spacingVerticalS} 0`,
    padding: '6px 10px',
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  list: { listStyle: 'none', margin: `${tokens.spacingVerticalS} 0`, padding: 0 },
  item: { display: 'flex', columnGap: '6px', padding: '2px 0' },
  risk: { color: 'var(--salus-band-0-text)' },
  opportunity: { color: 'var(--salus-band-4-text)' },
})

interface SignalsProps {
  readonly model: Model
  readonly explanation: Explanation
}

/** What would lift the band, and the indicators that hold. */
export function Signals({ model, explanation }: SignalsProps) {
  const styles = useStyles()
  const { nearest, indicators, score, band, shortfall } = explanation
  const root = segmentRoot(model, explanation.segment)
  const bands = root?.bands ?? model.ladder
  const isBest = band !== null && bands.at(-1)?.name === band
  return (
    <>
      {nearest === null || root === undefined ? null : (
        <p className={styles.box}>
          <strong>Nearest way up:</strong> {nearest.label}
          {nearest.from === null ? '' : ` from ${nearest.from}`} to {nearest.to} makes it{' '}
          {shown(nearest.score, root.scale)} {toneOf(bands, nearest.band).label}.
        </p>
      )}
      {nearest === null && score !== null && !isBest && (shortfall ?? 0) > 0 ? (
        <p className={styles.box}>
          No single change of one measure lifts the band: {sayNumber(shortfall ?? 0)} points are lost in all.
        </p>
      ) : null}
      {indicators.length === 0 ? null : (
        <ul className={styles.list} aria-label="Indicators">
          {indicators.map(({ kind, label }) => (
            <li key={`${kind} ${label}`} className={styles.item}>
              <span className={kind === 'risk' ? styles.risk : styles.opportunity}>
                {kind === 'risk' ? '▼ Risk' : '▲ Opportunity'}
              </span>
              <span>{label}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
