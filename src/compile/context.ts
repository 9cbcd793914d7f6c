import { distance } from 'fastest-levenshtein'
import type { Finding } from '../findings/finding.ts'
import type { ParametersOf, Slug } from '../findings/catalogue/index.ts'
import { finding, type Particulars } from '../findings/report.ts'
import type { Span } from '../findings/span.ts'
import type { Input } from '../model/input.ts'
import type { Band } from '../model/judge.ts'
import type { Let, Model } from '../model/model.ts'
import type { Possible } from '../model/possible.ts'

/** What stands at a path of the tree being compiled, as far as conditions elsewhere need to know it. */
export interface Place {
  readonly path: string
  readonly kind: 'measure' | 'dimension'
  /** The bands that `band of` it can be, worst first. */
  readonly ladder: readonly Band[]
}

/** Everything a name can mean while one model is compiled. Findings are collected on the way. */
export interface Context {
  readonly findings: Finding[]
  /** Source texts by file name, to quote formulas as written. */
  readonly texts: ReadonlyMap<string, string>
  readonly inputs: ReadonlyMap<string, Input>
  readonly letNames: ReadonlySet<string>
  /** Inputs made of figures that stand in formulas, by what they compute. Filled on the way. */
  readonly hoisted: Map<string, Input>
  /** The compiled `let` of that name; null where there is none, or where it needs itself. */
  readonly resolveLet: (name: string) => Let | null
  /** What each `let` can be, as far as its formula says. */
  readonly possibleLets: ReadonlyMap<string, Possible>
  readonly ladder: readonly Band[]
  /** By path, in the segment being compiled (or in any, for what stands beside the segments). '' is the whole. */
  readonly places: ReadonlyMap<string, Place>
  readonly uses: ReadonlyMap<string, Model>
  /** Model, dimension, measure: where findings are said to be. */
  readonly trail: readonly string[]
}

/** Reports a finding where the context stands. */
export function report<S extends Slug>(
  context: Context,
  slug: S,
  parameters: ParametersOf<S>,
  span: Span | null,
  particulars: Particulars = {},
): void {
  context.findings.push(finding(slug, parameters, { span, trail: context.trail, ...particulars }))
}

/** Reports things that need each other, at the first of them. */
export function reportCycle(context: Context, names: readonly string[], span: Span): void {
  const shown = names.length > CIRCLE ? [...names.slice(0, CIRCLE - 1), '…', names.at(-1)!] : names
  report(context, 'reference-cycle', { names: shown }, span, {
    question: names.length === 2 ? 'what is it without itself?' : 'which of them can be said without the others?',
  })
}

/** So many steps of a circle are named. */
const CIRCLE = 6

/** The source text of a span on one line. */
export function quote(context: Context, span: Span): string {
  const text = context.texts.get(span.file) ?? ''
  return text.slice(span.start, span.end).replace(/\s+/g, ' ').trim()
}

/** The known name a misspelt one most likely means; null when none is near enough to suggest. */
export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = name.toLowerCase()
  let best: string | null = null
  // A third of the letters may differ, and never all of them.
  let least = Math.min(Math.max(1, Math.floor(name.length / 3)) + 1, name.length)
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    const steps = distance(wanted, candidate.toLowerCase())
    if (steps < least) {
      least = steps
      best = candidate
    }
  }
  return best
}

/** An edit that puts the suggested name in place of the misspelt one, if there is a suggestion. */
export function renameFix(span: Span, suggestion: string | null): Particulars {
  if (suggestion === null) return {}
  const text = writeName(suggestion)
  return { fixes: [{ title: `write \`${suggestion}\``, edits: [{ span, text }] }] }
}

/** The same for a path, each of whose names is written by itself. */
export function pathFix(span: Span, suggestion: string | null): Particulars {
  return suggestion === null ? {} : writeFix(span, suggestion.split('.').map(writeName).join('.'))
}

/** An edit that puts the text as it stands. */
export function writeFix(span: Span, text: string): Particulars {
  return { fixes: [{ title: `write \`${text}\``, edits: [{ span, text }] }] }
}

/** A name as it must be written: in backticks unless it is a plain word. */
export function writeName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``
}

/** The place meant by a full path, or by the last names of one that only it has; else the paths it could be. */
export function lookUp(places: ReadonlyMap<string, Place>, written: string): Place | readonly string[] {
  const exact = places.get(written)
  if (exact) return exact
  const ending = [...places.values()].filter((place) => place.path.endsWith(`.${written}`))
  return ending.length === 1 ? ending[0]! : ending.map((place) => place.path)
}

export function isPlace(found: Place | readonly string[]): found is Place {
  return 'kind' in found
}

/** The place a written path means; reports one that means none or several. `before` is what stands before the path. */
export function findPlace(
  context: Context,
  written: string,
  span: Span,
  places: ReadonlyMap<string, Place> = context.places,
  before = '',
): Place | null {
  const found = lookUp(places, written)
  if (isPlace(found)) return found
  if (found.length > 0) {
    const paths = found.map((path) => before + path)
    report(context, 'name-ambiguous', { name: before + written, paths }, span, {
      fixes: paths.map((text) => ({ title: `write \`${text}\``, edits: [{ span, text }] })),
    })
    return null
  }
  const names = [...places.keys()].flatMap((path) => [path, path.slice(path.lastIndexOf('.') + 1)])
  const known = [...names.filter(Boolean).map((name) => before + name), ...(before === '' ? context.uses.keys() : [])]
  const suggestion = nearest(before + written, known)
  report(context, 'path-unknown', { name: before + written, nearest: suggestion }, span, {
    ...pathFix(span, suggestion),
    question: suggestion === null ? 'which measure or dimension is meant?' : null,
  })
  return null
}

/** The rung of that name, reported when there is none. `unscored` is no rung: callers ask for it first. */
export function findBand(context: Context, ladder: readonly Band[], name: string, span: Span): Band | null {
  const band = ladder.find((rung) => rung.name === name)
  if (band) return band
  const suggestion = nearest(
    name,
    ladder.map((rung) => rung.name),
  )
  report(context, 'band-unknown', { name, nearest: suggestion }, span, {
    ...renameFix(span, suggestion),
    question: suggestion === null ? `which of ${ladder.map((rung) => rung.name).join(', ')} is meant?` : null,
  })
  return null
}
