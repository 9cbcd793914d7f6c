import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { referencePage } from '../src/functions/reference.ts'
import { registry } from '../src/functions/registry.ts'

const file = new URL('../docs/functions.md', import.meta.url)
const options = await resolveConfig(file)
writeFileSync(file, await format(referencePage(registry), { ...options, parser: 'markdown' }))
