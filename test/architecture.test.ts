import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/** Folders of `src`; each may import only those before it, and these exceptions narrow that further. */
const order = [
  'findings',
  'parser',
  'model',
  'compile',
  'checks',
  'engine',
  'tables',
  'history',
  'sql',
  'formula',
  'warehouse',
  'finance',
  'validation',
  'authoring',
  'host',
  'functions',
  'taskpane',
  'workbench',
  'lsp',
  'cli',
]

/** Folders that may be imported, where that is fewer than all before. */
const only: Readonly<Record<string, readonly string[]>> = {
  parser: ['findings'],
  model: ['findings'],
  checks: ['findings', 'model'],
  engine: ['findings', 'model'],
  sql: ['findings', 'model'],
  formula: ['findings', 'model'],
}

/** Who may name the parser. */
const mayParse = new Set([
  'parser',
  'compile',
  'validation',
  'authoring',
  'functions',
  'taskpane',
  'workbench',
  'cli',
  'lsp',
])

/** Packages that one folder, or one file, has to itself. */
const kept: Readonly<Record<string, string>> = {
  chevrotain: 'src/parser/',
  hucre: 'src/tables/xlsx/',
  '@duckdb/node-api': 'src/tables/',
  commander: 'src/cli/',
  papaparse: 'src/authoring/',
}

/** Folders that run in a browser: no Node built-in. */
const browser = ['findings', 'parser', 'model', 'compile', 'checks', 'engine', 'authoring', 'history'].concat([
  'finance',
  'validation',
  'host',
  'functions',
  'taskpane',
  'workbench',
])

/** What people meet: none of these knows another, save that the workbench carries functions and pane, and one command starts the language server. */
const surfaces = ['functions', 'taskpane', 'workbench', 'cli', 'lsp']

const root = resolve(import.meta.dirname, '..')

interface Source {
  readonly path: string
  readonly folder: string
  readonly lines: number
  /** Files of this project. */
  readonly imports: readonly string[]
  /** Packages and built-ins. */
  readonly packages: readonly string[]
}

const sources: readonly Source[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => read(join(root, 'src', file)))

function read(file: string): Source {
  const text = readFileSync(file, 'utf8')
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
  const local = named.filter((name) => name.startsWith('.'))
  return {
    path: relative(root, file),
    folder: relative(join(root, 'src'), file).split('/')[0]!,
    lines: text.split('\n').length,
    imports: local.map((name) => relative(root, resolve(dirname(file), name))),
    packages: named.filter((name) => !name.startsWith('.')),
  }
}

describe('who may import whom', () => {
  test('every folder of src is one of those named', () => {
    expect([...new Set(sources.map((source) => source.folder))].filter((folder) => !order.includes(folder))).toEqual([])
  })

  test('a folder imports only folders above it', () => {
    const wrong = sources.flatMap((source) =>
      source.imports
        .map((path) => path.split('/')[1]!)
        .filter((folder) => folder !== source.folder && !mayImport(source.folder, folder))
        .map((folder) => `${source.path} imports ${folder}`),
    )
    expect(wrong).toEqual([])
  })

  test('no file imports itself through others', () => {
    expect(findCycle()).toBeNull()
  })

  test('a package is named only where it is at home', () => {
    const wrong = sources.flatMap((source) =>
      source.packages
        .filter((name) => kept[name] !== undefined && !source.path.startsWith(kept[name]))
        .map((name) => `${source.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('what runs in a browser uses no Node built-in', () => {
    const wrong = sources
      .filter((source) => browser.includes(source.folder) && source.packages.some((name) => name.startsWith('node:')))
      .map((source) => source.path)
    expect(wrong).toEqual([])
  })
})

describe('files', () => {
  test('the median file is short', () => {
    const lines = sources.map((source) => source.lines).toSorted((a, b) => a - b)
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(120)
  })

  test('no folder is a drawer for odds and ends', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|core|misc|shared)(\/|\.ts$)/
    expect(sources.filter((source) => drawers.test(source.path)).map((source) => source.path)).toEqual([])
  })
})

function mayImport(from: string, to: string): boolean {
  if (to === 'parser' && !mayParse.has(from)) return false
  const carried =
    (from === 'workbench' && (to === 'functions' || to === 'taskpane')) || (from === 'cli' && to === 'lsp')
  if (surfaces.includes(from) && surfaces.includes(to) && !carried) return false
  return only[from]?.includes(to) ?? order.indexOf(to) < order.indexOf(from)
}

function findCycle(): string[] | null {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<string>()
  const trail: string[] = []
  const visit = (path: string): string[] | null => {
    if (done.has(path)) return null
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    trail.push(path)
    for (const next of byPath.get(path)?.imports ?? []) {
      const cycle = visit(next)
      if (cycle) return cycle
    }
    trail.pop()
    done.add(path)
    return null
  }
  for (const source of sources) {
    const cycle = visit(source.path)
    if (cycle) return cycle
  }
  return null
}
