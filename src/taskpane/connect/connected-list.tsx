import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { AccountList } from '../../host/desk/account-list.ts'
import type { Connection } from '../../host/document/document.ts'
import type { Input } from '../../model/input.ts'
import { plainText } from '../../tables/cell-text.ts'
import { type InputFacts, inputFacts } from './input-facts.ts'
import { InputRow } from './input-row.tsx'
import { sayFinding } from './say-finding.ts'

const useStyles = makeStyles({
  summary: { margin: '0 0 8px' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  title: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300 },
  note: { color: tokens.colorNeutralForeground3, margin: 0 },
  findings: { marginBottom: '8px' },
})

interface ConnectedProps {
  readonly list: AccountList
  readonly inputs: readonly Input[]
  /** The texts that conditions compare an input with, by its name. */
  readonly compared: ReadonlyMap<string, readonly string[]>
  readonly connection: Connection
  /** null is no column on purpose; undefined leaves it to the headers again. */
  readonly connect: (input: string, header: string | null | undefined) => void
}

/** Every input with the column that feeds it, and the columns that feed none. */
export function ConnectedList({ list, inputs, compared, connection, connect }: ConnectedProps) {
  const styles = useStyles()
  const facts = useMemo(
    () => inputs.map((input) => inputFacts(list, connection, input, compared.get(input.name))),
    [list, connection, inputs, compared],
  )
  const headers = [...new Set(list.header.map((cell) => plainText(cell).trim()).filter((text) => text !== ''))]
  const general = list.findings.filter(({ slug }) => GENERAL.has(slug))
  const { account, unused } = list.matching
  const fed = facts.filter(({ column }) => column !== null).length
  return (
    <>
      <p className={styles.summary}>
        {fed} of {facts.length} inputs have a column.{' '}
        {account === null
          ? 'No column names the accounts.'
          : `Accounts are known by “${plainText(list.header[account] ?? null)}”.`}
        {sayTrouble(facts)}
      </p>
      {general.length === 0 ? null : (
        <MessageBar intent="warning" layout="multiline" className={styles.findings}>
          <MessageBarBody>
            {general.slice(0, 5).map((finding, at) => (
              <div key={at}>{sayFinding(finding)}</div>
            ))}
            {general.length > 5 ? <div>And {general.length - 5} more like these.</div> : null}
          </MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list} aria-label="Inputs of the model">
        {facts.map((one) => (
          <InputRow key={one.input.name} {...{ list, headers, connect }} facts={one} />
        ))}
      </ul>
      {unused.length === 0 ? null : (
        <>
          <h3 className={styles.title}>Columns the model does not read</h3>
          <p className={styles.note}>{unused.join(', ')}. Filters and the views of the portfolio can use them.</p>
        </>
      )}
    </>
  )
}

/** What is not about one column. */
const GENERAL = new Set<string>(['account-column-missing', 'account-duplicate', 'account-blank', 'row-ragged'])

function sayTrouble(facts: readonly InputFacts[]): string {
  const cells = facts.reduce((sum, { unreadable }) => sum + unreadable.length, 0)
  if (cells === 0) return ''
  return cells === 1 ? ' One cell cannot be read.' : ` ${cells.toLocaleString('en')} cells cannot be read.`
}
