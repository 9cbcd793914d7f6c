import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Filter, SavedFilter } from '../../host/document/document.ts'
import { type FilterPath, finished, isWhole, freshCondition, replaced, settled } from '../../host/filter/edit.ts'
import type { Fields } from '../../host/filter/field.ts'
import { matching, testOf } from '../../host/filter/matches.ts'
import { sayFilter } from '../../host/filter/say.ts'
import { FilterGroup, type Group } from './filter-group.tsx'
import { sayAccounts, sayCount } from './money.ts'

const useStyles = makeStyles({
  panel: {
    margin: '0 0 12px',
    padding: '8px 10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300 },
  said: { margin: '8px 0', lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '8px' },
})

interface BuilderProps {
  readonly fields: Fields
  readonly asOf: number
  /** How many accounts the list has. */
  readonly length: number
  /** The filter to change; null for a new one. */
  readonly before: SavedFilter | null
  /** Names that are taken. */
  readonly names: readonly string[]
  /** Why it could not be saved, if so. */
  readonly problem: string | null
  readonly save: (filter: SavedFilter) => void
  readonly cancel: () => void
}

/** Makes a named filter out of conditions, and says all the while what it means and how many accounts it finds. */
export function FilterBuilder({ fields, asOf, length, before, names, problem, save, cancel }: BuilderProps) {
  const styles = useStyles()
  const [draft, setDraft] = useState<Group>(() => groupOf(before, fields))
  const [focus, setFocus] = useState<FilterPath | null>([0])
  const [name, setName] = useState(before?.name ?? '')
  const filter = useMemo(() => finished(draft, fields), [draft, fields])
  const found = useMemo(
    () => (filter === null ? 0 : matching(length, testOf(filter, fields, asOf)).length),
    [filter, fields, length, asOf],
  )
  const put = (path: FilterPath, part: Filter | null, isNew = false): void => {
    setDraft((group) => replaced(group, path, part) as Group)
    const isGroup = part !== null && part.kind !== 'condition'
    setFocus(part === null ? [...path.slice(0, -1), -1] : isNew && isGroup ? lastIn(part, path) : null)
  }
  const isTaken = name.trim() !== before?.name && names.includes(name.trim())
  const canSave = filter !== null && name.trim() !== '' && !isTaken
  return (
    <section className={styles.panel} aria-label={before === null ? 'New filter' : `Filter ${before.name}`}>
      <h3 className={styles.title}>{before === null ? 'New filter' : `Change “${before.name}”`}</h3>
      <FilterGroup group={draft} path={[]} fields={fields} focus={focus} put={put} />
      <p className={styles.said} aria-live="polite">
        {filter === null ? (
          'No condition is complete yet.'
        ) : (
          <>
            Accounts where {sayFilter(filter, fields)}: <strong>{sayCount(found)}</strong> of {sayAccounts(length)}.
            {isWhole(draft, fields)
              ? ''
              : ' What is not complete, or not a number where one is asked for, is left out.'}
          </>
        )}
      </p>
      <Field
        label="Name"
        size="small"
        validationState={isTaken ? 'error' : 'none'}
        {...(isTaken && { validationMessage: 'There is a filter of this name already.' })}
      >
        <Input size="small" value={name} onChange={(_, { value }) => setName(value)} />
      </Field>
      {problem === null ? null : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={!canSave}
          onClick={() => {
            if (canSave) save({ name: name.trim(), filter: settled(filter, fields) })
          }}
        >
          Save filter
        </Button>
        <Button size="small" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </section>
  )
}

/** What is changed is always a group, so that there is somewhere to add to. */
function groupOf(before: SavedFilter | null, fields: Fields): Group {
  if (before === null) return { kind: 'all', of: [freshCondition(fields.get('band') ?? [...fields.values()][0]!)] }
  return before.filter.kind === 'condition' ? { kind: 'all', of: [before.filter] } : before.filter
}

/** The condition that was added last, inside a group that was. */
function lastIn(group: Group, path: FilterPath): FilterPath {
  const at = group.of.length - 1
  const last = group.of[at]
  const own = [...path, at]
  return last === undefined || last.kind === 'condition' ? own : lastIn(last, own)
}
