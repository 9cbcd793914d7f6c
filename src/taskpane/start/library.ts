import type { ModelText } from '../../host/document/document.ts'

/** A model that comes with Salus: what it is, and its texts, loaded when it is chosen. The first is the model itself. */
export interface LibraryModel {
  readonly title: string
  readonly about: string
  readonly load: () => Promise<readonly ModelText[]>
}

export const library: readonly LibraryModel[] = [
  {
    title: 'Enterprise health',
    about:
      'Sourcegraph: pulse, technical health, relationships and utilization; airgapped, onboarding and digital accounts apart.',
    load: () => texts(['sourcegraph.salus', () => import('../../../models/sourcegraph.salus')]),
  },
  {
    title: 'Product usage health',
    about: 'PostHog, first version: overall score with other weights for new customers, and ten indicators.',
    load: () => texts(['posthog.salus', () => import('../../../models/posthog.salus')]),
  },
  {
    title: 'Product usage health, rewritten',
    about: 'PostHog, 2025: seven scores and twenty measures.',
    load: () => texts(['posthog-2025.salus', () => import('../../../models/posthog-2025.salus')]),
  },
  {
    title: 'Activity against its own past',
    about: 'PostHog, 2026: how active an account is, product by product, and how hard those would be to take out.',
    load: () => texts(['posthog-2026.salus', () => import('../../../models/posthog-2026.salus')]),
  },
  {
    title: 'By lifecycle stage',
    about: 'Onboarding, adoption, maturity and renewal, each with its own dimensions and weights.',
    load: () => texts(['lifecycle.salus', () => import('../../../models/lifecycle.salus')]),
  },
  {
    title: 'Several health scores in one',
    about: 'Vitally: a weighted average of product setup, product usage and more.',
    load: () =>
      texts(
        ['vitally.salus', () => import('../../../models/vitally.salus')],
        ['vitally-product-setup.salus', () => import('../../../models/vitally-product-setup.salus')],
        ['vitally-product-usage.salus', () => import('../../../models/vitally-product-usage.salus')],
      ),
  },
  {
    title: 'A first score: three signals',
    about: 'Maturity, stage one: a red, amber, green status kept by hand.',
    load: () => texts(['maturity-crawl.salus', () => import('../../../models/maturity-crawl.salus')]),
  },
  {
    title: 'A weighted score of 0 to 100',
    about: 'Maturity, stage two: agreed thresholds, so that everybody judges alike.',
    load: () => texts(['maturity-walk.salus', () => import('../../../models/maturity-walk.salus')]),
  },
]

type Loading = readonly [string, () => Promise<{ readonly default: string }>]

function texts(...files: readonly Loading[]): Promise<readonly ModelText[]> {
  return Promise.all(files.map(async ([file, load]) => ({ file, text: (await load()).default })))
}
