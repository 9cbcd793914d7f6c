import type { Entry } from './entry.ts'
import { bands } from './bands.ts'
import { conditions } from './conditions.ts'
import { data } from './data.ts'
import { formula } from './formula.ts'
import { events } from './events.ts'
import { history } from './history.ts'
import { imports } from './import.ts'
import { learning } from './learning.ts'
import { ledger } from './ledger.ts'
import { names } from './names.ts'
import { reconcile } from './reconcile.ts'
import { segments } from './segments.ts'
import { sql } from './sql.ts'
import { syntax } from './syntax.ts'
import { tests } from './tests.ts'
import { validation } from './validation.ts'
import { values } from './values.ts'
import { weights } from './weights.ts'

/** Every finding Salus can report, by slug. The words of Salus's findings live in this folder and nowhere else. */
export const catalogue = {
  ...syntax,
  ...names,
  ...values,
  ...bands,
  ...weights,
  ...segments,
  ...conditions,
  ...tests,
  ...data,
  ...imports,
  ...ledger,
  ...validation,
  ...learning,
  ...history,
  ...events,
  ...reconcile,
  ...sql,
  ...formula,
}

export type Catalogue = typeof catalogue
export type Slug = keyof Catalogue
/** Of several slugs, the parameters of any one of them. */
export type ParametersOf<S extends Slug> = S extends Slug ? (Catalogue[S] extends Entry<infer P> ? P : never) : never
