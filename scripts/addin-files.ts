import { createHash } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeHelp } from './help/pages.ts'
import { checkSite } from './manifest/check.ts'
import { writeManifests } from './manifest/write.ts'

/** Where the pages are served while developing: Excel takes them only over HTTPS. */
export const DEVELOPMENT_URL = 'https://localhost:3000'

/** Where the folder will be served, as SALUS_URL says; without a slash at the end. */
export function servedAt(): string {
  return (process.env['SALUS_URL'] || DEVELOPMENT_URL).replace(/\/+$/, '')
}

/**
 * Puts into a folder of built pages what makes them an add-in: manifests, icons, help. SALUS_NAMESPACE is
 * a name before all functions.
 */
export function writeAddinFiles(root: string, folder: string): void {
  const url = servedAt()
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  for (const name of readdirSync(join(root, 'assets')).filter((one) => one.endsWith('.png'))) {
    cpSync(join(root, 'assets', name), join(folder, 'assets', name))
  }
  writeHelp(join(root, 'docs'), join(folder, 'help'))
  writeManifests(folder, {
    url,
    version,
    namespace: process.env['SALUS_NAMESPACE'],
    revision: hashOf(['functions.json', 'functions.js'].map((name) => join(folder, name))),
  })
  const file = (path: string): Uint8Array | null => {
    const at = join(folder, path)
    return existsSync(at) ? readFileSync(at) : null
  }
  const problems = checkSite(readFileSync(join(folder, 'manifest.xml'), 'utf8'), { url, file })
  if (problems.length > 0) throw new Error(`the folder is not what its manifest says: ${problems.join('; ')}`)
}

/** The functions' script under the one name that the manifest may give: a classic script, whatever runtime asks for it. */
export function writeFunctionsScript(folder: string, built: string): void {
  writeFileSync(join(folder, 'functions.js'), `import(${JSON.stringify(`./${built}`)})\n`)
}

function hashOf(files: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 8)
}
