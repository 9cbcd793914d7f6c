import { existsSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { diffModels } from '../../authoring/diff/diff.ts'
import { diffLines } from '../../authoring/diff/say.ts'
import { compile } from '../../compile/index.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Model } from '../../model/model.ts'
import { FEWEST_EVENTS, learn, type Learning, type LearnOptions } from '../../validation/learn/learn.ts'
import { summaryOf, type Summary } from '../../validation/learn/summary.ts'
import { LADDER, sourceOf } from '../../validation/learn/source.ts'
import type { Console } from '../console.ts'
import { gather, type Gathered } from '../learn/gather.ts'
import { bandsBy, constraintsOf, leadOf, wholeNumber, type LearnCall } from '../learn/options.ts'
import { learningLines } from '../learn/say.ts'
import { loadSoundModel } from '../load-model.ts'
import { EXIT, Problem } from '../problem.ts'
import { findingsJson, hasErrors, printFindings } from '../text/findings.ts'
import { writeText } from '../write-text.ts'

/** `salus learn --data D --outcomes O`: outcomes propose a model; a person publishes it. */
export function learnCommand(program: Command, console: Console, done: (code: number) => void): void {
  program
    .command('learn')
    .description('propose a model from snapshots and what became of the accounts')
    .requiredOption('--data <file>', 'measures of accounts: snapshots with a date, or one row an account')
    .option('--outcome <column>', 'the column of the data that says who churned; column=value where words do not')
    .option('--outcomes <file>', 'a table of outcomes: account, date, churned')
    .option('--ledger <file>', 'contract lines instead: every renewal that came is an outcome')
    .option('--recurring <kinds>', 'kinds of charge of the ledger that are renewed, with commas', 'recurring')
    .option('--as-of <date>', 'what is known of the ledger ends here')
    .option('--date <column>', 'the column of the data that dates each snapshot')
    .option('--lead <time>', 'how long before the outcome: 3m by the calendar month, 90d by the day', '3m')
    .option('--model <file>', 'the model in use: gives names and directions, and is compared with')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--out <file>', 'write the model there instead of printing it')
    .option('--overwrite', 'let --out replace a file')
    .option('--name <name>', 'the name of the proposed model')
    .addOption(
      new Option('--constrain <line>', 'such as "forbid seats", "usage weight 10% to 40%"; may come often')
        .argParser((line: string, lines: readonly string[]) => [...lines, line])
        .default([], 'none'),
    )
    .option('--constraints <file>', 'the same, one a line')
    .option('--capacity <share>', 'poor is at most this share of accounts, such as 15%')
    .option('--poor-above <share>', 'poor is where so large a share churns, such as 25%')
    .option('--measures <number>', 'the most measures to keep', '8')
    .option('--folds <number>', 'into how many parts accounts are dealt', '5')
    .option('--repeats <number>', 'how often they are dealt anew', '3')
    .option('--resamples <number>', 'how often to learn again from a part of the accounts', '50')
    .option('--seed <number>', 'where chance begins', '1')
    .option('--json', 'the proposal and its evidence as JSON')
    .action(async (call: LearnCall) => done(await runLearn(call, console)))
}

async function runLearn(call: LearnCall, console: Console): Promise<number> {
  if (call.out !== undefined && existsSync(call.out) && call.overwrite !== true)
    throw new Problem(`${call.out} exists: a proposal replaces a file only with --overwrite`)
  const current =
    call.model === undefined ? null : loadSoundModel(call.model, (found) => printFindings(found, console)).model
  const options = learnOptions(call)
  const gathered = await gather(call, current)
  const learning = learn(gathered.observations, { ...options, progress: teller(console) })
  const source = sourceFor(learning, gathered, call, current)
  const summary = summaryOf(learning)
  const findings = [...gathered.findings, ...findingsOf(summary)]
  const loaded = { path: call.data, findings, texts: new Map<string, string>() }
  if (call.json) console.out(`${JSON.stringify({ source, ...summary, ...findingsJson(loaded) }, null, 2)}\n`)
  else {
    printFindings(loaded, console)
    const said = learningLines(summary, console.errStyle.dim)
    const changed = source === null || current === null ? [] : ['', ...difference(current, source)]
    console.err(`${[...said, ...changed].join('\n')}\n`)
    if (source !== null && call.out === undefined) console.out(source)
  }
  if (source !== null && call.out !== undefined) await writeText(call.out, source)
  return hasErrors(findings) ? EXIT.findings : EXIT.fine
}

/** Everything that was asked for, before a file is read. */
function learnOptions(call: LearnCall): LearnOptions {
  leadOf(call.lead)
  return {
    constraints: constraintsOf(call),
    most: wholeNumber('--measures', call.measures, 1),
    bandsBy: bandsBy(call),
    seed: wholeNumber('--seed', call.seed, 0),
    folds: wholeNumber('--folds', call.folds, 2),
    repeats: wholeNumber('--repeats', call.repeats, 1),
    resamples: wholeNumber('--resamples', call.resamples, 0),
  }
}

function sourceFor(learning: Learning, { inputs }: Gathered, call: LearnCall, current: Model | null): string | null {
  const { result } = learning
  if (result.kind !== 'learned') return null
  const { unit, count } = leadOf(call.lead)
  const scale = current?.segments.at(-1)?.root.scale
  const evenly = current !== null && isEvenLadder(current.ladder)
  return sourceOf(learning, result, {
    name: call.name ?? (current === null ? 'learned' : `${current.name}_learned`),
    label: current === null ? 'Learned from outcomes' : `${current.label}, learned from outcomes`,
    inputs,
    ladder: evenly ? current.ladder : LADDER,
    scale: evenly && scale !== undefined && !scale.higherIsWorse ? scale : { low: 0, high: 100 },
    lead: call.outcome === undefined ? `${count} ${count === 1 ? unit.slice(0, -1) : unit}` : null,
    current: current?.label ?? null,
  })
}

/** Three rungs of which the middle one stands in the middle: what was learned can be said on it as it is. */
function isEvenLadder(ladder: Model['ladder']): boolean {
  const [poor, middle, healthy] = ladder.map(({ points }) => points)
  return ladder.length === 3 && (poor! + healthy!) / 2 === middle && healthy! > poor!
}

function findingsOf({ result, events, rows, auc }: Summary): readonly Finding[] {
  if (result === 'too few')
    return [finding('learn-too-few', { events: Math.min(events, rows - events), least: FEWEST_EVENTS })]
  const [low, high] = [auc?.low ?? 0, auc?.high ?? 1].map((value) => value.toFixed(2))
  if (result === 'nothing')
    return [finding('learn-nothing', { auc: (auc?.pooled ?? 0.5).toFixed(2), interval: `[${low}, ${high}]` })]
  return events < 100 ? [finding('learn-few-events', { events })] : []
}

/** What would change in the model in use; how a proposal is written must never be in doubt. */
function difference(current: Model, source: string): readonly string[] {
  const { model } = compile(source, 'learned.salus')
  const names = model.segments.map((segment) => segment.name)
  return [`Against ${current.label}:`, ...diffLines(diffModels(current, model), names)]
}

/** Says how far learning is, once it has taken long enough to wonder. */
function teller(console: Console): (done: number, all: number) => void {
  let said = performance.now() + 2000
  return (done, all) => {
    if (performance.now() < said) return
    said = performance.now() + 2000
    console.err(`learning: ${done} of ${all} times\n`)
  }
}
