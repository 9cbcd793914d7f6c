import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { ModelTree } from '../parser/tree.ts'
import { parse } from '../parser/index.ts'

/** Finds the text of an imported file, as written in `import "…"`, seen from the importing file; null when there is none. */
export type Load = (path: string, from: string) => { readonly text: string; readonly file: string } | null

/** A parsed file with the files it imports, by the name each is used under. */
export interface Source {
  readonly file: string
  readonly tree: ModelTree
  readonly imports: ReadonlyMap<string, Source>
}

/** Reads a file and, depth first, what it imports. Circles and files that cannot be found are reported once. */
export function readSources(
  text: string,
  file: string,
  load: Load,
  texts: Map<string, string>,
  findings: Finding[],
  above: readonly string[] = [],
): Source {
  texts.set(file, text)
  const parsed = parse(text, file)
  findings.push(...parsed.findings)
  const imports = new Map<string, Source>()
  for (const item of parsed.tree.imports) {
    const found = load(item.path.text, file)
    if (found === null) {
      findings.push(
        finding(
          'import-unknown',
          { name: item.path.text, nearest: null },
          {
            span: item.path.span,
            question: `where does \`${item.path.text}\` lie, seen from this file?`,
          },
        ),
      )
      continue
    }
    const trail = [...above, file]
    if (trail.includes(found.file)) {
      findings.push(
        finding(
          'import-cycle',
          { files: [...trail.slice(trail.indexOf(found.file)), found.file].map(lastPart) },
          {
            span: item.path.span,
            question: 'which of the files can stand without the other?',
          },
        ),
      )
      continue
    }
    const source = readSources(found.text, found.file, load, texts, findings, trail)
    imports.set(item.as?.text ?? source.tree.header?.name?.text ?? lastPart(found.file), source)
  }
  return { file, tree: parsed.tree, imports }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
