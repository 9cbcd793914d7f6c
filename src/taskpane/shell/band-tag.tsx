import { makeStyles, tokens } from '@fluentui/react-components'
import type { Band } from '../../model/judge.ts'
import { toneOf } from './tone.ts'

const useStyles = makeStyles({
  tag: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '5px',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
  },
  mark: { flexShrink: 0, '@media (forced-colors: active)': { fill: 'CanvasText', stroke: 'CanvasText' } },
})

/** A band by its label, its colour and a mark that says the same without colour. */
export function BandTag({ bands, name }: { readonly bands: readonly Band[]; readonly name: string | null }) {
  const styles = useStyles()
  const { text, fill, filled, label } = toneOf(bands, name)
  return (
    <span className={styles.tag} style={{ color: text }}>
      <svg className={styles.mark} width="10" height="10" viewBox="0 0 10 10" aria-hidden fill={fill} stroke={fill}>
        <circle cx="5" cy="5" r="4.25" fill="none" strokeWidth="1.5" />
        <rect
          x="1"
          y={1 + 8 * (1 - filled)}
          width="8"
          height={8 * filled}
          stroke="none"
          clipPath="circle(4px at 4px)"
          rx="4"
        />
      </svg>
      {label}
    </span>
  )
}
