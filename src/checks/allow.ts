import type { Finding } from '../findings/finding.ts'
import type { Span } from '../findings/span.ts'
import type { Model } from '../model/model.ts'
import { found } from './check.ts'

/** A stretch of lines, by their offsets. */
interface Line {
  readonly start: number
  readonly end: number
}

/**
 * Drops the warnings and hints that `// allow slug: reason` permits on its own line, or on the next line of code when it
 * stands alone. Errors stay. An allow that permits nothing is reported, and one that says not why. `textOf` gives a file as it was read, or null.
 */
export function applyAllows(
  model: Model,
  findings: readonly Finding[],
  textOf: (file: string) => string | null,
): readonly Finding[] {
  const used = new Set<Span>()
  const kept = findings.filter((finding) => {
    if (finding.level === 'error' || finding.span === null) return true
    const { slug, span } = finding
    const allow = model.allows.find((one) => {
      if (one.slug !== slug || one.span.file !== span.file) return false
      const line = allowedLine(textOf(span.file) ?? '', one.span)
      return span.start >= line.start && span.start < line.end
    })
    if (allow !== undefined) used.add(allow.span)
    return allow === undefined
  })
  // What a file that is amended allows it allows for itself: there it is looked at.
  const own = model.allows.filter(({ span }) => model.span === null || span.file === model.span.file)
  const idle = own.filter(({ span }) => !used.has(span))
  const bare = own.filter(({ span, reason }) => used.has(span) && reason === '')
  return [
    ...kept,
    ...idle.map(({ slug, span }) =>
      found(
        'allow-unused',
        { slug },
        { span, trail: [model.name], fixes: [{ title: 'take it out', edits: [{ span, text: '' }] }] },
      ),
    ),
    ...bare.map(({ slug, span }) =>
      found(
        'allow-without-reason',
        { slug },
        { span, trail: [model.name], question: `why is it meant? Write \`// allow ${slug}: \` and the reason.` },
      ),
    ),
  ]
}

/** The line a comment speaks of: its own, or where nothing else stands on it the next that holds code. */
function allowedLine(text: string, comment: Span): Line {
  let line = lineAt(text, comment.start)
  if (text.slice(line.start, comment.start).trim() !== '') return line
  do line = lineAt(text, line.end)
  while (line.end < text.length && /^(\/\/.*)?$/u.test(text.slice(line.start, line.end).trim()))
  return line
}

/** The line that holds an offset, its line break included. */
function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, end: end < 0 ? text.length + 1 : end + 1 }
}
