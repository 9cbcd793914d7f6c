import { makeStyles, tokens } from '@fluentui/react-components'
import type { Band } from '../../model/judge.ts'
import { toneOf } from './tone.ts'

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
})

/** A band by its label, its colour and a mark that says the same without colour. */
export function BandTag({ bands, name }: { readonly bands: readonly Band[]; readonly name: string | null }) {
  const styles = useStyles()
  const { text, fill, mark, label } = toneOf(bands, name)
  return (
    <span className={styles.tag} style={{ color: text }}>
      <span aria-hidden style={{ color: fill }}>
        {mark}
      </span>
      {label}
    </span>
  )
}
