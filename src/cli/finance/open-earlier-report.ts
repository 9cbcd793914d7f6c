import type { EarlierReport } from '../../finance/reconcile/restatement.ts'
import { readEarlierReport, type Tied } from '../../finance/reconcile/earlier-report.ts'
import { Problem } from '../problem.ts'
import { readText } from '../read-text.ts'
import { fileName } from './open-tables.ts'

/** A report holds its closing line by line: about 200 bytes each. */
const MOST = { bytes: 400 * 1024 * 1024, what: 'a report' }

/** The JSON that an earlier run printed or wrote; one that cannot be tied to is a problem. */
export function openEarlierReport(path: string, tied: Tied): EarlierReport {
  const read = readEarlierReport(fileName(path), readText(path, MOST), tied)
  if (read.kind === 'refused') throw new Problem(`${path} ${read.because}`)
  return read.report
}
