import { entry } from './entry.ts'

/** Numbers, units and types that do not fit where they stand. */
export const values = {
  'percent-bare': entry<{ text: string; name: string }>(
    'error',
    (p) => `\`${p.name}\` is a percentage: write \`${p.text}%\` or the decimal`,
  ),
}
