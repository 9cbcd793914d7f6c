import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { findingJson } from '../../src/findings/render/json.ts'
import { renderLine } from '../../src/findings/render/line.ts'
import { lspDiagnostic } from '../../src/findings/render/lsp.ts'
import { renderBox } from '../../src/findings/render/terminal.ts'
import type { Columns } from '../../src/model/columns.ts'

/** One folder for each slug: a model that has the fault and nothing else, and the finding in four renderings. */
export const folder = new URL('../golden/diagnostics/', import.meta.url).pathname

export const slugsWithGolden: readonly string[] = readdirSync(folder).toSorted()

export const renderings = ['terminal.txt', 'line.txt', 'finding.json', 'lsp.json'] as const

/** The model is called by this name in the renderings, wherever the repository lies. */
const FILE = 'model.salus'

/** Everything found in a text, as `salus check` finds it. Files beside the golden can be imported. */
export function findingsIn(text: string, slug: string): readonly Finding[] {
  const read = (name: string) =>
    existsSync(join(folder, slug, name)) ? readFileSync(join(folder, slug, name), 'utf8') : null
  const reading = compile(text, FILE, (path) => {
    const imported = read(path)
    return imported === null ? null : { text: imported, file: path }
  })
  const columns = read('columns.json')
  return examine(reading, { asOf: null, ...(columns === null ? {} : { columns: columnsOf(columns) }) })
}

export function modelText(slug: string): string {
  return readFileSync(join(folder, slug, FILE), 'utf8')
}

/** The finding of a golden's slug in all renderings. */
export function rendered(slug: string): Readonly<Record<(typeof renderings)[number], string>> {
  const text = modelText(slug)
  const found = findingsIn(text, slug).find((one) => one.slug === slug)
  if (found === undefined) throw new Error(`the model of ${slug} does not have it`)
  const textOf = (file: string) =>
    existsSync(join(folder, slug, file)) ? readFileSync(join(folder, slug, file), 'utf8') : null
  const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  return {
    'terminal.txt': renderBox(found, textOf),
    'line.txt': `${renderLine(found, textOf)}\n`,
    'finding.json': pretty(findingJson(found, textOf)),
    'lsp.json': pretty(
      lspDiagnostic(
        found,
        textOf,
        (page) => `docs/diagnostics/${page}.md`,
        (file) => `file:///${file}`,
      ),
    ),
  }
}

/** Number columns by input name, null for missing. */
function columnsOf(json: string): Columns {
  const byName = Object.entries(JSON.parse(json) as Record<string, readonly (number | null)[]>)
  const inputs = new Map(
    byName.map(([name, values]) => [
      name,
      { kind: 'number' as const, values: Float64Array.from(values, (value) => value ?? Number.NaN), unreadable: [] },
    ]),
  )
  return { length: byName[0]?.[1].length ?? 0, accounts: null, inputs }
}
