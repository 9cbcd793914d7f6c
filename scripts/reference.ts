/**
 * Judges Salus on data sets that may not be committed with it: everything in `test/reference`.
 *
 *     npm run reference -- --data path/to/data
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined || !existsSync(values.data)) {
  process.stderr.write(
    values.data === undefined
      ? 'say where the data sets are: npm run reference -- --data DIR\n'
      : `there is no folder ${values.data}\n`,
  )
  process.exit(2)
}
const run = spawnSync('npx', ['vitest', 'run', '--project', 'node', 'test/reference'], {
  stdio: 'inherit',
  env: { ...process.env, SALUS_REFERENCE: resolve(values.data) },
})
process.exit(run.status ?? 1)
