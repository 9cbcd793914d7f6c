import { entry } from './entry.ts'

/** Names that point nowhere, at two things, or back at themselves. */
export const names = {
  'input-unknown': entry<{ name: string; nearest: string | null }>('error', (p) =>
    p.nearest === null ? `unknown input \`${p.name}\`` : `unknown input \`${p.name}\`; did you mean \`${p.nearest}\`?`,
  ),
  'name-taken': entry<{ name: string; what: string }>('error', (p) => `\`${p.name}\` already names ${p.what}`),
}
