import { makeStyles, Spinner, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  page: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}` },
  notice: { color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase400 },
})

export function Page({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().page}>{children}</div>
}

/** A page that has nothing to show yet, and says why. */
export function Notice({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <Page>
      <p className={styles.notice}>{children}</p>
    </Page>
  )
}

export function Waiting({ what }: { readonly what: string }) {
  return (
    <Page>
      <Spinner size="small" label={what} labelPosition="after" delay={200} />
    </Page>
  )
}
