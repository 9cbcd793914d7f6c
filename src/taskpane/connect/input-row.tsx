import { Button, makeStyles, Select, tokens, useId } from '@fluentui/react-components'
import { useState } from 'react'
import { columnLetters } from '../../host/block.ts'
import type { AccountList } from '../../host/desk/account-list.ts'
import { plainText } from '../../tables/cell-text.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { TextLink } from '../shell/text-link.tsx'
import type { InputFacts } from './input-facts.ts'
import { sayFinding } from './say-finding.ts'
import { sayType, sayWriting } from './say-type.ts'

const useStyles = makeStyles({
  row: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  label: { display: 'block', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  type: { fontWeight: 'normal', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  note: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  trouble: { color: tokens.colorStatusWarningForeground3, fontSize: tokens.fontSizeBase200 },
  select: { margin: '3px 0' },
  cells: { display: 'flex', flexWrap: 'wrap', columnGap: '10px', fontSize: tokens.fontSizeBase200 },
})

interface RowProps {
  readonly facts: InputFacts
  readonly headers: readonly string[]
  readonly list: AccountList
  readonly connect: (input: string, header: string | null | undefined) => void
}

const FIRST = 3
const NONE = '\n'

/** One input: its column, how that was found, what is in it and what cannot be read. */
export function InputRow({ facts, headers, list, connect }: RowProps) {
  const styles = useStyles()
  const id = useId()
  const { workbook } = useDesk()
  const [shown, setShown] = useState(FIRST)
  const { input, label, column, header, found, near, findings, unreadable, slips } = facts
  const goTo = (index: number): void => {
    const { sheet, left } = list.region.block
    const row = list.rows[index]!
    void workbook.select({ sheet, top: row, bottom: row, left: left + column!, right: left + column! })
  }
  return (
    <li className={styles.row}>
      <label className={styles.label} htmlFor={id}>
        {label} <span className={styles.type}>{sayWriting(input)}</span>
      </label>
      <Select
        id={id}
        size="small"
        className={styles.select}
        value={header ?? NONE}
        onChange={(_, { value }) => connect(input.name, value === NONE ? null : value)}
      >
        <option value={NONE}>no column</option>
        {headers.map((text) => (
          <option key={text} value={text}>
            {text}
          </option>
        ))}
      </Select>
      <div className={found === 'not found' ? styles.trouble : styles.note}>
        {HOW[found]}
        {column === null ? '' : ` ${sayContents(facts, list.rows.length)}`}
        {found === 'not found' && near !== null ? (
          <>
            {' '}
            <TextLink inline onClick={() => connect(input.name, near)}>
              Use “{near}”
            </TextLink>
          </>
        ) : null}
        {found === 'hand' || found === 'left out' ? (
          <>
            {' '}
            <TextLink inline onClick={() => connect(input.name, undefined)}>
              Find it by its header again
            </TextLink>
          </>
        ) : null}
      </div>
      {findings.map((finding) => (
        <div key={finding.slug} className={styles.trouble}>
          {sayFinding(finding)} Choose its column above.
        </div>
      ))}
      {slips.map(({ text, near: meant, rows }) => (
        <div key={text} className={styles.trouble}>
          “{text}” fits no condition of the model and is read as it stands; is it “{meant}”?
          <div className={styles.cells}>
            {rows.slice(0, FIRST).map((index) => (
              <TextLink key={index} inline onClick={() => goTo(index)}>
                {columnLetters(list.region.block.left + column!)}
                {list.rows[index]! + 1}
              </TextLink>
            ))}
            {rows.length > FIRST ? ` and ${(rows.length - FIRST).toLocaleString('en')} more` : ''}
          </div>
        </div>
      ))}
      {unreadable.length === 0 ? null : (
        <div className={styles.trouble}>
          {unreadable.length === 1 ? 'One cell is' : `${unreadable.length.toLocaleString('en')} cells are`} not{' '}
          {sayType(input)}, and {unreadable.length === 1 ? 'counts' : 'count'} as missing:
          <div className={styles.cells}>
            {unreadable.slice(0, shown).map((index) => (
              <TextLink key={index} inline onClick={() => goTo(index)}>
                {columnLetters(list.region.block.left + column!)}
                {list.rows[index]! + 1} “{plainText(list.cells[index]![column!] ?? null).slice(0, 20)}”
              </TextLink>
            ))}
          </div>
          {unreadable.length > shown ? (
            <Button size="small" appearance="subtle" onClick={() => setShown(shown + 20)}>
              and {(unreadable.length - shown).toLocaleString('en')} more
            </Button>
          ) : null}
        </div>
      )}
    </li>
  )
}

const HOW: Readonly<Record<InputFacts['found'], string>> = {
  label: 'Found by its header.',
  hand: 'Connected by hand.',
  'left out': 'Left without a column on purpose.',
  'not found': 'No header fits, so it counts as missing for every account.',
}

function sayContents({ samples, blanks }: InputFacts, rows: number): string {
  if (samples.length === 0) return 'The column is empty.'
  const without = blanks === 0 ? '' : `; ${blanks.toLocaleString('en')} of ${rows.toLocaleString('en')} blank`
  return `Such as ${samples.join(' · ')}${without}.`
}
