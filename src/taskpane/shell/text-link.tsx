import { Link, makeStyles, mergeClasses } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  // The colour of Fluent's own links stays its theme's, which need not suit the colours that are forced.
  inline: { fontSize: 'inherit', lineHeight: 'inherit' },
  link: {
    '@media (forced-colors: active)': {
      color: 'LinkText',
      ':hover': { color: 'LinkText' },
      ':active': { color: 'LinkText' },
      ':hover:active': { color: 'LinkText' },
    },
  },
})

interface TextLinkProps {
  readonly onClick: () => void
  readonly children: ReactNode
  readonly className?: string
  /** Says more than the text, where the text alone does not say enough. */
  readonly label?: string
  /** Underlined, since it stands in a sentence. */
  readonly inline?: boolean
  readonly current?: boolean
}

/** Text that does something in the pane or in the workbook when it is clicked. */
export function TextLink({ onClick, children, className, label, inline = false, current = false }: TextLinkProps) {
  const styles = useStyles()
  return (
    <Link
      as="button"
      className={mergeClasses(styles.link, inline && styles.inline, className)}
      inline={inline}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
      onClick={onClick}
    >
      {children}
    </Link>
  )
}
