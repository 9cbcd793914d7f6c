import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { addin, type AddinOptions } from './addin.ts'
import { checkManifest } from './check.ts'
import { unifiedManifest } from './unified.ts'
import { manifestXml } from './xml.ts'

/** Writes `manifest.xml` and `manifest.json` into a folder; throws where Office would refuse what was written. */
export function writeManifests(folder: string, options: AddinOptions): void {
  const described = addin(options)
  const xml = manifestXml(described)
  const problems = checkManifest(xml)
  if (problems.length > 0) throw new Error(`the manifest would be refused: ${problems.join('; ')}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'manifest.xml'), xml)
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(unifiedManifest(described), null, 2)}\n`)
}
