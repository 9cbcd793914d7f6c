import { Label, makeStyles, Select, useId } from '@fluentui/react-components'
import type { Change, ViewName } from './choice.ts'

const VIEWS: readonly { readonly name: ViewName; readonly label: string }[] = [
  { name: 'distribution', label: 'How the portfolio stands (leader)' },
  { name: 'trend', label: 'Trend over time (leader)' },
  { name: 'risks', label: 'Today’s risks (CSM)' },
  { name: 'movements', label: 'Movements (manager)' },
  { name: 'books', label: 'One book against another' },
  { name: 'usage', label: 'Dimensions against usage (product)' },
]

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', columnGap: '8px', marginBottom: '8px' },
  select: { flexGrow: 1, minWidth: 0 },
})

export function ViewSwitch({ view, change }: { readonly view: ViewName; readonly change: Change }) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.line}>
      <Label htmlFor={id}>View</Label>
      <Select
        id={id}
        className={styles.select}
        value={view}
        onChange={(_, { value }) => change({ view: value as ViewName })}
      >
        {VIEWS.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  )
}
