import { isoDay } from '../../tables/values/day.ts'
import type { BookSheet } from '../../tables/xlsx/book.ts'
import { readingText } from '../read/options.ts'
import type { Reconciliation } from '../reconcile/reconciliation.ts'
import { checksOf } from './checks.ts'
import { count, heading, money, type Row, sheet, text } from './sheet.ts'

/** What a reader must know to repeat the run, and where to look on. */
export function summarySheet({ header, completeness }: Reconciliation, sheets: readonly BookSheet[]): BookSheet {
  const { policy, model, inputs } = header
  const rows: Row[] = [
    [heading('Reconciliation')],
    [],
    ...pairs({
      From: isoDay(header.from),
      To: isoDay(header.to),
      'As of': isoDay(policy.asOf),
      Currency: policy.currency,
      'Counts as recurring': policy.recurring.join(', '),
      'Ledger read with': readingText(header.reading) ?? 'a value a year, ends on the day after',
      'Rates for cohorts': RATES[policy.rate],
      'Days away that are no churn': String(policy.gapDays),
      Netting: 'by account; by sku and by parent beside it',
      Reactivation: 'in a line of its own, outside GRR and NRR',
      'Price increases': 'expansion; NRR is shown with and without',
      'Credits and negative lines': 'summed into the account',
      Rounding: 'half away from zero, to the cent, carried in a line of its own',
      'CRM matched within (days)': String(header.matchDays),
      Model: model === null ? 'none' : `${model.name}${model.version === null ? '' : `, version ${model.version}`}`,
      'Model hash': model?.hash ?? 'none',
      'Salus version': header.engine,
      'Run at': header.runTime ?? '',
      'Prepared by': header.preparer ?? '',
      'Reviewed by': header.reviewer ?? '',
    }),
    [],
    [heading('Input'), heading('File'), heading('Rows'), heading('SHA-256')],
    ...inputs.map(({ role, name, rows: read, sha256 }): Row => [
      text(role),
      text(name),
      read === null ? null : count(read),
      text(sha256),
    ]),
    [],
    [heading('Tolerance for amounts'), money(header.tolerance)],
    [heading('Lines read'), count(completeness.control.read)],
    [],
    [heading('Check cells of'), heading('are off by')],
    ...sheets.flatMap((one): Row[] => {
      const off = checksOf(one)
      return off === null ? [] : [[text(one.name), off]]
    }),
  ]
  return sheet('Summary', [34, 44, 12, 70], 1, rows)
}

const RATES: Readonly<Record<Reconciliation['header']['policy']['rate'], string>> = {
  closing: 'constant, as of the closing date',
  opening: 'constant, as of the opening date',
  reported: 'as reported, each date at its own',
}

function pairs(values: Readonly<Record<string, string>>): Row[] {
  return Object.entries(values).map(([name, value]) => [heading(name), text(value)])
}
