import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ErrorCircleFilled, InfoRegular, WarningFilled } from '@fluentui/react-icons'
import { useState } from 'react'
import type { Finding, Fix } from '../../findings/finding.ts'
import type { Level } from '../../findings/level.ts'
import { drawNumberLine } from '../../findings/render/number-line.ts'
import { positionAt } from '../../findings/render/source.ts'
import { saidOf, titleOf } from '../editor/said.ts'
import { ListToggle } from './list-toggle.tsx'

const useStyles = makeStyles({
  strip: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, flexShrink: 0 },
  head: { display: 'flex', alignItems: 'center', padding: '4px 8px 4px 12px', minHeight: '32px', columnGap: '6px' },
  tally: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase200 },
  list: { listStyleType: 'none', margin: 0, padding: '0 12px 8px', maxHeight: '34vh', overflowY: 'auto', fontSize: tokens.fontSizeBase200 },
  finding: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '5px 0' },
  place: {
    display: 'flex',
    columnGap: '6px',
    width: '100%',
    textAlign: 'left',
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    padding: 0,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  words: { overflowWrap: 'anywhere', flexGrow: 1 },
  line: { color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap' },
  numbers: { fontFamily: tokens.fontFamilyMonospace, fontSize: '11px', lineHeight: 1.35, margin: '3px 0 3px 18px', overflowX: 'auto' },
  fixes: { display: 'flex', flexWrap: 'wrap', gap: '4px', margin: '3px 0 0 18px' },
}) // prettier-ignore

interface ListProps {
  readonly findings: readonly Finding[]
  readonly file: string
  /** The text they are about. */
  readonly text: string
  readonly goTo: (start: number, end: number) => void
  readonly apply: (fix: Fix) => void
}

/** What is to be said of the text, errors first; each leads to its place and carries its repairs. */
export function FindingsList({ findings, file, text, goTo, apply }: ListProps) {
  const styles = useStyles()
  const [isOpen, setOpen] = useState(false)
  const sorted = findings.toSorted((a, b) => ranks[a.level] - ranks[b.level])
  return (
    <section className={styles.strip} aria-label="Findings">
      <div className={styles.head}>
        <p className={styles.tally} role="status">
          {tally(findings)}
        </p>
        {findings.length > 0 ? <ListToggle label="List" isOpen={isOpen} setOpen={setOpen} /> : null}
      </div>
      {isOpen && findings.length > 0 ? (
        <ul className={styles.list}>
          {sorted.map((found, n) => (
            <Row key={n} found={found} file={file} text={text} goTo={goTo} apply={apply} />
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Row({ found, file, text, goTo, apply }: Omit<ListProps, 'findings'> & { readonly found: Finding }) {
  const styles = useStyles()
  const { span } = found
  const isHere = span !== null && span.file === file
  const fixes = found.fixes.filter(({ edits }) => edits.every((edit) => edit.span.file === file))
  return (
    <li className={styles.finding}>
      <button
        type="button"
        className={styles.place}
        onClick={() => {
          if (isHere) goTo(span.start, span.end)
        }}
      >
        <span className={styles.icon}>{icons[found.level]}</span>
        <span className={styles.words}>{saidOf(found)}</span>
        <span className={styles.line}>{isHere ? `line ${positionAt(text, span.start).line}` : (span?.file ?? '')}</span>
      </button>
      {found.numberLine === undefined ? null : (
        // A long line can be scrolled by keyboard too.
        <pre className={styles.numbers} tabIndex={0} aria-label="The bands along their numbers">
          {drawNumberLine(found.numberLine).join('\n')}
        </pre>
      )}
      {fixes.length === 0 ? null : (
        <div className={styles.fixes}>
          {fixes.map((fix) => (
            <Button key={fix.title} size="small" onClick={() => apply(fix)}>
              {titleOf(fix)}
            </Button>
          ))}
        </div>
      )}
    </li>
  )
}

const ranks = { error: 0, warning: 1, hint: 2 } as const satisfies Record<Level, number>

const icons: Readonly<Record<Level, React.ReactNode>> = {
  error: <ErrorCircleFilled aria-label="Error" color={tokens.colorStatusDangerForeground1} />,
  warning: <WarningFilled aria-label="Warning" color={tokens.colorStatusWarningForeground3} />,
  hint: <InfoRegular aria-label="Hint" />,
}

function tally(findings: readonly Finding[]): string {
  const parts = (['error', 'warning', 'hint'] as const).flatMap((level) => {
    const count = findings.filter((one) => one.level === level).length
    return count === 0 ? [] : [`${count} ${level}${count === 1 ? '' : 's'}`]
  })
  return parts.length === 0 ? 'Nothing wrong with the text.' : `${parts.join(', ')}.`
}
