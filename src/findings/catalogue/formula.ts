import { entry } from './entry.ts'

/** What formulas of a workbook cannot say. */
export const formula = {
  'formula-unsaid': entry<{ where: string; what: string }>(
    'error',
    (p) => `\`${p.where}\` has ${p.what}, which formulas do not say`,
  ),
}
