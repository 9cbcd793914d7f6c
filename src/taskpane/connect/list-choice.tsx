import { Field, Select } from '@fluentui/react-components'
import { columnLetters } from '../../host/block.ts'
import type { Region } from '../../host/workbook.ts'

interface ListChoiceProps {
  readonly regions: readonly Region[]
  readonly chosen: Region | null
  readonly choose: (region: Region) => void
}

/** Which list holds the accounts. */
export function ListChoice({ regions, chosen, choose }: ListChoiceProps) {
  const keyOf = ({ block, table }: Region): string => `${block.sheet}\n${table ?? ''}\n${block.top}:${block.left}`
  const current = chosen === null ? '' : keyOf(chosen)
  return (
    <Field label="The accounts are in" style={{ marginBottom: 8 }}>
      <Select
        value={current}
        onChange={(_, { value }) => {
          const region = regions.find((one) => keyOf(one) === value)
          if (region !== undefined) choose(region)
        }}
      >
        {chosen === null ? <option value="">Choose a list</option> : null}
        {regions.map((region) => (
          <option key={keyOf(region)} value={keyOf(region)}>
            {sayRegion(region)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

function sayRegion({ block, table }: Region): string {
  const rows = `${block.bottom - block.top} rows`
  if (table !== null) return `table ${table} on ${block.sheet}, ${rows}`
  return `${block.sheet}, ${columnLetters(block.left)} to ${columnLetters(block.right)}, ${rows}`
}
