import { makeStyles, tokens } from '@fluentui/react-components'
import type { MeasureExplanation } from '../../model/explanation.ts'
import type { Band } from '../../model/judge.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { useGo } from '../shell/go.ts'
import { sayLost, sayState, sayThreshold } from '../shell/say.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 3.2em',
    columnGap: tokens.spacingHorizontalS,
    padding: '5px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  label: {
    overflowWrap: 'anywhere',
    textAlign: 'left',
    justifySelf: 'start',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
  },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', whiteSpace: 'nowrap' },
  lost: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  noteLine: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
})

/** One measure: what was judged, how, and what it costs. */
export function MeasureRow({
  measure,
  ladder,
}: {
  readonly measure: MeasureExplanation
  readonly ladder: readonly Band[]
}) {
  const styles = useStyles()
  const go = useGo()
  const { name, label, valueShown, band, state, threshold, because, action, lost } = measure
  const notes = [
    because ?? (threshold === null ? null : sayThreshold(threshold)),
    state === 'stale' && band !== null ? 'stale' : null,
  ].filter(Boolean)
  return (
    <li className={styles.row}>
      <button type="button" className={styles.label} title="Show it in the model" onClick={() => go('model', name)}>
        {label}
      </button>
      <span className={styles.value}>{valueShown ?? sayState(state)}</span>
      <span className={styles.lost}>{sayLost(lost)}</span>
      {(band !== null || notes.length > 0) && (
        <span className={`${styles.note} ${styles.noteLine}`}>
          <span>{notes.join(' · ')}</span>
          {band === null ? null : <BandTag bands={ladder} name={band} />}
        </span>
      )}
      {action === null ? null : <span className={styles.note}>To do: {action}</span>}
    </li>
  )
}
