import { Combobox, makeStyles, Option } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { AccountList } from '../../host/desk/account-list.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { nameOf } from './names.ts'

const useStyles = makeStyles({ picker: { width: '100%', minWidth: 0, marginBottom: '10px' } })

/** So many are listed; typing narrows them down. */
const MOST = 50

interface PickerProps {
  readonly list: AccountList
  readonly nameColumn: number | null
  readonly index: number
}

/** Finds an account by key or name, and goes to its row: the way there without the grid. */
export function AccountPicker({ list, nameColumn, index }: PickerProps) {
  const styles = useStyles()
  const { workbook } = useDesk()
  const [typed, setTyped] = useState<string | null>(null)
  const title = (at: number): string => {
    const key = list.columns.accounts?.[at] ?? `Row ${list.rows[at]! + 1}`
    const name = nameOf(list, nameColumn, at)
    return name === null ? key : `${name} (${key})`
  }
  const found = useMemo(() => {
    const wanted = (typed ?? '').trim().toLowerCase()
    const matches: number[] = []
    for (let at = 0; at < list.rows.length && matches.length < MOST; at++) {
      if (title(at).toLowerCase().includes(wanted)) matches.push(at)
    }
    return matches
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- titles follow the list
  }, [list, nameColumn, typed])
  const go = (at: number): void => {
    setTyped(null)
    const { sheet, left } = list.region.block
    const row = list.rows[at]!
    void workbook.select({ sheet, top: row, bottom: row, left, right: left })
  }
  return (
    <Combobox
      className={styles.picker}
      size="small"
      aria-label="Account"
      placeholder="Find an account"
      freeform
      value={typed ?? title(index)}
      selectedOptions={[String(index)]}
      onChange={(event) => setTyped(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={() => setTyped(null)}
      onOptionSelect={(_, { optionValue }) => optionValue !== undefined && go(Number(optionValue))}
    >
      {found.map((at) => (
        <Option key={at} value={String(at)} text={title(at)}>
          {title(at)}
        </Option>
      ))}
    </Combobox>
  )
}
