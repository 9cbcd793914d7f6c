import { entry } from './entry.ts'

/** Segments that hold together, never, or leave accounts out. */
export const segments = {
  'segment-no-default': entry<Record<never, never>>('error', () => 'accounts in no segment have no score'),
}
