import { catalogue, type ParametersOf, type Slug } from './catalogue/index.ts'
import type { Entry } from './catalogue/entry.ts'
import type { Finding } from './finding.ts'

/** What a finding may say besides its slug and parameters. */
export type Particulars = Partial<Omit<Finding, 'slug' | 'parameters'>>

/** Makes a finding; `level` may be set only where the catalogue's own does not fit (a warning raised to an error). */
export function finding<S extends Slug>(
  slug: S,
  parameters: ParametersOf<S>,
  particulars: Particulars = {},
): Finding<S> {
  return {
    slug,
    level: catalogue[slug].level,
    parameters,
    span: null,
    related: [],
    trail: [],
    witness: null,
    fixes: [],
    question: null,
    accounts: null,
    ...particulars,
  }
}

/** The one sentence that says a finding. */
export function sentence(found: Finding): string {
  return (catalogue[found.slug] as Entry<unknown>).sentence(found.parameters)
}
