import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { examine } from '../checks/examine.ts'
import { compile, type Load } from '../compile/index.ts'
import { lspDiagnostic, type LspDiagnostic } from '../findings/render/lsp.ts'
import { uriOf } from './files.ts'

/** All that is to be said of a file. Of the files it imports only errors are, at its first line: the rest is said where it stands. */
export function diagnosticsOf(text: string, file: string, load: Load): readonly LspDiagnostic[] {
  const compiled = compile(text, file, load)
  const textOf = (name: string): string | null => compiled.texts.get(name) ?? null
  return examine(compiled, { asOf: null }).flatMap((found): LspDiagnostic[] => {
    const said = lspDiagnostic(found, textOf, pageOf, uriOf)
    if (found.span === null || found.span.file === file) return [said]
    const start = { line: 0, character: 0 }
    return found.level === 'error'
      ? [{ ...said, range: { start, end: start }, message: `in ${found.span.file}: ${said.message}` }]
      : []
  })
}

/** The page of a finding lies with the documentation of this very version. */
function pageOf(slug: string): string {
  return pathToFileURL(join(import.meta.dirname, `../../docs/diagnostics/${slug}.md`)).href
}
