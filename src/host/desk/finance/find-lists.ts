import { crmInputs } from '../../../finance/read/crm.ts'
import { LEDGER_FIELDS, ledgerInputs } from '../../../finance/read/ledger-fields.ts'
import { ratesInputs } from '../../../finance/read/rates.ts'
import type { Input } from '../../../model/input.ts'
import { matchColumns } from '../../../tables/match.ts'
import type { ListPlace } from '../../document/document.ts'
import type { Region } from '../../workbook.ts'

/** The lists of a workbook that could be a ledger, rates and a churn feed, the likeliest of each first. */
export interface FinanceLists {
  readonly ledgers: readonly Region[]
  readonly rates: readonly Region[]
  readonly feeds: readonly Region[]
}

/** Looks at headers alone: nothing is read, and what is found is a proposal. */
export function financeLists(regions: readonly Region[], currency: string): FinanceLists {
  const like = (inputs: readonly Input[], isOne: (fields: ReadonlySet<string>) => boolean): readonly Region[] =>
    regions
      .flatMap((region) => {
        const fields = fieldsOf(region.headers, inputs)
        return isOne(fields) ? [{ region, served: fields.size }] : []
      })
      .toSorted((a, b) => b.served - a.served)
      .map(({ region }) => region)
  return {
    ledgers: like(ledgerInputs, (has) => has.has('account') && has.has('start') && hasAmount(has)),
    rates: like(ratesInputs(currency), (has) => has.has('date') && has.has('from') && has.has('rate')),
    feeds: like(crmInputs, (has) => has.has('account') && has.has('date') && has.has('lost')),
  }
}

export function placeOf({ block, table }: Region): ListPlace {
  return { sheet: block.sheet, table }
}

/** The list that stands where a place says; null where it has gone. */
export function listAt(regions: readonly Region[], { sheet, table }: ListPlace): Region | null {
  const onSheet = regions.filter(({ block }) => block.sheet.toLowerCase() === sheet.toLowerCase())
  return onSheet.find((one) => table === null || one.table === table) ?? null
}

/** The names of fields that some header serves: inputs are called `finance field NAME TIER`. */
function fieldsOf(headers: readonly string[], inputs: readonly Input[]): ReadonlySet<string> {
  const { columns } = matchColumns(headers, inputs, false)
  return new Set([...columns.keys()].map((name) => name.split(' ')[2]!))
}

function hasAmount(fields: ReadonlySet<string>): boolean {
  return LEDGER_FIELDS.some(({ name }) => (name === 'annual' || name === 'monthly') && fields.has(name))
}
