import type { Finding, Fix } from '../finding.ts'
import { sentence } from '../report.ts'
import type { Span } from '../span.ts'
import { positionAt, type TextOf } from './source.ts'

interface LspPosition {
  readonly line: number
  readonly character: number
}
interface LspRange {
  readonly start: LspPosition
  readonly end: LspPosition
}

/** A diagnostic as the Language Server Protocol has it; `data` holds the fixes for code actions. */
export interface LspDiagnostic {
  readonly range: LspRange
  /** 1 error, 2 warning, 4 hint. */
  readonly severity: 1 | 2 | 4
  readonly code: string
  readonly codeDescription: { readonly href: string }
  readonly source: 'salus'
  readonly message: string
  readonly relatedInformation: readonly {
    readonly location: { readonly uri: string; readonly range: LspRange }
    readonly message: string
  }[]
  readonly data: { readonly fixes: readonly Fix[] }
}

const severities = { error: 1, warning: 2, hint: 4 } as const

/** `hrefOf` gives the address of a slug's page, `uriOf` that of a file. A finding about no text stands at the start. */
export function lspDiagnostic(
  finding: Finding,
  textOf: TextOf,
  hrefOf: (slug: string) => string,
  uriOf: (file: string) => string,
): LspDiagnostic {
  return {
    range: rangeOf(finding.span, textOf),
    severity: severities[finding.level],
    code: finding.slug,
    codeDescription: { href: hrefOf(finding.slug) },
    source: 'salus',
    message: [sentence(finding), ...(finding.question === null ? [] : [finding.question])].join('\n'),
    relatedInformation: finding.related.map(({ span, label }) => ({
      location: { uri: uriOf(span.file), range: rangeOf(span, textOf) },
      message: label,
    })),
    data: { fixes: finding.fixes },
  }
}

function rangeOf(span: Span | null, textOf: TextOf): LspRange {
  const text = span === null ? null : textOf(span.file)
  const at = (offset: number): LspPosition => {
    if (text === null) return { line: 0, character: 0 }
    const { line, column } = positionAt(text, offset)
    return { line: line - 1, character: column - 1 }
  }
  return { start: at(span?.start ?? 0), end: at(span?.end ?? 0) }
}
