import type { IToken } from 'chevrotain'
import { blankOutside, fencesIn, isLiterate } from './literate.ts'
import { roleOf, type Role } from './place/role.ts'
import { attempt } from './recover/attempt.ts'
import { mend } from './recover/mend.ts'
import { scan } from './scan.ts'
import * as t from './tokens.ts'

/** A place in a text where an author may write on. */
export interface Place {
  /** In the middle of what: code, a text in quotes, a comment, or outside every fence of a literate file. */
  readonly inside: 'code' | 'text' | 'comment' | 'prose'
  /** The word or text that is half written there, and would be replaced. Empty between words. */
  readonly start: number
  readonly end: number
  /** What of it stands before the place. */
  readonly typed: string
  /**
   * What the first word of a phrase would be, were the phrase written here; null where reading does not get through the
   * phrase, or gets worse by it, or does not take the word `as` asked for.
   */
  readonly roleOf: (phrase: string, as?: (role: string) => boolean) => Role | null
  /** The same, whatever comes after: for asking what is wanted here. */
  readonly roleAlone: (phrase: string) => Role | null
}

/** Looks at one place of a text, however broken: only the item around it is read, as often as it is asked. */
export function placeAt(text: string, file: string, offset: number): Place {
  const fences = isLiterate(file) ? fencesIn(text) : null
  const source = fences === null ? text : blankOutside(text, fences)
  const { tokens: scanned, comments } = scan(source)
  const nothing = { typed: '', start: offset, end: offset, roleOf: () => null, roleAlone: () => null }
  if (fences !== null && !fences.some(({ start, end }) => offset >= start && offset <= end))
    return { inside: 'prose', ...nothing }
  const comment = comments.find((one) => one.startOffset < offset && offset <= one.endOffset! + 1)
  if (comment !== undefined && (offset <= comment.endOffset! || !comment.image.endsWith('*/')))
    return { inside: 'comment', ...nothing }

  const half = halfWritten(scanned, offset)
  const [start, end] = half === undefined ? [offset, offset] : [half.startOffset, half.endOffset! + 1]
  const quoted = half !== undefined && isText(half)
  const silent = () => undefined
  const [from, to] = itemAround(scanned, source, start, end)
  const before = mend(scanned.slice(from, firstFrom(scanned, start)), file, silent)
  const after = mend(scanned.slice(firstFrom(scanned, end), to), file, silent)
  const written = half === undefined ? [] : mend([half], file, silent)
  let faultsNow: number | null = null

  const tried = (phrase: string, alone: boolean, wanted?: (role: string) => boolean): Role | null => {
    const own = scan(phrase).tokens.map((token) => ({ ...token, startOffset: start, endOffset: start }))
    const first = own[0]
    if (first === undefined) return null
    const reading = attempt([...before, ...own])
    const [low, high] = [before.length, before.length + own.length]
    if (reading.faults.some(({ index }) => index >= low && index < high)) return null
    const role = roleOf(reading.cst, first)
    if (role === null || alone) return role
    if (wanted?.(role.as) === false) return null
    faultsNow ??= attempt([...before, ...written, ...after]).faults.length
    return attempt([...before, ...own, ...after]).faults.length > faultsNow ? null : role
  }
  return {
    inside: quoted ? 'text' : 'code',
    start,
    end,
    typed: source.slice(start, offset),
    roleOf: (phrase, as) => tried(phrase, false, as),
    roleAlone: (phrase) => tried(phrase, true),
  }
}

export type { Role } from './place/role.ts'

/** A name or keyword that the place stands in or directly behind, or a text that it stands in. */
function halfWritten(tokens: readonly IToken[], offset: number): IToken | undefined {
  const token = tokens[firstFrom(tokens, offset) - 1]
  if (token === undefined) return undefined
  const end = token.endOffset! + 1
  if (token.tokenType === t.OpenText || token.tokenType === t.OpenName) return end >= offset ? token : undefined
  if (token.tokenType === t.Text || token.tokenType === t.OtherText) return end > offset ? token : undefined
  const isWord = token.tokenType.CATEGORIES?.includes(t.Name) === true || /^[\p{L}_]/u.test(token.image)
  return isWord && end >= offset ? token : undefined
}

function isText({ tokenType }: IToken): boolean {
  return tokenType === t.Text || tokenType === t.OpenText || tokenType === t.OtherText
}

/** The place in the list of the first token that begins at an offset or later. */
function firstFrom(tokens: readonly IToken[], offset: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]!.startOffset < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens of the item a place stands in: from a word that begins an item at the start of a line to the next such. */
function itemAround(tokens: readonly IToken[], text: string, start: number, end: number): readonly [number, number] {
  const begins = (index: number) => beginsLine(tokens[index]!, text) && heads.has(tokens[index]!.tokenType)
  let depth = 0
  let from = firstFrom(tokens, start)
  while (from > 0) {
    from -= 1
    const { tokenType } = tokens[from]!
    if (tokenType === t.RightBrace) depth += 1
    if (tokenType === t.LeftBrace) depth -= 1
    // More closed than opened: this is the inside of something that began earlier.
    if (depth <= 0 && begins(from)) break
  }
  let to = firstFrom(tokens, end)
  // What stands before the items of a file is one piece: there is one header, and imports come before it.
  while (to < tokens.length && (!begins(to) || preamble.has(tokens[to]!.tokenType))) to += 1
  return [from, to]
}

const heads = t.typesOf(...t.itemWords, 'missing', 'otherwise', 'score', 'model', 'import')
const preamble = t.typesOf('model', 'import')

function beginsLine({ startOffset }: IToken, text: string): boolean {
  return startOffset === 0 || /[\n\r]/.test(text.charAt(startOffset - 1))
}
