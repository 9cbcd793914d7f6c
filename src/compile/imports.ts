import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { ImportTree, ModelTree } from '../parser/tree.ts'
import { parse } from '../parser/index.ts'

/** Finds the text of an imported file, as written in `import "…"`, seen from the importing file; null when there is none. */
export type Load = (path: string, from: string) => { readonly text: string; readonly file: string } | null

/** A parsed file with the files it imports, by the name each is used under. */
export interface Source {
  readonly file: string
  readonly tree: ModelTree
  readonly imports: ReadonlyMap<string, Source>
}

/** What reading files collects. */
interface Reading {
  readonly load: Load
  readonly texts: Map<string, string>
  readonly findings: Finding[]
  /** Files read to the end, so that one imported twice is read once. */
  readonly done: Map<string, Source>
}

/** Reads a file and, depth first, what it imports. Circles and files that cannot be found are reported once. */
export function readSources(
  text: string,
  file: string,
  load: Load,
  texts: Map<string, string>,
  findings: Finding[],
): Source {
  return readSource(text, file, { load, texts, findings, done: new Map() }, [])
}

function readSource(text: string, file: string, reading: Reading, above: readonly string[]): Source {
  reading.texts.set(file, text)
  const parsed = parse(text, file)
  reading.findings.push(...parsed.findings)
  const imports = new Map<string, Source>()
  const first = new Map<string, ImportTree>()
  for (const item of parsed.tree.imports) {
    const source = readImport(item, file, reading, [...above, file])
    if (source === null) continue
    const name = item.as?.text ?? source.tree.header?.name?.text ?? lastPart(source.file)
    const taken = first.get(name)
    if (taken) {
      const span = item.as?.span ?? item.path.span
      const related = [{ span: taken.path.span, label: `\`${name}\` is this one` }]
      const question = `what should it be called? Write \`as\` and a name after the file.`
      reading.findings.push(finding('name-taken', { name, what: 'an imported model' }, { span, related, question }))
      continue
    }
    first.set(name, item)
    imports.set(name, source)
  }
  const source = { file, tree: parsed.tree, imports }
  reading.done.set(file, source)
  return source
}

function readImport(item: ImportTree, from: string, reading: Reading, above: readonly string[]): Source | null {
  const { span, text: path } = item.path
  const found = reading.load(path, from)
  if (found === null) {
    const question = `where does \`${path}\` lie, seen from this file?`
    reading.findings.push(finding('import-unknown', { name: path, nearest: null }, { span, question }))
    return null
  }
  const known = reading.done.get(found.file)
  if (known) return known
  if (above.includes(found.file) || above.length > DEEPEST) {
    const circle = [...above.slice(Math.max(0, above.indexOf(found.file))), found.file].map(lastPart)
    const question = 'which of the files can stand without the other?'
    reading.findings.push(finding('import-cycle', { files: circle }, { span, question }))
    return null
  }
  return readSource(found.text, found.file, reading, above)
}

/** So many files may import one another in a row; more are taken for a circle. */
const DEEPEST = 100

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
