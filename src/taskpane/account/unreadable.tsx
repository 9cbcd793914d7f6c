import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { AccountList } from '../../host/desk/account-list.ts'
import type { Input } from '../../model/input.ts'
import { plainText } from '../../tables/cell-text.ts'

interface UnreadableProps {
  readonly list: AccountList
  readonly index: number
  readonly inputs: readonly Input[]
}

/** Cells of this account that could not be read, and so count as missing. */
export function Unreadable({ list, index, inputs }: UnreadableProps) {
  const cells = inputs.flatMap(({ name, labels, type }) => {
    const column = list.matching.columns.get(name)
    const isUnreadable = list.columns.inputs.get(name)?.unreadable.includes(index) === true
    if (column === undefined || !isUnreadable) return []
    return [{ name, label: labels[0] ?? name, type, text: plainText(list.cells[index]![column] ?? null) }]
  })
  if (cells.length === 0) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {cells.map(({ name, label, type, text }) => (
          <div key={name}>
            “{text}” in {label} is no {type}, so it counts as missing.
          </div>
        ))}
      </MessageBarBody>
    </MessageBar>
  )
}
