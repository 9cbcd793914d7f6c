import { isoDate } from '../../engine/days.ts'
import type { Ledger } from '../../finance/ledger.ts'
import { monthEnds } from '../../finance/month-ends.ts'
import type { Policy } from '../../finance/policy.ts'
import { missingRates } from '../../finance/rate-table.ts'
import type { CrmChurn } from '../../finance/read/crm.ts'
import { mergeInputs } from '../../finance/reconcile/merge-inputs.ts'
import type { ReconcileInputs } from '../../finance/reconcile/reconcile.ts'
import type { InputFile } from '../../finance/reconcile/reconciliation.ts'
import { finding } from '../../findings/report.ts'
import type { Model } from '../../model/model.ts'
import { loadSoundModel } from '../load-model.ts'
import { Problem } from '../problem.ts'
import { hasErrors } from '../text/findings.ts'
import { VERSION } from '../version.ts'
import { openEarlierReport } from './open-earlier-report.ts'
import {
  fileHash,
  fileName,
  openAccounts,
  openCrm,
  openLedger,
  openMerged,
  openRates,
  type Say,
} from './open-tables.ts'
import { amountOption, choiceOption, currencyOption, dayOption, daysOption } from './options.ts'
import { type ReadingCall, readingOf, recurringOf } from './reading-options.ts'
import { readScores } from './score-dates.ts'

/** The options of `salus reconcile` that say what is read, and how. */
export interface ReconcileFiles extends ReadingCall {
  readonly ledger: string
  readonly accounts?: string
  readonly fx?: string
  readonly crm?: string
  readonly snapshots?: string
  readonly model?: string
  readonly from: string
  readonly to: string
  readonly currency: string
  readonly asOf?: string
  readonly rate: string
  readonly gapDays: string
  readonly matchDays: string
  readonly tolerance: string
  readonly previous?: string
  readonly merged?: string
  readonly control: readonly string[]
  readonly runTime?: string
  readonly preparer?: string
  readonly reviewer?: string
}

/** Opens everything a reconciliation reads. A file with findings of level error is a problem; nothing is reconciled then. */
export async function readInputs(options: ReconcileFiles, say: Say): Promise<ReconcileInputs> {
  const [from, to] = [dayOption('--from', options.from), dayOption('--to', options.to)]
  if (from >= to) throw new Problem(`--from ${options.from} is not before --to ${options.to}`)
  const policy = policyOf(options, to)
  const control = options.control.map((text) => amountOption('--control', text))
  const { cents: tolerance } = amountOption('--tolerance', options.tolerance)
  const matchDays = daysOption('--match-days', options.matchDays)
  const reading = readingOf(options)
  const sound = sayOrStop(say)
  const earlier = options.previous === undefined ? null : openEarlierReport(options.previous, { policy, from })

  const model = options.model === undefined ? null : soundModel(options.model, say)
  const rates = await openRates(options.fx, policy.currency, sound)
  const accounts = options.accounts === undefined ? null : await openAccounts(options.accounts, sound)
  const { ledger } = await openLedger(
    options.ledger,
    { ...policy, ...reading, from, rates, ...(accounts && { parents: accounts.parentOf }) },
    sound,
  )
  const missing = missingRates(ledger, rates, policy, monthEnds(from, to))
  sound(
    options.fx ?? options.ledger,
    missing.map(({ currency, date }) => finding('rate-missing', { currency, date: isoDate(date) ?? '' })),
  )
  const crm = options.crm === undefined ? null : await openCrm(options.crm, sound, reading.dates)
  const scores = options.snapshots === undefined ? null : await readScores(options.snapshots, model, [from, to], sound)
  const segments = accounts && new Map(accounts.keys.map((key, at) => [key, accounts.segments[at] ?? null]))

  const merged = options.merged === undefined ? null : await openMerged(options.merged, sound, reading.dates)
  const read: Omit<ReconcileInputs, 'merged'> = {
    ledger,
    rates,
    header: {
      from,
      to,
      policy,
      reading,
      matchDays,
      tolerance,
      model: scores?.scores[0]?.model ?? null,
      inputs: await inputFiles(options, {
        ledger,
        accounts: accounts?.keys.length ?? null,
        crm: crm?.churns ?? null,
        scores: scores?.rows ?? null,
        merged: merged?.length ?? null,
        earlier: earlier?.closing.lines.length ?? null,
      }),
      engine: VERSION,
      runTime: options.runTime ?? null,
      preparer: options.preparer ?? null,
      reviewer: options.reviewer ?? null,
    },
    segmentOf: segments && ((account) => segments.get(account) ?? null),
    scores: scores?.scores ?? null,
    firstScores: scores?.first ?? null,
    crm: crm?.churns ?? null,
    earlier,
    control: control.map(({ currency, cents }) => ({ currency, amount: cents })),
  }
  if (merged === null) return { ...read, merged }
  const { inputs, merged: listed } = mergeInputs(read, merged)
  return { ...inputs, merged: listed }
}

function policyOf(options: ReconcileFiles, to: number): Policy {
  return {
    asOf: options.asOf === undefined ? to : dayOption('--as-of', options.asOf),
    currency: currencyOption('--currency', options.currency),
    recurring: recurringOf(options),
    rate: choiceOption('--rate', options.rate, ['closing', 'opening', 'reported']),
    gapDays: daysOption('--gap-days', options.gapDays),
  }
}

/** What cannot be read is said first, and ends the run. */
function sayOrStop(say: Say): Say {
  return (path, findings) => {
    say(path, findings)
    if (hasErrors(findings)) throw new Problem(`${path} cannot be reconciled as it is: nothing was computed`)
  }
}

function soundModel(path: string, say: Say): Model {
  return loadSoundModel(path, ({ findings }) => say(path, findings)).model
}

interface Counted {
  readonly ledger: Ledger
  readonly accounts: number | null
  readonly crm: readonly CrmChurn[] | null
  readonly scores: number | null
  readonly merged: number | null
  readonly earlier: number | null
}

async function inputFiles(options: ReconcileFiles, counted: Counted): Promise<readonly InputFile[]> {
  const { control } = counted.ledger
  const ledgerSums = new Map([...control.amounts].map(([currency, { read }]) => [currency, read]))
  const none = new Map<string, number>()
  const files: readonly [InputFile['role'], string | undefined, number | null, ReadonlyMap<string, number>][] = [
    ['ledger', options.ledger, control.read, ledgerSums],
    ['accounts', options.accounts, counted.accounts, none],
    ['rates', options.fx, null, none],
    ['crm', options.crm, counted.crm?.length ?? null, crmSums(counted.crm ?? [])],
    ['snapshots', options.snapshots, counted.scores, none],
    ['model', options.model, null, none],
    ['merged', options.merged, counted.merged, none],
    ['previous', options.previous, counted.earlier, none],
  ]
  return Promise.all(
    files.flatMap(([role, path, rows, sums]) =>
      path === undefined ? [] : [fileHash(path).then((sha256) => ({ role, name: fileName(path), rows, sha256, sums }))],
    ),
  )
}

function crmSums(churns: readonly CrmChurn[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { currency, lost } of churns) sums.set(currency ?? '', (sums.get(currency ?? '') ?? 0) + (lost ?? 0))
  return new Map([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
