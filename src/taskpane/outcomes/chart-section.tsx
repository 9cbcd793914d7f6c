import { Button, makeStyles, Switch, tokens } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { SheetContent } from '../../host/workbook.ts'
import { HostProblem } from '../../host/workbook.ts'
import { Note, Section } from '../shell/section.tsx'
import { useDesk } from '../shell/desk-context.tsx'

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', marginTop: tokens.spacingVerticalXS },
})

interface ChartSectionProps {
  readonly title: string
  /** Drawn from the same figures as the table. */
  readonly chart: ReactNode
  readonly table: ReactNode
  /** What to read above both. */
  readonly children?: ReactNode
  /** The figures as a sheet of live formulas; left out where they cannot be had as formulas. */
  readonly sheet?: (() => SheetContent) | undefined
}

/** A chart with its table, and a way onto a sheet. */
export function ChartSection({ title, chart, table, children, sheet }: ChartSectionProps) {
  const styles = useStyles()
  const { workbook } = useDesk()
  const [asTable, setAsTable] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const put = async (): Promise<void> => {
    try {
      const content = sheet!()
      const block = await workbook.writeSheet(content)
      await workbook.select({ ...block, bottom: block.top, right: block.left })
      setSaid(`On the sheet “${content.name}”, as formulas that follow the ledger.`)
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setSaid(caught.message)
    }
  }
  return (
    <Section title={title}>
      {children}
      {asTable ? table : chart}
      <div className={styles.foot}>
        <Switch label="Table" checked={asTable} onChange={(_, { checked }) => setAsTable(checked)} />
        {sheet === undefined ? null : (
          <Button size="small" onClick={() => void put()}>
            Put on a sheet
          </Button>
        )}
      </div>
      <div role="status">{said === null ? null : <Note>{said}</Note>}</div>
    </Section>
  )
}
