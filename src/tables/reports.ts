import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { Slug } from '../findings/catalogue/index.ts'

/** How many findings of one kind about one column are written out; the rest are counted. */
export const EXAMPLES = 5

/**
 * Gathers what goes wrong row by row, so that a million bad cells make a short report: the first few of each kind and
 * column are findings, the rest a count at the end.
 */
export interface Reports {
  /** Adds `make()` while there are few of its kind; `what` says, for the count at the end, what there are more of. */
  add(slug: Slug, what: string, make: () => Finding): void
  /** The findings gathered since the last time. */
  drain(): readonly Finding[]
  /** What is left, with the counts. */
  finish(): readonly Finding[]
}

export function gatherReports(): Reports {
  const counts = new Map<string, { count: number; readonly what: string }>()
  let gathered: Finding[] = []
  const drain = () => {
    const drained = gathered
    gathered = []
    return drained
  }
  return {
    add(slug, what, make) {
      const key = `${slug} ${what}`
      const seen = counts.get(key)
      if (seen === undefined) counts.set(key, { count: 1, what })
      else seen.count++
      if (seen === undefined || seen.count <= EXAMPLES) gathered.push(make())
    },
    drain,
    finish() {
      const more = [...counts.values()].filter(({ count }) => count > EXAMPLES)
      counts.clear()
      return [...drain(), ...more.map(({ count, what }) => finding('data-more', { count: count - EXAMPLES, what }))]
    },
  }
}
