import type { Input } from '../model/input.ts'
import type { Log } from '../model/log.ts'
import type { InputTree, Name } from '../parser/tree.ts'
import { report, type Context } from './context.ts'
import { checkTogether, compileInput } from './inputs.ts'

const grains: ReadonlyMap<string, Log['grain']> = new Map([
  ['events', 'event'],
  ['daily', 'snapshot'],
  ['snapshots', 'snapshot'],
])

/** What is written of a log: where first, and its columns. */
export interface LogDraft {
  readonly from: Name
  readonly columns: readonly InputTree[]
}

/** Whether `inputs from …` names a table with many lines an account. */
export function isLog(from: Name | null): from is Name {
  return from !== null && grains.has(from.text)
}

/** What `inputs from events { … }` declares; null, and reported, where it does not say which column is the account or the day. */
export function compileLog(context: Context, { from, columns: trees }: LogDraft): Log | null {
  const grain = grains.get(from.text)!
  const columns = trees.map((tree): Input => ({ ...compileInput(context, tree, null), grain }))
  checkTogether(context, trees)
  for (const tree of trees) {
    if (tree.figure === null) continue
    report(context, 'setting-misplaced', { setting: 'a figure', place: '`inputs { }`' }, tree.figure.span, {
      question: 'is it a figure of the account?',
    })
  }
  const account = columns.find(({ role }) => role === 'account')
  const at = columns.find(({ type }) => type === 'date')
  const log = from.text
  if (account === undefined)
    report(context, 'log-incomplete', { log, what: 'column that names the account' }, from.span, {
      question: 'which column names the account? Write `key` behind it.',
    })
  if (at === undefined)
    report(context, 'log-incomplete', { log, what: 'date' }, from.span, {
      question: 'which column says when? Its type is `date`.',
    })
  const zone = zoneOf(context, trees, at?.name ?? null)
  if (account === undefined || at === undefined) return null
  return { name: log, grain, columns, account: account.name, at: at.name, zone, span: from.span }
}

/** The zone of the date that says when; any other column is read as it is written. */
function zoneOf(context: Context, trees: readonly InputTree[], at: string | null): string {
  let found = 'UTC'
  for (const { name, zone } of trees) {
    if (zone === null) continue
    if (name.text !== at)
      report(
        context,
        'setting-misplaced',
        { setting: `in "${zone.text}"`, place: 'the first date of a log' },
        zone.span,
        {
          question: `does \`${name.text}\` say when a line happened?`,
        },
      )
    else if (isZone(zone.text)) found = zone.text
    else
      report(context, 'zone-unknown', { zone: zone.text }, zone.span, {
        question: 'which is meant? Zones have names such as "Europe/Berlin" or "UTC".',
      })
  }
  return found
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
