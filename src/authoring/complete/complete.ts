import { placeAt, type Place, type Role } from '../../parser/index.ts'
import { quoted } from '../../parser/names.ts'
import { declaredIn, type Declared } from './declared.ts'
import { namesFor, textsFor } from './names.ts'
import { phrases } from './phrases.ts'
import { plainText, type Candidate, type CompletionContext, type Suggestion } from './suggestion.ts'

/**
 * What may be written at a place of a text, most fitting first: names the model knows there, then the words of the
 * language. Every suggestion has been tried: reading gets through it and gets no worse by it. Never throws, whatever the
 * text.
 */
export function complete(
  text: string,
  file: string,
  offset: number,
  context: CompletionContext = {},
): readonly Suggestion[] {
  const place = placeAt(text, file, offset)
  if (place.inside === 'comment' || place.inside === 'prose') return []
  // What is half written would only be in the way of reading the rest.
  const rest = text.slice(0, place.start) + ' '.repeat(place.end - place.start) + text.slice(place.end)
  const declared = declaredIn(rest, file, context.load)
  const found = place.inside === 'text' ? inText(place, declared, context) : inCode(place, declared, context, text)
  const span = { file, start: place.start, end: place.end }
  const seen = new Set<string>()
  return found.flatMap(({ template, ...candidate }): Suggestion[] => {
    const spaced = apart(template, text, place)
    if (seen.has(spaced)) return []
    seen.add(spaced)
    return [{ ...candidate, template: spaced, insert: plainText(spaced), replaces: span }]
  })
}

/** With spaces, so that it does not run into the word before or behind. */
function apart(template: string, text: string, { start, end }: Place): string {
  const joins = (a: string, b: string) => /[\p{L}\p{N}_%"`]$/u.test(a) && /^[\p{L}\p{N}_"`{]/u.test(b)
  const plain = plainText(template)
  const before = joins(text.slice(Math.max(0, start - 2), start), plain) ? ' ' : ''
  return before + template + (joins(plain, text.slice(end, end + 2)) ? ' ' : '')
}

function inCode(place: Place, declared: Declared, context: CompletionContext, text: string): readonly Candidate[] {
  const before = text.slice(Math.max(0, place.start - 200), place.start)
  const names = rolesAt(place).flatMap((role) => namesFor(role, declared, context, before))
  const fitted = fitting([...names, ...phrases(declared)], place.typed).flatMap(({ candidate, fit }) => {
    const role = roleFor(candidate, place)
    return role === null ? [] : [{ candidate, fit, depth: candidate.kind === 'keyword' ? role.rules.length : Infinity }]
  })
  // Names first; of the words those that go on with what is being written before those that begin something new.
  return fitted
    .toSorted((a, b) => a.fit - b.fit || (a.depth === b.depth ? 0 : b.depth - a.depth))
    .map(({ candidate }) => candidate)
}

/** A keyword that would only be read as somebody's name is not meant. */
function roleFor({ kind, template }: Candidate, place: Place): Role | null {
  const phrase = plainText(template)
  const isMeant = (as: string) => kind !== 'keyword' || !asName.has(as) || (as === 'state' && states.has(phrase))
  return place.roleOf(phrase, isMeant)
}

const asName = new Set(['Name', 'Band', 'color', 'amended', 'weights', 'anchor', 'cohort', 'state'])
const states = new Set(['missing', 'skipped', 'stale', 'off', 'scored', 'unscored'])

/** Inside quotes, or where quotes were opened: the whole text is replaced, quotes included. */
function inText(place: Place, declared: Declared, context: CompletionContext): readonly Candidate[] {
  const role = place.roleAlone('"x"')
  if (role === null) return []
  return fitting(textsFor(role, declared, context), place.typed.slice(1))
    .toSorted((a, b) => a.fit - b.fit)
    .map(({ candidate }) => ({ ...candidate, template: quoted(candidate.label) }))
    .filter(({ template }) => place.roleOf(template) !== null)
}

/** What a name could be here: it depends on what follows it, so several things are tried behind it. */
function rolesAt(place: Place): readonly Role[] {
  const roles = new Map<string, Role>()
  for (const shape of ['', ' = 1', ' < 1 <= zz', ' 1', ' off', ' count', ' "zz"', ' zz']) {
    const role = place.roleAlone(`zz${shape}`)
    const key = role === null ? '' : `${role.rules[0]} ${role.as} ${role.nth > 0}`
    if (role !== null && !roles.has(key)) roles.set(key, role)
  }
  return [...roles.values()]
}

/** How well what is typed fits a label: 0 begins it, 1 begins a word of it, 2 its letters in order from the start of a word; null does not. */
function fitOf({ label }: Pick<Candidate, 'label'>, typed: string): 0 | 1 | 2 | null {
  const [wanted, name] = [typed.replaceAll('`', '').toLowerCase(), label.toLowerCase()]
  if (name.startsWith(wanted)) return 0
  const starts = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].map(({ index }) => name.slice(index))
  if (starts.some((rest) => rest.startsWith(wanted))) return 1
  return starts.some((rest) => rest[0] === wanted[0] && holdsInOrder(rest, wanted)) ? 2 : null
}

function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0
  for (const letter of text) if (letter === wanted[at]) at += 1
  return at >= wanted.length
}

/** Those that fit what is typed, each with how well. */
function fitting(
  candidates: readonly Candidate[],
  typed: string,
): readonly { readonly candidate: Candidate; readonly fit: number }[] {
  return candidates.flatMap((candidate) => {
    const fit = fitOf(candidate, typed)
    return fit === null ? [] : [{ candidate, fit }]
  })
}
