import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import { functionsJson } from '../src/functions/metadata.ts'
import { registry } from '../src/functions/registry.ts'
import { servedAt, writeAddinFiles, writeFunctionsScript } from './addin-files.ts'

/**
 * The pages that run in a browser, bundled into `dist/web`: scripts and styles with their hash in the name, no script
 * inside a page. A second call with nothing changed does nothing.
 */

export interface Page {
  readonly file: string
  readonly title: string
  /** Scripts in the order they run, from the project's root. */
  readonly scripts: readonly string[]
  /** Loads Microsoft's client first; the store asks for exactly this address. */
  readonly office: boolean
  /** What stands in the body until the scripts have run. */
  readonly body: string
}

export const OFFICE_CLIENT = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/** Scripts come from here and from Microsoft, nothing is inline and nothing is evaluated; data goes nowhere else. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ')

export const root = resolve(import.meta.dirname, '..')
export const webFolder = join(root, 'dist', 'web')

/** What every script is made of, for those who watch their size; beside the folder, since nobody is to be served it. */
export const metafilePath = join(root, 'dist', 'web.meta.json')

const STARTING =
  '<div id="root"><div class="starting" role="status"><p class="starting-name">Salus</p><progress aria-label="Starting"></progress><p class="starting-step">Loading</p></div></div>'

const pages: readonly Page[] = [
  {
    file: 'index.html',
    title: 'Salus',
    scripts: ['src/workbench/page.tsx'],
    office: false,
    body: STARTING,
  },
  {
    file: 'taskpane.html',
    title: 'Salus',
    scripts: ['src/functions/office/page.ts', 'src/taskpane/page.tsx'],
    office: true,
    body: '<div id="root"></div>',
  },
  {
    // The pane on the sample, without a spreadsheet around it.
    file: 'preview.html',
    title: 'Salus',
    scripts: ['src/taskpane/preview/page.tsx'],
    office: false,
    body: '<div id="root"></div>',
  },
]

/** Builds what has changed since the last time. Gives the milliseconds it took; 0 where nothing had to be done. */
export async function buildWeb(options: { readonly fresh?: boolean } = {}): Promise<number> {
  const stamp = join(webFolder, '.built')
  const state = sourceState()
  if (options.fresh !== true && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return 0
  const began = performance.now()
  rmSync(webFolder, { recursive: true, force: true })
  mkdirSync(webFolder, { recursive: true })
  const standing = pages.map((page) => ({
    ...page,
    scripts: page.scripts.filter((script) => existsSync(join(root, script))),
  }))
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...new Set(standing.flatMap((page) => page.scripts))].map((script) => ({
      in: script,
      out: script
        .replace(/^src\//, '')
        .replace(/\.tsx?$/, '')
        .replaceAll('/', '-'),
    })),
    outdir: webFolder,
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/[name]-[hash]',
    assetNames: 'assets/[name]-[hash]',
    splitting: true,
    metafile: true,
    legalComments: 'linked',
    ...browserScript,
  })
  for (const page of standing.filter((each) => each.scripts.length > 0)) {
    writeFileSync(join(webFolder, page.file), html(page, metafile))
  }
  const functions = functionsJson(registry, { url: servedAt() })
  writeFileSync(join(webFolder, 'functions.json'), `${JSON.stringify(functions, null, 2)}\n`)
  writeFunctionsScript(webFolder, outputOf('src/functions/office/page.ts', metafile).js)
  writeAddinFiles(root, webFolder)
  writeFileSync(metafilePath, JSON.stringify(metafile))
  writeFileSync(stamp, state)
  return performance.now() - began
}

/** The grid's text engine can hyphenate seventy languages; cells never ask for it. */
const withoutHyphenation: Plugin = {
  name: 'without hyphenation',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\.\/[a-z]+(-[\w-]+)?\.js$/ }, ({ importer, kind }) =>
      kind === 'dynamic-import' && /engine-render[\\/]lib[\\/]es/.test(importer)
        ? { path: 'none', namespace: 'hyphenation' }
        : null,
    )
    onLoad({ filter: /.*/, namespace: 'hyphenation' }, () => ({ contents: 'export default []' }))
  },
}

/** How every script for a browser is bundled. */
export const browserScript = {
  bundle: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  minify: true,
  jsx: 'automatic',
  loader: { '.csv': 'text', '.salus': 'text', '.svg': 'dataurl' },
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
  plugins: [withoutHyphenation],
} satisfies BuildOptions

function html(page: Page, metafile: Metafile): string {
  const built = page.scripts.map((script) => outputOf(script, metafile))
  const styles = built.flatMap(({ css }) => (css === null ? [] : [`<link rel="stylesheet" href="${css}">`]))
  const preloads = built.flatMap(({ chunks }) => chunks.map((chunk) => `<link rel="modulepreload" href="${chunk}">`))
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">`,
    '<meta name="color-scheme" content="light dark">',
    `<title>${page.title}</title>`,
    ...new Set(styles),
    ...new Set(preloads),
    ...(page.office ? [`<script src="${OFFICE_CLIENT}"></script>`] : []),
    ...built.map(({ js }) => `<script type="module" src="${js}"></script>`),
    '</head>',
    `<body>${page.body}</body>`,
    '</html>',
    '',
  ].join('\n')
}

function outputOf(script: string, metafile: Metafile) {
  const [path, output] = Object.entries(metafile.outputs).find(([, each]) => each.entryPoint === script)!
  const local = (name: string) => relative(webFolder, join(root, name))
  return {
    js: local(path),
    css: output.cssBundle === undefined ? null : local(output.cssBundle),
    chunks: output.imports.filter((each) => each.kind === 'import-statement').map((each) => local(each.path)),
  }
}

/** Everything the bundle is made of: sources by content, packages by their lock. */
function sourceState(): string {
  const hash = createHash('sha256')
  for (const folder of ['src', 'models', 'samples', 'assets', 'docs', 'scripts']) {
    if (!existsSync(join(root, folder))) continue
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const path = join(root, folder, file)
      if (statSync(path).isFile()) hash.update(`${folder}/${file}\0`).update(readFileSync(path))
    }
  }
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)))
  hash.update(`${servedAt()} ${process.env['SALUS_NAMESPACE'] ?? ''}`)
  return hash.digest('hex')
}
