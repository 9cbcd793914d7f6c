import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { addin } from '../../scripts/manifest/addin.ts'
import { UNIFIED_VERSION, unifiedManifest } from '../../scripts/manifest/unified.ts'

/** Microsoft publishes the schema inside its own package, which brings the validator too. */
const require = createRequire(createRequire(import.meta.url).resolve('@microsoft/app-manifest'))
const { default: Ajv } = require('ajv-draft-04') as { default: new (options: object) => Validator }
interface Validator {
  compile(schema: object): { (data: unknown): boolean; errors: unknown }
}
const folder = `./json-schemas/teams/v${UNIFIED_VERSION}/MicrosoftTeams.schema.json`
const schema = JSON.parse(readFileSync(require.resolve(folder), 'utf8')) as object
const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema)

test.each([undefined, 'SALUS'])(
  'the unified manifest fits the schema Microsoft publishes, namespace %s',
  (namespace) => {
    const manifest = unifiedManifest(addin({ url: 'https://health.example.com/salus', version: '1.2.3', namespace }))
    validate(manifest)
    expect(validate.errors).toBeNull()
  },
)

test('the schema refuses what is wrong', () => {
  const manifest = unifiedManifest(addin({ url: 'https://health.example.com', version: '1.2.3' }))
  expect(validate({ ...manifest, manifestVersion: '0.1' })).toBe(false)
  expect(validate({ ...manifest, extensions: [{ runtimes: [{ id: 'x' }] }] })).toBe(false)
})
