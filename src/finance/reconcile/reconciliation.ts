import type { BridgeMonth } from '../bridge.ts'
import type { ControlTotal, ExcludedLine } from '../ledger.ts'
import type { Netting, Policy } from '../policy.ts'
import type { Reading } from '../read/options.ts'
import type { Retention, RetentionGroup } from '../retention.ts'
import type { Share } from '../share.ts'
import type { MergedAccount } from '../merged-ids.ts'
import type { Restatement } from './restatement.ts'
import type { AccountMatch } from './compare-accounts.ts'
import type { ChurnComparison } from './compare-churn.ts'

/**
 * A period of the ledger, tied out: what it held, how its balance moved, what was retained, and whether the scores and
 * the CRM are about the same accounts. Amounts are integer cents of the report's currency unless another is named, days
 * count from 1970-01-01. What a terminal, a page, a workbook and JSON show is all in here; none of them adds anything up.
 */
export interface Reconciliation {
  readonly header: ReportHeader
  readonly completeness: Completeness
  /** Month by month; each closing is the next opening. */
  readonly bridge: readonly BridgeMonth[]
  /** The opening against the closing of an earlier report; null where none was given. */
  readonly restatement: Restatement | null
  readonly quickRatio: Share
  /** From the opening to the closing balance of the whole period, at constant rates. */
  readonly retention: Readonly<Record<Netting, Retention>>
  /** The account level in parts that add up to it; a part without a name holds accounts that have none. */
  readonly groups: {
    /** Of the table of accounts; null without one. */
    readonly segment: readonly RetentionGroup[] | null
    /** Of the scores known at the opening; null without them. */
    readonly band: readonly RetentionGroup[] | null
    /** Which segment of the model had judged them; null without scores. */
    readonly model: readonly RetentionGroup[] | null
  }
  /** The ledger's accounts against the scores known at the opening and at the closing; null where none were given. */
  readonly scores: {
    readonly opening: AccountMatch | null
    readonly closing: AccountMatch | null
    /** The first day of which there are scores. */
    readonly first: number | null
  } | null
  /** Ids that count as another's because somebody said so; null where nothing was said. */
  readonly merged: readonly MergedAccount[] | null
  /** Null without a CRM feed. */
  readonly churn: ChurnComparison | null
}

/** What a reader must know to repeat the run. */
export interface ReportHeader {
  /** The opening balance is that of the end of this day, the closing balance that of `to`. */
  readonly from: number
  readonly to: number
  readonly policy: Policy
  /** What was said of how the ledger's table is to be read. */
  readonly reading: Reading
  readonly matchDays: number
  readonly tolerance: number
  readonly model: { readonly name: string; readonly version: number | null; readonly hash: string } | null
  readonly inputs: readonly InputFile[]
  /** The version of Salus. */
  readonly engine: string
  /** As given by whoever runs it; the clock is never asked. */
  readonly runTime: string | null
  readonly preparer: string | null
  readonly reviewer: string | null
}

export interface InputFile {
  /** What it was read as. */
  readonly role: 'ledger' | 'accounts' | 'rates' | 'crm' | 'snapshots' | 'model' | 'previous' | 'merged'
  readonly name: string
  readonly rows: number | null
  /** Of its bytes, hex. */
  readonly sha256: string
  /** Sum of its amounts in cents, by currency; empty where it has none. */
  readonly sums: ReadonlyMap<string, number>
}

/** Rows read = used + excluded. */
export interface Completeness {
  readonly control: ControlTotal
  readonly excluded: readonly ExcludedLine[]
  /** What finance says the ledger holds, beside what was read; empty where nobody said. */
  readonly entered: readonly ControlEntry[]
}

export interface ControlEntry {
  /** Null for the plain sum over all currencies, as a spreadsheet adds up its column. */
  readonly currency: string | null
  readonly amount: number
  readonly read: number
  /** `read - amount`. */
  readonly difference: number
}
