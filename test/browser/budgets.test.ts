import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Metafile } from 'esbuild'
import { expect, test } from 'vitest'
import { metafilePath, root } from '../../scripts/web.ts'

// The set-up of the browser tests has built the pages.
const { outputs } = JSON.parse(readFileSync(metafilePath, 'utf8')) as Metafile

/** What a page has to load before a script runs: the script and all it imports, without what is loaded when needed. */
function kilobytes(entry: string): number {
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { kind, path: next } of outputs[path]!.imports) if (kind === 'import-statement') visit(next)
  }
  visit(Object.keys(outputs).find((path) => outputs[path]!.entryPoint === entry)!)
  return [...seen].reduce((sum, path) => sum + gzipSync(readFileSync(join(root, path))).length, 0) / 1000
}

test.each([
  ['the first script of the functions', 'src/functions/office/page.ts', 60],
  ['what answers functions', 'src/functions/office/answering.ts', 230],
  ['the pane', 'src/taskpane/page.tsx', 450],
  ['the workbench, grid and all', 'src/workbench/page.tsx', 2300],
] as const)('%s stays within its budget of kilobytes, compressed', (_, entry, most) => {
  expect(kilobytes(entry)).toBeGreaterThan(1)
  expect(kilobytes(entry)).toBeLessThan(most)
})

test('what the functions load knows nothing of pane and grid', () => {
  const answering = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.startsWith('src/functions/'))
  const inputs = answering.flatMap(([, output]) => Object.keys(output.inputs))
  expect(inputs.filter((path) => /react|fluentui|univer|codemirror/.test(path))).toEqual([])
})
