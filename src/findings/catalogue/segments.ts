import { entry } from './entry.ts'

/** Segments that hold together, never, or leave accounts out. */
export const segments = {
  'segment-no-default': entry<Record<never, never>>('error', () => 'accounts in no segment have no score'),
  'segment-without-when': entry<{ name: string }>(
    'error',
    (p) => `\`${p.name}\` does not say which accounts are in it`,
  ),
  'segment-overlap': entry<{ first: string; second: string }>(
    'warning',
    (p) => `an account can be both \`${p.first}\` and \`${p.second}\`; \`${p.first}\` wins`,
  ),
  'segment-shadowed': entry<{ segment: string; by: string }>(
    'error',
    (p) => `\`${p.segment}\` can never apply: \`${p.by}\` takes every account first`,
  ),
  'segment-never': entry<{ segment: string }>('error', (p) => `no account can be in \`${p.segment}\``),
  'segment-same-as-default': entry<{ segment: string; amends: string }>(
    'hint',
    (p) => `\`${p.segment}\` changes nothing of \`${p.amends}\``,
  ),
}
