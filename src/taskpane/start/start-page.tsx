import {
  Button,
  Card,
  CardHeader,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ModelText } from '../../host/document/document.ts'
import { HostProblem } from '../../host/workbook.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { useGo } from '../shell/go.ts'
import { Page } from '../shell/page.tsx'
import { library } from './library.ts'
import { sampleSheet } from './sample.ts'

const useStyles = makeStyles({
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, margin: '0 0 4px' },
  lead: { margin: '0 0 16px', color: tokens.colorNeutralForeground2 },
  ways: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  about: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: 'normal' },
})

/** First steps in a workbook without a model. */
export function StartPage() {
  const styles = useStyles()
  const desk = useDesk()
  const go = useGo()
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const run = async (what: string, step: () => Promise<void>): Promise<void> => {
    setBusy(what)
    setProblem(null)
    try {
      await step()
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setProblem(caught.message)
    } finally {
      setBusy(null)
    }
  }
  const publish = async (models: readonly ModelText[], note: string): Promise<void> => {
    const saved = await desk.publish(models, note)
    if (saved.kind === 'refused') setProblem(saved.message)
    if (saved.kind === 'conflict')
      setProblem('Somebody else has put a model into this workbook just now: it is shown under Model.')
  }
  const insertSample = async (): Promise<void> => {
    const { default: csv } = await import('../../../samples/accounts.csv')
    // The sheet first: with a model this page is gone, and with it the place to say that the sheet could not be written.
    const block = await desk.workbook.writeSheet(sampleSheet(csv))
    await publish(await library[0]!.load(), 'sample')
    await desk.workbook.select({ ...block, top: 1, bottom: 1, right: block.left })
    go('account')
  }
  return (
    <Page>
      <h2 className={styles.title}>Health scores that say why</h2>
      <p className={styles.lead}>This workbook has no model yet. A model says what is healthy, and for whom.</p>
      <div className={styles.ways}>
        <Button appearance="primary" disabled={busy !== null} onClick={() => void run('sample', insertSample)}>
          Insert sample portfolio and model
        </Button>
        <Button disabled={busy !== null} onClick={() => go('model', 'paste')}>
          Paste a handbook table
        </Button>
        <Button disabled={busy !== null} onClick={() => go('model')}>
          Write or open a model
        </Button>
      </div>
      {busy === null ? null : <Spinner size="tiny" label="Setting up" />}
      {problem === null ? null : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <h3 className={styles.heading}>Or start from a published model</h3>
      <div className={styles.ways}>
        {library.map(({ title, about, load }) => (
          <Card
            key={title}
            size="small"
            appearance="filled-alternative"
            disabled={busy !== null}
            onClick={() =>
              void run(title, async () => {
                await publish(await load(), `started from ${title}`)
                go('connect')
              })
            }
          >
            <CardHeader header={title} description={<span className={styles.about}>{about}</span>} />
          </Card>
        ))}
      </div>
    </Page>
  )
}
