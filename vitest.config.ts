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
    // Browser tests wait half of their time for pages: one more than there are cores keeps the cores busy.
    maxWorkers: availableParallelism() + 1,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['node_modules/**', 'test/browser/**', ...own, ...office, ...equal, ...reference],
          // No file changes what another sees, and loading the sources anew for each took a third of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'own modules', include: own } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: 'test/browser/setup.ts',
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
