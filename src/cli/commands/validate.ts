import { basename } from 'node:path'
import type { Command } from 'commander'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { validationJson } from '../../validation/json.ts'
import { lostSince, type Outcomes } from '../../validation/outcomes.ts'
import type { ScoredRows } from '../../validation/scored-rows.ts'
import { validationPage } from '../../validation/report/page.ts'
import { validate, type Validation } from '../../validation/validate.ts'
import type { Console } from '../console.ts'
import { wholeNumber } from '../learn/options.ts'
import { loadSoundModel } from '../load-model.ts'
import { EXIT, Problem } from '../problem.ts'
import { findingsJson, type Findings, hasErrors, printFindings } from '../text/findings.ts'
import { validationLines } from '../text/validation.ts'
import { loadOutcomes } from '../validate/load-outcomes.ts'
import { loadScores } from '../validate/load-scores.ts'
import { writeBytes, writeText } from '../write-text.ts'
import { horizonDays, optionalDay, type ValidateCall } from '../validate/options.ts'

/** `salus validate --scores F --outcomes F`: whether red accounts really churn. */
export function validateCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('validate')
    .description('compare scores with what happened after them: does the score tell the truth?')
    .requiredOption(
      '--scores <file>',
      'scores of one or many dates: kept by salus snapshot, or a table; measures with --model',
    )
    .option('--outcomes <file>', 'who was lost and when: account, date, churned, amount')
    .option('--ledger <file>', 'contract lines instead: lost on the day from which nothing runs')
    .option('--accounts <file>', 'with --ledger: accounts with their parents, which are drawn together')
    .option('--fx <file>', 'with --ledger: rates into --currency')
    .option('--currency <code>', 'with --ledger: the currency of amounts', 'USD')
    .option('--recurring <kinds...>', 'with --ledger: the kinds of charge that recur', ['recurring'])
    .option('--model <file>', 'the model that scores raw measures, or whose snapshots count')
    .option('--segment <name>', 'with --model: score all accounts as this segment')
    .option('--horizon <time>', 'how long after a score a loss counts: 90d, 3m, 1y', '90d')
    .option('--until <date>', 'the last day of which losses are known')
    .option('--as-of <date>', 'the same, as other commands call it for a ledger')
    .option('--at <date>', 'judge the scores of this one day')
    .option('--by <column>', 'split by this column of the scores instead of the segment')
    .option('--date <column>', 'the column that dates the scores')
    .option('--scored-on <date>', 'the day of all scores, where no column says')
    .option('--higher-is-worse', 'a high score is a bad one')
    .option('--outcome <column>', 'the column that says who was lost; column=value where words do not')
    .option('--outcome-date <column>', 'the column that dates the outcomes')
    .option('--key <column>', 'the column of the scores that names the accounts')
    .option('--outcome-key <column>', 'the column of the outcomes that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--dates <order>', 'day-month or month-day, for dates such as 03/04/2024')
    .option('--seed <number>', 'where chance begins', '1')
    .option('--out <file>', 'write there as well: .html, .xlsx or .json; once a file', many, [])
    .option('--json', 'the report as JSON')
    .action(async (call: ValidateCall & { readonly asOf?: string }) => {
      const until = call.until ?? call.asOf
      done(await runValidate(until === undefined ? call : { ...call, until }, console))
    })
}

async function runValidate(call: ValidateCall, console: Console): Promise<number> {
  const writers = call.out.map((path) => ({ path, write: writerOf(path) }))
  const said: Findings[] = []
  const say = (path: string, findings: readonly Finding[]): void => {
    if (findings.length > 0) said.push({ path, findings, texts: new Map() })
  }
  const options = {
    horizon: horizonDays(call.horizon),
    seed: wholeNumber('--seed', call.seed, 0),
    ...optionalDay('at', '--at', call.at),
  }
  const model =
    call.model === undefined ? null : loadSoundModel(call.model, (found) => printFindings(found, console)).model
  const { scores, findings } = await loadScores(call, model)
  say(call.scores, findings)
  const outcomes = await loadOutcomes(call, scores, say)
  const validation = validate(scores, outcomes, options)
  say(call.scores, besides(scores, outcomes, validation.observations.length))
  const json = `${JSON.stringify({ ...validationJson(validation), findings: said.map(findingsJson) }, null, 2)}\n`
  for (const { path, write } of writers) await write(path, { validation, scores, json, call })
  if (call.json) console.out(json)
  else {
    for (const found of said) printFindings(found, console)
    console.out(`${validationLines(validation, console.style).join('\n')}\n`)
  }
  return said.some((one) => hasErrors(one.findings)) ? EXIT.findings : EXIT.fine
}

interface Made {
  readonly validation: Validation
  readonly scores: ScoredRows
  readonly json: string
  readonly call: ValidateCall
}

/** Chosen before anything is read: a name that says no format costs nobody a long run. */
function writerOf(path: string): (path: string, made: Made) => Promise<void> {
  if (path.endsWith('.html')) return writePage
  if (path.endsWith('.xlsx')) return writeWorkbook
  if (path.endsWith('.json')) return (to, { json }) => writeText(to, json)
  throw new Problem(`--out takes a file that ends in .html, .xlsx or .json; \`${path}\` does not`)
}

async function writePage(path: string, { validation, call }: Made): Promise<void> {
  const given = [call.scores, call.model, call.outcomes, call.ledger, call.accounts, call.fx]
  const files = given.filter((one) => one !== undefined).map((one) => basename(one))
  await writeText(path, validationPage(validation, { files }))
}

async function writeWorkbook(path: string, { validation, scores }: Made): Promise<void> {
  const { validationWorkbook } = await import('../../validation/report/workbook.ts')
  await writeBytes(path, await validationWorkbook(validation, scores))
}

function many(path: string, paths: readonly string[]): readonly string[] {
  return [...paths, path]
}

function besides(scores: ScoredRows, outcomes: Outcomes, rows: number): readonly Finding[] {
  const accounts = new Set(scores.accounts)
  const lost = lostSince(outcomes, scores.dates)
  const missing = lost.filter((account) => !accounts.has(account))
  return [
    ...(rows === 0 ? [finding('validate-no-rows', { scores: scores.length, accounts: accounts.size })] : []),
    ...(missing.length === 0
      ? []
      : [
          finding('validate-unmatched', {
            count: missing.length,
            all: lost.length,
            account: missing[0]!.slice(0, 20),
          }),
        ]),
  ]
}
