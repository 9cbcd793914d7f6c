import { existsSync } from 'node:fs'
import { Option, type Command } from 'commander'
import { diffModels } from '../../authoring/diff/diff.ts'
import { diffLines } from '../../authoring/diff/say.ts'
import { compile } from '../../compile/index.ts'
import type { Finding } from '../../findings/finding.ts'
import { finding, sentence } from '../../findings/report.ts'
import type { Model } from '../../model/model.ts'
import type { Constraints } from '../../validation/learn/constraints.ts'
import { FEWEST_EVENTS, learn, type Learning, type LearnOptions } from '../../validation/learn/learn.ts'
import type { Suspicions } from '../../validation/learn/suspicions.ts'
import { summaryOf, type Summary } from '../../validation/learn/summary.ts'
import { LADDER, sourceOf } from '../../validation/learn/source.ts'
import type { Console } from '../console.ts'
import { gather, type Gathered } from '../learn/gather.ts'
import { bandsBy, constraintsOf, leadOf, wholeNumber, type LearnCall } from '../learn/options.ts'
import { learningLines } from '../learn/say.ts'
import { horizonDays } from '../validate/options.ts'
import { writeProbabilities } from '../learn/write-probabilities.ts'
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
    .option('--outcome <column>', 'the column that says who churned; column=value where words do not')
    .option('--outcomes <file>', 'a table of outcomes: account, date, churned; without churned every row is a loss')
    .option('--ledger <file>', 'contract lines instead: every renewal that came is an outcome')
    .option('--recurring <kinds>', 'kinds of charge of the ledger that are renewed, with commas', 'recurring')
    .option('--as-of <date>', 'what is known of ledger or losses ends here')
    .option('--date <column>', 'the column of the data that dates each snapshot')
    .option('--lead <time>', 'how long before the outcome: 3m by the calendar month, 90d by the day', '3m')
    .option('--horizon <time>', 'for outcomes that are losses alone: lost within 90d, 3m or 1y of a snapshot', '90d')
    .option('--model <file>', 'the model in use: gives names and directions, and is compared with')
    .option('--key <column>', 'the column that names the accounts')
    .option('--sheet <name>', 'the sheet of a workbook')
    .option('--out <file>', 'write the model there instead of printing it')
    .option('--overwrite', 'let --out replace a file')
    .option('--probability <file>', 'write each account of today with its churn probability, and whether it is unusual')
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
    .option('--by <measure>', 'a choice, such as the segment: values with 100 events get thresholds of their own')
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
  if (call.by !== undefined && call.probability !== undefined)
    throw new Problem('--probability is drawn for one score for all: leave out --by')
  const gathered = await gather(call, current)
  demandKnown(options.constraints, gathered.inputs)
  if (call.by !== undefined) demandChoice(call.by, gathered.inputs)
  const learning = learn(gathered.observations, { ...options, progress: teller(console) })
  const summary = summaryOf(learning)
  const source = totalOf(summary) < 1 ? null : sourceFor(learning, gathered, call, current)
  const findings = [...gathered.findings, ...findingsOf(summary), ...unmet(summary, options.constraints)]
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
  const { result } = learning
  if (result.kind === 'learned' && call.probability !== undefined) {
    const from = { path: call.data, ...(call.sheet && { sheet: call.sheet }) }
    const refused = await writeProbabilities(call.probability, from, result, gathered.whole, gathered.inputs)
    if (refused.length > 0) throw new Problem(sentence(refused[0]!))
  }
  return hasErrors(findings) ? EXIT.findings : EXIT.fine
}

/** Everything that was asked for, before a file is read. */
function learnOptions(call: LearnCall): LearnOptions {
  leadOf(call.lead)
  horizonDays(call.horizon)
  return {
    constraints: constraintsOf(call),
    most: wholeNumber('--measures', call.measures, 1),
    bandsBy: bandsBy(call),
    seed: wholeNumber('--seed', call.seed, 0),
    folds: wholeNumber('--folds', call.folds, 2),
    repeats: wholeNumber('--repeats', call.repeats, 1),
    resamples: wholeNumber('--resamples', call.resamples, 0),
    ...(call.by !== undefined && { by: call.by }),
  }
}

function sourceFor(learning: Learning, gathered: Gathered, call: LearnCall, current: Model | null): string | null {
  const { result } = learning
  if (result.kind !== 'learned') return null
  const { inputs } = gathered
  const scale = current?.segments.at(-1)?.root.scale
  const evenly = current !== null && isEvenLadder(current.ladder)
  return sourceOf(learning, result, {
    name: call.name ?? (current === null ? 'learned' : `${current.name}_learned`),
    label: current === null ? 'Learned from outcomes' : `${current.label}, learned from outcomes`,
    inputs,
    ladder: evenly ? current.ladder : LADDER,
    scale: evenly && scale !== undefined && !scale.higherIsWorse ? scale : { low: 0, high: 100 },
    design: gathered.design,
    ...(call.by !== undefined && { by: call.by }),
    current: current?.label ?? null,
  })
}

/** Three rungs of which the middle one stands in the middle: what was learned can be said on it as it is. */
function isEvenLadder(ladder: Model['ladder']): boolean {
  const [poor, middle, healthy] = ladder.map(({ points }) => points)
  return ladder.length === 3 && (poor! + healthy!) / 2 === middle && healthy! > poor!
}

function findingsOf({ result, events, rows, auc, suspicions }: Summary): readonly Finding[] {
  if (result === 'too few')
    return [finding('learn-too-few', { events: Math.min(events, rows - events), least: FEWEST_EVENTS })]
  const [low, high] = [auc?.low ?? 0, auc?.high ?? 1].map((value) => value.toFixed(2))
  if (result === 'nothing')
    return [finding('learn-nothing', { auc: (auc?.pooled ?? 0.5).toFixed(2), interval: `[${low}, ${high}]` })]
  return [...(events < 100 ? [finding('learn-few-events', { events })] : []), ...doubts(suspicions!)]
}

function doubts({ knowing, opinion }: Suspicions): readonly Finding[] {
  return [
    ...knowing.map(({ name, auc }) => finding('learn-suspicious', { measure: name, auc: auc.toFixed(2) })),
    ...(opinion === null
      ? []
      : [
          finding('learn-opinion', {
            measures: opinion.names.map((name) => `\`${name}\``).join(', '),
            given: opinion.with.toFixed(2),
            without: opinion.without.toFixed(2),
          }),
        ]),
  ]
}

/** What constraints could not have. */
function unmet(summary: Summary, { weights }: Constraints): readonly Finding[] {
  if (summary.result !== 'learned') return []
  const kept = new Set(summary.measures.map(({ name }) => name))
  const left = [...weights].filter(([name, { least }]) => least > 0 && !kept.has(name))
  const total = totalOf(summary)
  return [
    ...left.map(([measure, { least }]) => finding('learn-weight-unmet', { measure, weight: share(least) })),
    ...(total < 1 ? [finding('learn-weights-short', { total: share(total) })] : []),
  ]
}

function totalOf({ measures }: Summary): number {
  return Math.round(100 * measures.reduce((sum, { weight }) => sum + weight, 0)) / 100
}

function share(of: number): string {
  return `${Math.round(100 * of)}%`
}

/** A constraint on a name that is not there would be kept by chance. */
function demandKnown({ forbidden, rising, weights }: Constraints, inputs: Gathered['inputs']): void {
  const known = [...inputs.values()].filter(({ role }) => role === null).map(({ name }) => name)
  const [unknown] = [...forbidden, ...rising.keys(), ...weights.keys()].filter((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new Problem(
    `a constraint names \`${unknown}\`, which is no measure here; there are ${known.toSorted().join(', ')}`,
  )
}

function demandChoice(by: string, inputs: Gathered['inputs']): void {
  const choices = [...inputs.values()]
    .filter(({ type }) => type === 'choice' || type === 'yes/no')
    .map(({ name }) => name)
  if (choices.includes(by)) return
  throw new Problem(`--by takes a choice; \`${by}\` is none here, there are ${choices.toSorted().join(', ')}`)
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
