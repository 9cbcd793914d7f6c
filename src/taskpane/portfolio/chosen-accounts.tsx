import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import type { SavedFilter } from '../../host/document/document.ts'
import type { Looking } from './looking.ts'
import { sayCount } from './money.ts'

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '0 0 8px', padding: 0, listStyle: 'none' },
  count: { color: tokens.colorNeutralForeground3, marginLeft: '5px', fontWeight: 'normal' },
})

interface ChosenProps extends Looking {
  readonly saved: readonly SavedFilter[]
}

/** Which accounts are looked at: segments and saved filters, several at once. */
export function ChosenAccounts({ portfolio, choice, change }: ChosenProps) {
  const styles = useStyles()
  const { model } = portfolio.applied
  const counts = segmentCounts(portfolio.scores.segment, model.segments.length)
  const toggle = (list: readonly string[], name: string): readonly string[] =>
    list.includes(name) ? list.filter((one) => one !== name) : [...list, name]
  return (
    <ul className={styles.chips} aria-label="Segments">
      {model.segments.map(({ name, label }, at) => (
        <li key={name}>
          <ToggleButton
            size="small"
            shape="circular"
            checked={choice.segments.includes(name)}
            onClick={() => change({ segments: toggle(choice.segments, name) })}
          >
            {label}
            <span className={styles.count}>{sayCount(counts[at]!)}</span>
          </ToggleButton>
        </li>
      ))}
    </ul>
  )
}

function segmentCounts(codes: Int16Array, length: number): readonly number[] {
  const counts = Array.from({ length }, () => 0)
  for (const code of codes) if (code !== -1) counts[code]!++
  return counts
}
