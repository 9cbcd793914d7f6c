import { makeStyles, tokens } from '@fluentui/react-components'
import type { ModifierExplanation } from '../../model/explanation.ts'
import { sayLost, sayNumber } from '../shell/say.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto 3.2em',
    columnGap: tokens.spacingHorizontalS,
    padding: '5px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontStyle: 'italic',
  },
  note: { gridColumn: '1 / -1', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  number: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

const WORDS: Readonly<Record<ModifierExplanation['kind'], string>> = {
  bonus: 'Bonus',
  penalty: 'Penalty',
  multiply: 'Multiplied',
  cap: 'Capped',
  floor: 'Raised to a floor',
  override: 'Overridden',
  rounding: 'Rounded',
  scale: 'Held inside the scale',
}

/** A change after the measures: what it was, what it made of it, who says so and until when. */
export function ModifierRow({ modifier }: { readonly modifier: ModifierExplanation }) {
  const styles = useStyles()
  const { kind, before, after, band, because, author, until, lost } = modifier
  const change = [before === null ? null : sayNumber(before), after === null ? band : sayNumber(after)].filter(Boolean)
  const notes = [because, author === null ? null : `by ${author}`, until === null ? null : `until ${until}`].filter(
    Boolean,
  )
  return (
    <li className={styles.row}>
      <span>{WORDS[kind]}</span>
      <span className={styles.number}>{change.join(' → ')}</span>
      <span className={styles.number}>{sayLost(lost)}</span>
      {notes.length > 0 ? <span className={styles.note}>{notes.join(', ')}</span> : null}
    </li>
  )
}
