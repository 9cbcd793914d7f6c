import { compile, type Compilation } from '../../src/compile/index.ts'
import type { Dimension, Measure, Member } from '../../src/model/group.ts'
import type { Model } from '../../src/model/model.ts'

/** Files by the name they are imported under. */
export type Files = Readonly<Record<string, string>>

export function read(text: string, files: Files = {}): Compilation {
  return compile(text, 'model.salus', (path) => {
    const found = Object.hasOwn(files, path) ? files[path] : undefined
    return found === undefined ? null : { text: found, file: path }
  })
}

/** What reading a text reports, each as its slug and the text it points at: `band-unknown poorr`. */
export function findingsIn(text: string, files: Files = {}): string[] {
  const { findings, texts } = read(text, files)
  return findings.map(({ slug, span }) => {
    const at = span === null ? '' : (texts.get(span.file)?.slice(span.start, span.end) ?? '?')
    return `${slug} ${at.replace(/\s+/g, ' ')}`.trim()
  })
}

/** The whole score of a segment, the default where none is named. */
export function rootOf(model: Model, segment = 'default'): Dimension {
  const found = model.segments.find(({ name }) => name === segment)
  if (found === undefined) throw new Error(`no segment ${segment}`)
  return found.root
}

/** A measure or dimension by its path, in the default or a named segment. */
export function memberAt(model: Model, path: string, segment = 'default'): Member {
  const found = membersOf(rootOf(model, segment)).find((member) => member.path === path)
  if (found === undefined) throw new Error(`nothing at ${path}`)
  return found
}

export function measureAt(model: Model, path: string, segment = 'default'): Measure {
  const found = memberAt(model, path, segment)
  if (found.kind !== 'measure') throw new Error(`${path} is no measure`)
  return found
}

function membersOf(group: Dimension): Member[] {
  return group.children.flatMap((child) => [child, ...(child.kind === 'dimension' ? membersOf(child) : [])])
}
