import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { FilterOperator } from '../../host/document/document.ts'
import { freshCondition } from '../../host/filter/edit.ts'
import type { Field, FieldGroup, Fields } from '../../host/filter/field.ts'
import type { Condition } from '../../host/filter/matches.ts'
import { needs, operatorsOf, sayOperator } from '../../host/filter/operators.ts'
import { ValueEditor } from './value-editor.tsx'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    gap: '4px',
    padding: '6px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  rest: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: '4px' },
  operator: { flex: '1 1 120px', minWidth: 0 },
})

const GROUPS: readonly FieldGroup[] = ['Health', 'Dimensions', 'Indicators', 'Columns']

interface RowProps {
  readonly condition: Condition
  readonly fields: Fields
  readonly hasFocus: boolean
  readonly change: (condition: Condition) => void
  readonly remove: () => void
}

/** One condition: a field, how it is compared, and with what. */
export function ConditionRow({ condition, fields, hasFocus, change, remove }: RowProps) {
  const styles = useStyles()
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hasFocus) row.current?.querySelector('select')?.focus()
  }, [hasFocus])
  const field = fields.get(condition.field)
  const label = field?.label ?? condition.field
  return (
    <div ref={row} className={styles.row} role="group" aria-label={`Condition on ${label}`}>
      <Select
        size="small"
        aria-label="Field"
        value={condition.field}
        onChange={(_, { value }) => change(freshCondition(fields.get(value)!))}
      >
        {field === undefined ? <option value={condition.field}>{condition.field} (not there)</option> : null}
        {GROUPS.map((group) => (
          <FieldOptions key={group} group={group} fields={fields} />
        ))}
      </Select>
      <Button size="small" appearance="subtle" aria-label={`Remove the condition on ${label}`} onClick={remove}>
        ✕
      </Button>
      {field === undefined ? null : (
        <div className={styles.rest}>
          <Select
            className={styles.operator}
            size="small"
            aria-label={`How ${label} is compared`}
            value={keyOf(condition)}
            onChange={(_, { value }) => change(withOperator(condition, field, value))}
          >
            {operatorsOf(field.kind).map((operator) =>
              operator === 'within' ? (
                <WithinOptions key={operator} />
              ) : (
                <option key={operator} value={operator}>
                  {sayOperator(operator, field.kind)}
                </option>
              ),
            )}
          </Select>
          <ValueEditor condition={condition} field={field} change={(value) => change({ ...condition, value })} />
        </div>
      )}
    </div>
  )
}

function FieldOptions({ group, fields }: { readonly group: FieldGroup; readonly fields: Fields }) {
  const own = [...fields.values()].filter((field) => field.group === group)
  if (own.length === 0) return null
  return (
    <optgroup label={group}>
      {own.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </optgroup>
  )
}

const PAST = 'within the last'

function WithinOptions() {
  return (
    <>
      <option value="within">is within the next</option>
      <option value={PAST}>is within the last</option>
    </>
  )
}

/** Days that have passed are written with a minus. */
function keyOf({ operator, value }: Condition): string {
  return operator === 'within' && String(value).startsWith('-') ? PAST : operator
}

function withOperator(condition: Condition, field: Field, key: string): Condition {
  const operator = (key === PAST ? 'within' : key) as FilterOperator
  const [before, after] = [needs(condition.operator), needs(operator)]
  if (operator === 'within') {
    const days = before === 'days' ? String(condition.value).replace('-', '') : ''
    return { ...condition, operator, value: key === PAST ? `-${days}` : days }
  }
  if (after === before) return { ...condition, operator }
  if (after === 'nothing') return { ...condition, operator, value: null }
  return { ...condition, operator, value: after === 'two' ? ['', ''] : freshCondition(field).value }
}
