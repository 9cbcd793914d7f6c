import { mkdirSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { publishedSchemas } from '../src/model/published.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of publishedSchemas()) {
  const file = new URL(name, folder)
  const options = await resolveConfig(file)
  writeFileSync(file, await format(JSON.stringify(schema), { ...options, parser: 'json' }))
}
