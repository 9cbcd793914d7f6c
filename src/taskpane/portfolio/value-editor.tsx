import { Input, makeStyles, Select } from '@fluentui/react-components'
import type { FilterValue } from '../../host/document/document.ts'
import type { Field } from '../../host/filter/field.ts'
import type { Condition } from '../../host/filter/matches.ts'
import { needs } from '../../host/filter/operators.ts'
import { numberOf, typedNumber } from '../../host/filter/typed.ts'

const useStyles = makeStyles({
  value: { flex: '1 1 90px', minWidth: 0 },
  input: { width: '100%', minWidth: 0 },
  two: { display: 'flex', flex: '1 1 150px', minWidth: 0, alignItems: 'center', columnGap: '4px' },
})

interface EditorProps {
  readonly condition: Condition
  readonly field: Field
  readonly change: (value: FilterValue) => void
}

/** What a field is compared with: chosen where there is a choice, else typed as people type it. */
export function ValueEditor({ condition, field, change }: EditorProps) {
  const styles = useStyles()
  const { operator, value } = condition
  const label = `Value for ${field.label}`
  switch (needs(operator)) {
    case 'nothing':
      return null
    case 'days': {
      const sign = String(value).startsWith('-') ? '-' : ''
      return (
        <Input
          className={styles.value}
          input={{ className: styles.input }}
          size="small"
          aria-label={`Days for ${field.label}`}
          inputMode="numeric"
          placeholder="90"
          contentAfter="days"
          value={String(value ?? '').replace('-', '')}
          onChange={(_, { value: typed }) => change(sign + typed)}
        />
      )
    }
    case 'two': {
      const [low, high] = Array.isArray(value) ? value : ['', '']
      return (
        <span className={styles.two}>
          <Typed {...{ field, label: `${label}, from`, value: low }} change={(typed) => change([typed, high])} />
          and
          <Typed {...{ field, label: `${label}, to`, value: high }} change={(typed) => change([low, typed])} />
        </span>
      )
    }
    case 'one':
      return <One {...{ condition, field, change, label }} />
  }
}

function One({ condition, field, change, label }: EditorProps & { readonly label: string }) {
  const styles = useStyles()
  const { operator, value } = condition
  const isPart = operator === 'contains' || operator === 'does not contain'
  const options =
    field.kind === 'yes/no'
      ? [
          { value: 'yes', label: 'yes' },
          { value: 'no', label: 'no' },
        ]
      : isPart
        ? []
        : field.options
  if (options.length === 0)
    return (
      <Typed
        {...{ field, label, value: typeof value === 'string' || typeof value === 'number' ? value : '', change }}
      />
    )
  const current = field.kind === 'yes/no' ? (value === true ? 'yes' : 'no') : String(value ?? '')
  return (
    <Select
      className={styles.value}
      size="small"
      aria-label={label}
      value={current}
      onChange={(_, { value: chosen }) => change(field.kind === 'yes/no' ? chosen === 'yes' : chosen)}
    >
      {options.some((one) => one.value === current) ? null : <option value={current}>{current}</option>}
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </Select>
  )
}

interface TypedProps {
  readonly field: Field
  readonly label: string
  readonly value: string | number
  readonly change: (typed: string) => void
}

function Typed({ field, label, value, change }: TypedProps) {
  const styles = useStyles()
  const isNumber = field.column().kind === 'number'
  const isUnreadable = isNumber && value !== '' && numberOf(value, field.kind) === null
  return (
    <Input
      className={styles.value}
      input={{ className: styles.input }}
      size="small"
      type={field.kind === 'date' ? 'date' : 'text'}
      aria-label={label}
      aria-invalid={isUnreadable}
      placeholder={
        { percent: '50%', number: '100', date: '', text: 'text', choice: 'text', band: '', 'yes/no': '' }[field.kind]
      }
      value={typeof value === 'number' ? typedNumber(value, field.kind) : value}
      onChange={(_, { value: typed }) => change(typed)}
    />
  )
}
