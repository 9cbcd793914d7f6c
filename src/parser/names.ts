/** Hands out snake_case names, each once. */
export type Namer = (label: string, fallback: string) => string

/** A namer that never gives a name twice, nor one that the language needs for itself. `taken` are names it must leave alone. */
export function namer(taken: readonly string[]): Namer {
  const reserved = new Set([...KEYWORDS, ...taken])
  const used = new Set<string>()
  return (label, fallback) => {
    const plain = snake(label) || fallback
    const base = reserved.has(plain) ? `${plain}_value` : plain
    let name = base
    for (let count = 2; used.has(name) || reserved.has(name); count++) name = `${base}_${count}`
    used.add(name)
    return name
  }
}

function snake(label: string): string {
  const words = label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{Nd}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)
    .replace(/_+$/, '')
  return /^\p{Nd}/u.test(words) ? `_${words}` : words
}

/** A choice or text as it stands in a model: bare where it reads as a name. */
export function literal(text: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text) && !KEYWORDS.has(text.toLowerCase()) ? text : quoted(text)
}

export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Most may name an input all the same; an importer has no need to try a reader's patience. */
const KEYWORDS: ReadonlySet<string> = new Set(
  `and or not is if then else missing yes no otherwise when as_of score points band unscored first all above account
  accounts across after allow amends applies as because below best between bonus bands by cap case children choice
  combine count coverage date day days decimal decimals default dimension do effective even exclusive
  expect extend floor from given grid higher hold import in including index indicator inputs judge key ladder let line
  max mean measure min missing model money multiply none number of off on one opportunity override parent penalty
  percent portfolio product ratio reason required rescaled result risk round row scale scored scoring segment segments
  share show shown since skip skipped stale sum test text then to under until up version weight weighted weights week
  weeks where with withhold within worse worst abs coalesce round_up round_down days_between workdays_between
  days_since change average streak previous median percentile rank true false`.split(/\s+/),
)
