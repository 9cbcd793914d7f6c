import { createTokenInstance, type IToken, type TokenType } from 'chevrotain'
import type { Edit, Finding } from '../../findings/finding.ts'
import { scan } from '../scan.ts'
import { Hole, itemWords, LeftBrace, RightBrace, words } from '../tokens.ts'
import { attempt, type Attempt, type Fault } from './attempt.ts'
import { hereOf, holeText } from './here.ts'
import { mistakesAt } from './mistakes.ts'

/** A text with more faults than this is told about these. */
const mostFindings = 20
/** Attempts at reading that may be spent on proposals. */
const mostTrials = 80
/** Files with more tokens are read once, and told what is wrong without proposals. */
const mostTokens = 40_000

export interface Repaired {
  readonly best: Attempt
  readonly findings: readonly Finding[]
}

/**
 * Reads tokens; of each place where the grammar could not go on, tries what the table of mistakes proposes, and keeps the
 * first proposal that gets reading further. So a repair that is offered has been tried, and what follows a mistake is read
 * as if it had not been made.
 */
export function repair(tokens: readonly IToken[], text: string, file: string): Repaired {
  let best = attempt(tokens)
  const findings: Finding[] = []
  const told = new Set<IToken | undefined>()
  const spoilt: [number, number][] = []
  let trials = tokens.length > mostTokens ? 0 : mostTrials
  const isNews = ({ index }: Fault, among: readonly IToken[]) => {
    const token = among[index]
    if (told.has(token)) return false
    const at = token?.startOffset ?? text.length
    return !spoilt.some(([start, end]) => at >= start && at < end)
  }
  const news = (of: Attempt) => of.faults.filter((fault) => isNews(fault, of.tokens))

  while (findings.length < mostFindings) {
    const open = news(best)
    const fault = open[0]
    if (fault === undefined) break
    const found = best.tokens[fault.index]
    if (found !== undefined && isClosedByUs(found)) {
      told.add(found)
      continue
    }
    for (const { finding, edits } of mistakesAt(hereOf(fault, best.tokens, file))) {
      if (edits === null) {
        findings.push(finding)
        told.add(found)
        spoilt.push(thoughtAround(found?.startOffset ?? text.length, text))
        break
      }
      if (trials === 0 || opensTooMany(edits, best.tokens) || crossesLines(edits, text)) continue
      trials -= 1
      const next = attempt(edited(best.tokens, edits))
      if (!isFurther(next, news(next), fault, open.length, best)) continue
      findings.push(finding)
      best = next
      break
    }
  }
  return { best, findings }
}

/** A brace that `balance` put in: what does not fit before it has been told with the brace. */
function isClosedByUs({ tokenType, startOffset, endOffset }: IToken): boolean {
  return tokenType === RightBrace && endOffset! < startOffset
}

const hole = createTokenInstance(Hole, '', 0, 0, 0, 0, 0, 0)

/** Whether the first fault now comes clearly later, or faults have become fewer and none came before. */
function isFurther(next: Attempt, now: readonly Fault[], fault: Fault, openBefore: number, before: Attempt): boolean {
  const first = now[0]
  if (first === undefined) return true
  const shift = next.tokens.length - before.tokens.length
  const ahead = first.index - (fault.index + shift)
  return ahead > 1 || (ahead > 0 && now.length < openBefore)
}

/** From the start of a line to where a thought begins that has nothing to do with it: what fails between says nothing new. */
function thoughtAround(offset: number, text: string): [number, number] {
  const fresh = new RegExp(`\\n[^\\S\\n]*(?:\\r?\\n|[}]|(?:${beginnings.join('|')})\\b)`, 'g')
  fresh.lastIndex = offset
  const end = fresh.exec(text)?.index ?? text.length + 1
  return [text.lastIndexOf('\n', offset - 1) + 1, end]
}

const beginnings = [...itemWords, ...words('missing otherwise score given expect case when row')]

/** A brace is opened only for one that closes nothing yet: otherwise everything behind would stand inside it. */
function opensTooMany(edits: readonly Edit[], tokens: readonly IToken[]): boolean {
  if (!edits.some(({ text }) => text.includes('{'))) return false
  const count = (type: TokenType) => tokens.filter(({ tokenType }) => tokenType === type).length
  return count(LeftBrace) >= count(RightBrace)
}

/** Edits stay on a line, and so never reach over a comment. */
function crossesLines(edits: readonly Edit[], text: string): boolean {
  return edits.some(({ span }) => /[\n\r]/.test(text.slice(span.start, span.end)))
}

/** The tokens as they would be after some edits, each still at its place in the text as written. */
function edited(tokens: readonly IToken[], edits: readonly Edit[]): readonly IToken[] {
  return edits.reduce<readonly IToken[]>((before, { span, text }) => {
    const from = before.findIndex((token) => token.startOffset >= span.start && token.endOffset! >= span.start)
    const start = from === -1 ? before.length : from
    let end = start
    while (end < before.length && before[end]!.startOffset < span.end) end += 1
    const added = (text === holeText ? [hole] : scan(text).tokens).map((token) => ({
      ...token,
      startOffset: span.start,
      endOffset: span.end - 1,
    }))
    return [...before.slice(0, start), ...added, ...before.slice(end)]
  }, tokens)
}
