import { defineConfig } from 'vitest/config'

const report = process.env['SALUS_REPORT']
// Judges that npm does not bring run only where they are installed on purpose; continuous integration does so.
const office = process.env['SALUS_OFFICE'] ? [] : ['test/office/**']

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['node_modules/**', ...office],
    testTimeout: 60_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
})
