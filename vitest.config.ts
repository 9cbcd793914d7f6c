import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const report = process.env['SALUS_REPORT']
// Judges that npm does not bring run only where they are installed on purpose; continuous integration does so.
const office = process.env['SALUS_OFFICE'] ? [] : ['test/office/**']
// Data sets that may not be committed: `npm run reference -- --data DIR` says where they are.
const reference = process.env['SALUS_REFERENCE'] ? [] : ['test/reference/**']

export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Browser tests wait half of their time for pages: one more than there are cores keeps the cores busy.
    maxWorkers: availableParallelism() + 1,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['node_modules/**', 'test/browser/**', ...office, ...reference],
        },
      },
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
