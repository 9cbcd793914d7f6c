import {
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from '@fluentui/react-components'
import { TextBulletListTreeRegular } from '@fluentui/react-icons'
import { outline, type OutlineItem } from '../../authoring/outline/outline.ts'

const useStyles = makeStyles({
  list: { maxHeight: '60vh', overflowY: 'auto', maxWidth: '300px' },
  detail: { color: tokens.colorNeutralForeground3 },
})

interface OutlineProps {
  readonly file: string
  readonly text: string
  readonly goTo: (start: number, end: number) => void
}

/** Where in a long text something stands: chosen by name, the cursor goes there. */
export function OutlineMenu({ file, text, goTo }: OutlineProps) {
  const styles = useStyles()
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          size="small"
          appearance="subtle"
          icon={<TextBulletListTreeRegular />}
          aria-label="Go to"
          title="Go to"
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList className={styles.list}>
          <Items file={file} text={text} goTo={goTo} />
        </MenuList>
      </MenuPopover>
    </Menu>
  )
}

/** Read only when the menu is open. */
function Items({ file, text, goTo }: OutlineProps) {
  const styles = useStyles()
  return flat(outline(text, file), 0).map(({ item, depth }) => (
    <MenuItem
      key={item.nameSpan.start}
      style={{ paddingLeft: `${8 + 14 * depth}px` }}
      onClick={() => goTo(item.nameSpan.start, item.nameSpan.end)}
    >
      {item.detail !== null && item.kind !== 'indicator' ? item.detail : item.name}{' '}
      <span className={styles.detail}>{KINDS[item.kind]}</span>
    </MenuItem>
  ))
}

function flat(
  items: readonly OutlineItem[],
  depth: number,
): readonly { readonly item: OutlineItem; readonly depth: number }[] {
  return items
    .filter(({ kind }) => kind !== 'test' && kind !== 'model')
    .flatMap((item) => [{ item, depth }, ...(item.kind === 'inputs' ? [] : flat(item.children, depth + 1))])
}

const KINDS: Readonly<Record<OutlineItem['kind'], string>> = {
  model: '',
  inputs: '',
  input: 'input',
  formula: 'formula',
  dimension: 'dimension',
  measure: '',
  segment: 'segment',
  indicator: 'indicator',
  result: 'result',
  test: 'test',
}
