import { entry } from './entry.ts'

/** What a query cannot say. */
export const sql = {
  'sql-unsaid': entry<{ dialect: string; where: string; what: string }>(
    'error',
    (p) => `\`${p.where}\` has ${p.what}, which is not said in ${p.dialect}`,
  ),
}
