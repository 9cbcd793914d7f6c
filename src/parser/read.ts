import type { IToken } from 'chevrotain'
import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { attempt, type Attempt } from './recover/attempt.ts'
import { balance } from './recover/balance.ts'
import { mend, visible } from './recover/mend.ts'
import { deepest, excessIn, longest as longestFormula } from './recover/nesting.ts'
import { repair } from './recover/repair.ts'
import { rewrite, slip } from './recover/slip.ts'
import { scan } from './scan.ts'
import { OtherComment } from './tokens.ts'

/** No model comes near it; beyond, time and memory would be spent on noise. */
const longest = 1_000_000

export interface Reading {
  readonly attempt: Attempt
  readonly comments: readonly IToken[]
  readonly findings: readonly Finding[]
}

/** Text to what the grammar saw, by way of mending what can be mended; whatever the text, it ends and does not throw. */
export function read(text: string, file: string): Reading {
  const findings: Finding[] = []
  const counts = new Map<string, number>()
  const report = (found: Finding) => {
    const count = (counts.get(found.slug) ?? 0) + 1
    counts.set(found.slug, count)
    if (count <= mostOfAKind) findings.push(found)
  }
  const span = (start: number, end: number) => ({ file, start, end })
  if (text.length > longest) {
    report(finding('file-too-large', { limit: longest }, { span: span(0, 0) }))
    return { attempt: attempt([]), comments: [], findings }
  }
  const { tokens, comments, strays } = scan(text)
  for (const { offset, length } of strays.slice(0, mostOfAKind)) {
    const written = text.slice(offset, offset + length)
    const place = span(offset, offset + length)
    report(finding('syntax-character', { text: visible(written) }, { span: place, fixes: [rewrite(place, '')] }))
  }
  for (const comment of comments.filter(({ tokenType }) => tokenType === OtherComment))
    report(otherComment(comment, file))
  const mended = mend(tokens, file, report)
  const excess = excessIn(mended)
  if (excess !== undefined) {
    const place = { span: span(excess.token.startOffset, excess.token.endOffset! + 1) }
    const deep = excess.of === 'nesting'
    report(
      deep
        ? finding('nesting-too-deep', { limit: deepest }, place)
        : finding('formula-deep', { levels: longestFormula }, place),
    )
    return { attempt: attempt([]), comments, findings }
  }
  const { best, findings: more } = repair(balance(mended, text, file, report), text, file)
  return { attempt: best, comments, findings: [...findings, ...more] }
}

/** A text of noise has more; nobody reads them. */
const mostOfAKind = 50

function otherComment({ image, startOffset, endOffset }: IToken, file: string): Finding {
  const span = { file, start: startOffset, end: endOffset! + 1 }
  const words = image.startsWith('#') ? image.slice(1) : image.slice(2, -2)
  const lines = words.split(/\r\n|\n|\r/).map((line) => `// ${line.replace(/^\s*\*?\s*/, '').trimEnd()}`.trimEnd())
  return slip({ shape: 'comment-sign' }, span, rewrite(span, lines.join('\n')))
}
