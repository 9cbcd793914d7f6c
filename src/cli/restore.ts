import { isoDate } from '../engine/days.ts'
import type { History } from '../history/history.ts'
import { layOut } from '../history/lay-out.ts'
import { restored } from '../history/restored.ts'
import { sentence } from '../findings/report.ts'
import { storedTable } from '../history/stored-table.ts'
import { encode, type Format, FORMATS, formatOf, writeTable } from '../tables/node.ts'
import type { Console } from './console.ts'
import { dayOf } from './dates.ts'
import { demandHistory } from './kept-files.ts'
import { printPieces } from './print-pieces.ts'
import { EXIT, Problem } from './problem.ts'
import { printFindings } from './text/findings.ts'

export interface RestoreOptions {
  readonly restore?: string
  readonly from?: string
  readonly to?: string
  readonly withLeft?: boolean
  readonly out?: string
  readonly format?: string
  readonly json?: boolean
}

/** Gives back what was known on a date, of every model that was kept: the table as it was stored. */
export async function restore(options: RestoreOptions, console: Console): Promise<number> {
  const place = options.from ?? options.to
  if (place === undefined) throw new Problem('--restore needs --from: where snapshots are kept')
  const day = dayOf(options.restore, '--restore')!
  const { history, findings } = await demandHistory(place)
  printFindings({ path: place, findings, texts: new Map() }, console)
  const rows = restored(history, day, options.withLeft === true)
  if (rows.length === 0) throw new Problem(`${place} keeps nothing of ${isoDate(day)} or before`)
  return writeRestored(layOut(rows), options, console)
}

async function writeRestored(history: History, options: RestoreOptions, console: Console): Promise<number> {
  const { fields, batches } = storedTable(history)
  const format = formatFor(options)
  if (options.out !== undefined) {
    const [refused] = await writeTable(options.out, format, fields, batches)
    if (refused) throw new Problem(sentence(refused))
    return EXIT.fine
  }
  if (format === 'parquet' || format === 'xlsx') throw new Problem(`${format} cannot be shown on a screen: add --out`)
  await printPieces(encode(format, fields, batches), console)
  return EXIT.fine
}

function formatFor({ out, format, json }: RestoreOptions): Format {
  const named = format ?? (json ? 'json' : undefined)
  const found = named === undefined ? (out === undefined ? 'csv' : formatOf(out)) : FORMATS.find((one) => one === named)
  if (found) return found
  throw new Problem(`--format is one of ${FORMATS.join(', ')}; \`${named ?? out}\` is not`)
}
