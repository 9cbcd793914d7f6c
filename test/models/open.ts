import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import { runTests } from '../../src/engine/trial/run.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { sentence } from '../../src/findings/report.ts'
import type { Model } from '../../src/model/model.ts'

/** A model file compiled and checked as `salus check` does it. `others` are files that exist only here, by name. */
export function open(
  file: string,
  text: string = readFileSync(file, 'utf8'),
  others: ReadonlyMap<string, string> = new Map(),
): { readonly model: Model; readonly findings: readonly Finding[] } {
  const reading = compile(text, file, (path, from) => {
    const found = resolve(dirname(from), path)
    const given = others.get(path)
    if (given !== undefined) return { text: given, file: found }
    return existsSync(found) ? { text: readFileSync(found, 'utf8'), file: found } : null
  })
  return { model: reading.model, findings: examine(reading, { asOf: null }) }
}

/** What the tests of a model fail in, as sentences. */
export function failedTests(model: Model): readonly string[] {
  return failedTestFindings(model).map(sentence)
}

export function failedTestFindings(model: Model): readonly Finding[] {
  return runTests(model, { asOf: null }).findings
}
