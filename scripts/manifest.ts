/** `npm run manifest`: writes the manifest for development, which is committed so that it can be sideloaded as it is. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEVELOPMENT_URL } from './addin-files.ts'
import { addin } from './manifest/addin.ts'
import { manifestXml } from './manifest/xml.ts'

const root = join(import.meta.dirname, '..')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
writeFileSync(join(root, 'manifest.xml'), manifestXml(addin({ url: DEVELOPMENT_URL, version })))
