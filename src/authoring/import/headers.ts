/** What a column of a pasted table holds. */
export type Role =
  | { readonly kind: 'dimension' | 'measure' | 'description' | 'weight' | 'other' }
  /** `rank`: 0 is the worst; words of the same rank mean the same rung. */
  | { readonly kind: 'band'; readonly word: string; readonly rank: number }

/** The role a header names. A header that only qualifies ("Metric type", "Product Area") is no measure. */
export function roleOf(header: string): Role {
  const words = header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}/ ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const bands = bandWords(words)
  if (bands.length === 1 && words.split(' ').length <= 3)
    return { kind: 'band', word: bands[0]!, rank: rankOf(bands[0]!) }
  if (/\bweight/.test(words)) return { kind: 'weight' }
  if (/\b(?:description|measuring|definition|notes?|comments?|explanation|why)$/.test(words))
    return { kind: 'description' }
  if (/\b(?:dimension|category|pillar|theme|section|component)s?$/.test(words)) return { kind: 'dimension' }
  if (/\b(?:measure|metric|signal|indicator|kpi|criterion|criteria|score name|score|name)s?$/.test(words))
    return { kind: 'measure' }
  return { kind: 'other' }
}

/** The band words of a header line, in its order and spelling. */
export function bandWords(line: string): readonly string[] {
  return [...line.matchAll(BAND_WORDS)].map((match) => match[0])
}

/** 0 for words that say bad, 2 for words that say good, 1 for what lies between. */
export function rankOf(word: string): number {
  return RUNGS.findIndex((words) => words.includes(word.toLowerCase()))
}

const RUNGS: readonly (readonly string[])[] = [
  ['poor', 'red', 'critical', 'bad', 'at risk', 'at-risk', 'unhealthy', 'danger', 'low'],
  ['concerning', 'amber', 'yellow', 'orange', 'warning', 'neutral', 'medium', 'average', 'moderate', 'fair', 'caution'],
  ['healthy', 'green', 'good', 'great', 'strong', 'excellent', 'high'],
]

const BAND_WORDS = new RegExp(String.raw`(?<![\p{L}-])(?:${RUNGS.flat().join('|')})(?![\p{L}-])`, 'giu')
