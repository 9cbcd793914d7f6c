import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { SalusDocument, SavedFilter } from '../../host/document/document.ts'
import { matching, testOf } from '../../host/filter/matches.ts'
import { lostFields, sayFilter } from '../../host/filter/say.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { TextLink } from '../shell/text-link.tsx'
import { FilterBuilder } from './filter-builder.tsx'
import type { Looking } from './looking.ts'
import { sayCount } from './money.ts'

const useStyles = makeStyles({
  chips: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '0 0 8px', padding: 0, listStyle: 'none' },
  count: { color: tokens.colorNeutralForeground3, marginLeft: '5px', fontWeight: 'normal' },
  said: { margin: '0 0 8px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

interface ChosenProps extends Looking {
  readonly saved: readonly SavedFilter[]
}

/** Which accounts are looked at: segments and saved filters, several at once. */
export function ChosenAccounts({ portfolio, fields, choice, change, saved }: ChosenProps) {
  const styles = useStyles()
  const desk = useDesk()
  const [editing, setEditing] = useState<SavedFilter | 'new' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { model, asOf } = portfolio.applied
  const { length, segment } = portfolio.scores
  const counts = useMemo(() => segmentCounts(segment, model.segments.length), [segment, model])
  const found = useMemo(
    () => saved.map(({ filter }) => matching(length, testOf(filter, fields, asOf)).length),
    [saved, fields, length, asOf],
  )
  const update = async (filters: (before: SalusDocument['filters']) => SalusDocument['filters']): Promise<void> => {
    const stored = await desk.update((before) => ({ ...before, filters: filters(before.filters) }))
    setProblem(stored.kind === 'refused' ? stored.message : null)
    if (stored.kind === 'saved') setEditing(null)
  }
  const save = (filter: SavedFilter): void => {
    const old = editing === 'new' ? null : (editing?.name ?? null)
    void update((filters) =>
      filters.some(({ name }) => name === old)
        ? filters.map((one) => (one.name === old ? { ...one, ...filter } : one))
        : [...filters, filter],
    )
    change({ filters: [...choice.filters.filter((name) => name !== old), filter.name] })
  }
  const remove = (name: string): void => {
    void update((filters) => filters.filter((one) => one.name !== name))
    change({ filters: choice.filters.filter((one) => one !== name) })
  }
  return (
    <>
      <ul className={styles.chips} aria-label="Segments">
        {model.segments.map(({ name, label }, at) => (
          <li key={name}>
            <ToggleButton
              size="small"
              shape="circular"
              checked={choice.segments.includes(name)}
              onClick={() => change({ segments: toggled(choice.segments, name) })}
            >
              {label}
              <span className={styles.count}>{sayCount(counts[at]!)}</span>
            </ToggleButton>
          </li>
        ))}
      </ul>
      <ul className={styles.chips} aria-label="Filters">
        {saved.map(({ name }, at) => (
          <li key={name}>
            <ToggleButton
              size="small"
              shape="rounded"
              checked={choice.filters.includes(name)}
              onClick={() => change({ filters: toggled(choice.filters, name) })}
            >
              {name}
              <span className={styles.count}>{sayCount(found[at]!)}</span>
            </ToggleButton>
          </li>
        ))}
        <li>
          <Button size="small" appearance="transparent" onClick={() => setEditing('new')}>
            + New filter
          </Button>
        </li>
      </ul>
      {editing === null
        ? saved
            .filter(({ name }) => choice.filters.includes(name))
            .map((one) => (
              <p key={one.name} className={styles.said}>
                <strong>{one.name}:</strong> {sayFilter(one.filter, fields)}.{sayLost(lostFields(one.filter, fields))}{' '}
                <TextLink inline onClick={() => setEditing(one)}>
                  Change
                </TextLink>{' '}
                <TextLink inline label={`Delete the filter ${one.name}`} onClick={() => remove(one.name)}>
                  Delete
                </TextLink>
              </p>
            ))
        : null}
      {editing === null ? null : (
        <FilterBuilder
          key={editing === 'new' ? '' : editing.name}
          {...{ fields, asOf, length, problem, save }}
          before={editing === 'new' ? null : editing}
          names={saved.map(({ name }) => name)}
          cancel={() => setEditing(null)}
        />
      )}
    </>
  )
}

function toggled(list: readonly string[], name: string): readonly string[] {
  return list.includes(name) ? list.filter((one) => one !== name) : [...list, name]
}

function sayLost(labels: readonly string[]): string {
  if (labels.length === 0) return ''
  return ` There is no ${labels.join(' and no ')} any more, so what is asked of it holds for no account.`
}

function segmentCounts(codes: Int16Array, length: number): readonly number[] {
  const counts = Array.from({ length }, () => 0)
  for (const code of codes) if (code !== -1) counts[code]!++
  return counts
}
