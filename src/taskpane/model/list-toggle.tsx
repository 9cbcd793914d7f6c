import { Button } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'

interface ListToggleProps {
  readonly label: string
  readonly isOpen: boolean
  readonly setOpen: (isOpen: boolean) => void
}

/** Opens and closes the list above it, which a line of words sums up. */
export function ListToggle({ label, isOpen, setOpen }: ListToggleProps) {
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-expanded={isOpen}
      icon={isOpen ? <ChevronDownRegular /> : <ChevronUpRegular />}
      iconPosition="after"
      onClick={() => setOpen(!isOpen)}
    >
      {label}
    </Button>
  )
}
