import type { TextColumn } from '../../model/columns.ts'
import { isUnreadable, type Unreadable } from '../cell.ts'
import type { TextReader } from '../values/text-reader.ts'

/**
 * The column of a text input that is also the account key: the keys themselves are its dictionary, since hardly any comes
 * twice. What `read` makes missing or unreadable is short or begins with `#`.
 */
export function keyTexts(
  accounts: readonly string[],
  read: TextReader,
  report: (text: string, row: number, problem: Unreadable) => void,
  lines: ArrayLike<number>,
): TextColumn {
  const codes = new Int32Array(accounts.length)
  const unreadable: number[] = []
  for (let i = 0; i < accounts.length; i++) {
    const key = accounts[i]!
    codes[i] = i
    if (key.length > 4 && !key.startsWith('#')) continue
    const reading = read(key)
    if (typeof reading === 'string') continue
    codes[i] = -1
    if (!isUnreadable(reading)) continue
    unreadable.push(i)
    report(key, lines[i]!, reading)
  }
  return { kind: 'text', codes, dictionary: accounts, unreadable }
}
