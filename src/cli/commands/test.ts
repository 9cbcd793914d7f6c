import type { Command } from 'commander'
import { coverageFindings, coverageOf, type Coverage, type Tally } from '../../engine/trial/coverage.ts'
import { generateBoundaryTests } from '../../engine/trial/generate.ts'
import { runTests, type TestOutcome } from '../../engine/trial/run.ts'
import type { Console } from '../console.ts'
import { asOfDay } from '../dates.ts'
import { loadModel, type LoadedModel } from '../load-model.ts'
import { EXIT, Problem } from '../problem.ts'
import { findingsJson, hasErrors, printFindings } from '../text/findings.ts'

interface TestOptions {
  readonly boundaries?: boolean
  readonly unreached?: boolean
  readonly threshold?: string
  readonly asOf?: string
  readonly json?: boolean
}

/** `salus test models/*.salus`: runs the tests written in models, and says what they do not reach. */
export function testCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('test')
    .description('run the tests written in models, and measure what they reach')
    .argument('<models...>', 'model files')
    .option('--boundaries', 'print tests that reach every cell and boundary, to be reviewed and kept')
    .option('--unreached', 'list what no test reaches')
    .option('--threshold <percent>', 'fail when the tests reach less than this of cells or boundaries')
    .option('--as-of <date>', 'the scoring date of tests that give none')
    .option('--json', 'outcomes and coverage as JSON')
    .action((paths: string[], options: TestOptions) => {
      const asOf = asOfDay(options.asOf)
      const least = thresholdOf(options.threshold)
      const all = paths.map((path) => tryModel(path, asOf, options.unreached === true))
      if (options.boundaries) for (const one of all) console.out(generateBoundaryTests(one.loaded.model))
      else if (options.json) console.out(`${JSON.stringify(all.map(outcomeJson), null, 2)}\n`)
      else for (const one of all) printOutcome(one, console)
      const failed = all.some(
        (one) =>
          hasErrors(one.loaded.findings) || one.tests.some((test) => !test.passed) || reach(one.coverage) < least,
      )
      done(failed ? EXIT.findings : EXIT.fine)
    })
}

interface Tried {
  readonly loaded: LoadedModel
  readonly tests: readonly TestOutcome[]
  readonly coverage: Coverage
}

function tryModel(path: string, asOf: number | null, unreached: boolean): Tried {
  const loaded = loadModel(path)
  if (hasErrors(loaded.findings)) return { loaded, tests: [], coverage: nothing }
  const { tests, findings } = runTests(loaded.model, { asOf })
  const coverage = coverageOf(loaded.model, { asOf })
  const hints = unreached ? coverageFindings(coverage) : []
  return { loaded: { ...loaded, findings: [...findings, ...hints] }, tests, coverage }
}

const none: Tally = { total: 0, reached: 0, unreached: [] }
const nothing: Coverage = { cells: none, boundaries: none, segments: none, missing: none }

function thresholdOf(text: string | undefined): number {
  if (text === undefined) return 0
  const percent = Number(text.replace('%', ''))
  if (!(percent >= 0 && percent <= 100))
    throw new Problem(`--threshold is a percentage from 0 to 100; \`${text}\` is not`)
  return percent / 100
}

/** The share of cells and boundaries that tests reach; a model without any is reached whole. */
function reach({ cells, boundaries }: Coverage): number {
  const total = cells.total + boundaries.total
  return total === 0 ? 1 : (cells.reached + boundaries.reached) / total
}

function printOutcome({ loaded, tests, coverage }: Tried, console: Console): void {
  printFindings(loaded, console)
  for (const test of tests) {
    for (const failure of test.failures) {
      if (failure.details.length === 0) continue
      console.err(`${[`"${test.test.name}"`, ...failure.details.map((line) => `  ${line}`)].join('\n')}\n\n`)
    }
  }
  const failed = tests.filter((test) => !test.passed).length
  const verdict =
    tests.length === 0
      ? 'no tests'
      : failed === 0
        ? `${tests.length} tests pass`
        : `${failed} of ${tests.length} tests fail`
  const shares = [
    `cells ${share(coverage.cells)}`,
    `boundaries ${share(coverage.boundaries)}`,
    `segments ${share(coverage.segments)}`,
    `missing ${share(coverage.missing)}`,
  ]
  const broken = loaded.findings.length > 0 && tests.length === 0
  console.out(`${loaded.path}: ${broken ? 'not tested' : `${verdict}; ${shares.join(', ')}`}\n`)
}

function share({ reached, total }: Tally): string {
  return total === 0 ? 'none' : `${reached}/${total}`
}

function outcomeJson({ loaded, tests, coverage }: Tried): object {
  return {
    ...findingsJson(loaded),
    tests: tests.map(({ test, passed, failures }) => ({
      name: test.name,
      passed,
      failures: failures.map(({ expected, got, details }) => ({ expected, got, details })),
    })),
    coverage,
  }
}
