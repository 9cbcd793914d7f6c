import { entry } from './entry.ts'

/** `; did you mean \`x\`?` where something near exists. */
function near(nearest: string | null): string {
  return nearest === null ? '' : `; did you mean \`${nearest}\`?`
}

type Unknown = { name: string; nearest: string | null }

/** Names that point nowhere, at two things, or back at themselves. */
export const names = {
  'input-unknown': entry<Unknown>('error', (p) => `unknown input \`${p.name}\`${near(p.nearest)}`),
  'band-unknown': entry<Unknown>('error', (p) => `unknown band \`${p.name}\`${near(p.nearest)}`),
  'path-unknown': entry<Unknown>('error', (p) => `no measure or dimension is called \`${p.name}\`${near(p.nearest)}`),
  'function-unknown': entry<Unknown>('error', (p) => `unknown function \`${p.name}\`${near(p.nearest)}`),
  'segment-unknown': entry<Unknown>('error', (p) => `unknown segment \`${p.name}\`${near(p.nearest)}`),
  'indicator-unknown': entry<Unknown>('error', (p) => `no indicator is called \`${p.name}\`${near(p.nearest)}`),
  'result-unknown': entry<Unknown>('error', (p) => `no result is called \`${p.name}\`${near(p.nearest)}`),
  'choice-unknown': entry<Unknown & { input: string }>(
    'error',
    (p) => `\`${p.input}\` is never \`${p.name}\`${near(p.nearest)}`,
  ),
  'type-unknown': entry<Unknown>('error', (p) => `unknown type \`${p.name}\`${near(p.nearest)}`),
  'import-unknown': entry<Unknown>('error', (p) => `cannot find \`${p.name}\`${near(p.nearest)}`),
  'import-cycle': entry<{ files: readonly string[] }>(
    'error',
    (p) => `files import each other: ${p.files.join(' → ')}`,
  ),
  'name-ambiguous': entry<{ name: string; paths: readonly string[] }>(
    'error',
    (p) => `\`${p.name}\` could be ${p.paths.map((path) => `\`${path}\``).join(' or ')}`,
  ),
  'name-taken': entry<{ name: string; what: string }>('error', (p) => `\`${p.name}\` already names ${p.what}`),
  'name-reserved': entry<{ name: string; what: string; means: string }>(
    'error',
    (p) => `\`${p.name}\` cannot name ${p.what}: it stands for ${p.means}`,
  ),
  'reference-cycle': entry<{ names: readonly string[] }>('error', ({ names: [first = '', ...rest] }) =>
    rest.length === 1
      ? `\`${first}\` needs itself`
      : `these need each other: ${[first, ...rest].map((name) => `\`${name}\``).join(' → ')}`,
  ),
}
