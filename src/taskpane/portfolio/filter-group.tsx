import { Button, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Filter } from '../../host/document/document.ts'
import { type FilterPath, freshCondition } from '../../host/filter/edit.ts'
import type { Fields } from '../../host/filter/field.ts'
import { ConditionRow } from './condition-row.tsx'

export type Group = Extract<Filter, { kind: 'all' | 'any' }>

const useStyles = makeStyles({
  inner: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: '8px', margin: '6px 0' },
  head: { display: 'flex', alignItems: 'center', columnGap: '6px', margin: '0 0 2px' },
  push: { marginLeft: 'auto' },
  add: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: '6px' },
})

interface GroupProps {
  readonly group: Group
  readonly path: FilterPath
  readonly fields: Fields
  /** The condition that is to have the focus, since it was just added; a last place of -1 is the button that adds more. */
  readonly focus: FilterPath | null
  /** null takes the part at a path away; `isNew` where it was not there before. */
  readonly put: (path: FilterPath, part: Filter | null, isNew?: boolean) => void
}

/** Conditions joined by and or by or; groups stand inside groups as deep as anyone likes. */
export function FilterGroup({ group, path, fields, focus, put }: GroupProps) {
  const styles = useStyles()
  const isInner = path.length > 0
  const adding = useRef<HTMLDivElement>(null)
  const addHasFocus = focus?.join() === [...path, -1].join()
  useEffect(() => {
    if (addHasFocus) adding.current?.querySelector('button')?.focus()
  }, [addHasFocus])
  const condition = freshCondition(fields.get('band') ?? [...fields.values()][0]!)
  const add = (part: Filter): void => put(path, { ...group, of: [...group.of, part] }, true)
  return (
    <div
      className={isInner ? styles.inner : undefined}
      role="group"
      aria-label={isInner ? 'Conditions inside' : 'Conditions'}
    >
      <div className={styles.head}>
        <Select
          size="small"
          aria-label="How the conditions are joined"
          value={group.kind}
          onChange={(_, { value }) => put(path, { ...group, kind: value as Group['kind'] })}
        >
          <option value="all">all of these (and)</option>
          <option value="any">any of these (or)</option>
        </Select>
        {isInner ? (
          <Button
            className={styles.push}
            size="small"
            appearance="subtle"
            aria-label="Remove these conditions"
            onClick={() => put(path, null)}
          >
            ✕
          </Button>
        ) : null}
      </div>
      {group.of.map((part, at) => {
        const own = [...path, at]
        return part.kind === 'condition' ? (
          <ConditionRow
            key={at}
            condition={part}
            fields={fields}
            hasFocus={focus?.join() === own.join()}
            change={(changed) => put(own, changed)}
            remove={() => put(own, null)}
          />
        ) : (
          <FilterGroup key={at} group={part} path={own} fields={fields} focus={focus} put={put} />
        )
      })}
      <div ref={adding} className={styles.add}>
        <Button size="small" onClick={() => add(condition)}>
          Add a condition
        </Button>
        <Button size="small" onClick={() => add({ kind: group.kind === 'all' ? 'any' : 'all', of: [condition] })}>
          Add {group.kind === 'all' ? 'alternatives' : 'a combination'}
        </Button>
      </div>
    </div>
  )
}
