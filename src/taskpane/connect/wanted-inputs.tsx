import { makeStyles, tokens } from '@fluentui/react-components'
import { labelOf, type Input } from '../../model/input.ts'
import { sayWriting } from './say-type.ts'

const useStyles = makeStyles({
  title: { margin: '12px 0 4px', fontSize: tokens.fontSizeBase300 },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  row: { padding: '4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  type: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** The columns a list of accounts should have for the model, where there is no such list yet. */
export function WantedInputs({ inputs }: { readonly inputs: readonly Input[] }) {
  const styles = useStyles()
  if (inputs.length === 0) return null
  return (
    <>
      <h3 className={styles.title}>Columns the model looks for</h3>
      <ul className={styles.list}>
        {inputs.map((input) => (
          <li key={input.name} className={styles.row}>
            {labelOf(input)} <span className={styles.type}>{sayWriting(input)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
