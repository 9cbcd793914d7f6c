import { entry } from './entry.ts'

/** Weights that do not add up or weigh nothing. */
export const weights = {
  'weight-sum': entry<{ total: string }>('error', (p) => `weights total ${p.total}, not 100%`),
}
