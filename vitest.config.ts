import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const report = process.env['SALUS_REPORT']
// Judges that npm does not bring run only where they are installed on purpose; continuous integration does so.
const office = process.env['SALUS_OFFICE'] ? [] : ['test/office/**']
// Data sets that may not be committed: `npm run reference -- --data DIR` says where they are.
const reference = process.env['SALUS_REFERENCE'] ? [] : ['test/reference/**']
// Databases that npm does not bring.
const equal = process.env['SALUS_EQUAL'] ? [] : ['test/equal/**']
// These put others in the place of modules.
const own = ['test/functions/office/late.test.ts']

export default defineConfig({
  test: {
    testTimeout: 120_000,
    // No file changes what another sees, and loading the sources anew for each took a third of the time.
    isolate: false,
    // Beside those of the browser run the others (scripts/test.ts).
    maxWorkers: availableParallelism(),
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['node_modules/**', 'test/browser/**', ...own, ...office, ...equal, ...reference],
        },
      },
      { extends: true, test: { name: 'own modules', include: own, isolate: true } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          hookTimeout: 60_000,
          // A page that shares its core with others answers late.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
