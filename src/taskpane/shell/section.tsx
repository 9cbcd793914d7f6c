import { makeStyles, Select, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  section: { margin: `${tokens.spacingVerticalM} 0` },
  title: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  note: { margin: '4px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  choice: { display: 'flex', alignItems: 'center', columnGap: '8px', margin: '0 0 6px' },
  label: { flex: '0 0 auto', maxWidth: '45%' },
  select: { flexGrow: 1, minWidth: 0 },
})

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  )
}

/** A sentence that says what is missing, or how to read what stands here. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className={useStyles().note}>{children}</p>
}

interface OneOfProps {
  readonly label: string
  /** '' where nothing is chosen. */
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** What choosing nothing is called; left out where something must be chosen. */
  readonly none?: string
  readonly choose: (value: string) => void
}

/** One choice with its name beside it. */
export function OneOf({ label, value, options, none, choose }: OneOfProps) {
  const styles = useStyles()
  return (
    <label className={styles.choice}>
      <span className={styles.label}>{label}</span>
      <Select className={styles.select} size="small" value={value} onChange={(_, data) => choose(data.value)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </Select>
    </label>
  )
}
