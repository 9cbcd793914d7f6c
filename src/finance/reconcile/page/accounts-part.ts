import { isoDate } from '../../../engine/days.ts'
import type { Ledger } from '../../ledger.ts'
import type { AccountMatch, Covered, NearId } from '../compare-accounts.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf, percentOf } from '../shown.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { lineIds } from './line-ids.ts'
import { cut, more } from './long-lists.ts'
import { left, right, table } from './table.ts'

const IN_FULL = 'scores of the JSON, and the workbook’s sheet Scores'

/** Part 5: whether the accounts that are scored are those that pay. */
export function accountsPart({ scores }: Reconciliation, ledger: Ledger): Html {
  if (scores === null) return markup`<p class="soft">No scores were given.</p>`
  const { opening, closing, first } = scores
  const none = first === null ? '' : `; the first are of ${isoDate(first)}`
  return markup`<p>
      Accounts with a balance against scored accounts, by ids that are the same letter for letter. What may be meant is
      suggested and changes no figure.
    </p>
    ${opening === null ? markup`<p class="soft">There are no scores on or before the opening${none}.</p>` : matched('At the opening', opening, ledger)}
    ${closing === null ? markup`<p class="soft">There are no scores on or before the closing.</p>` : matched('At the closing', closing, ledger)}`
}

function matched(title: string, match: AccountMatch, ledger: Ledger): Html {
  const { ledgerOnly, scoreOnly, duplicates, throughParent, coverage } = match
  return markup`<h3>${title}: scores of ${isoDate(match.scoresOf)} against balances of ${isoDate(match.day)}</h3>
    ${table({
      columns: [...left('coverage'), ...right('with a score', 'of', 'share')],
      rows: [
        [
          'accounts',
          countOf(coverage.accounts.numerator),
          countOf(coverage.accounts.denominator),
          share(coverage.accounts),
        ],
        ['ARR', moneyOf(coverage.amount.numerator), moneyOf(coverage.amount.denominator), share(coverage.amount)],
      ],
    })}
    ${table({
      columns: [...left(''), ...right('accounts')],
      rows: [
        ['matched', countOf(match.matched.length)],
        ['in the ledger only', countOf(ledgerOnly.length)],
        ['scored only', countOf(scoreOnly.length)],
        ['scored more than once', countOf(duplicates.length)],
        [
          'of a parent that is scored in their place',
          countOf(throughParent.flatMap(({ accounts }) => accounts).length),
        ],
      ],
    })}
    ${
      ledgerOnly.length === 0
        ? NOTHING
        : markup`${table({
            caption: 'In the ledger only, largest first',
            columns: [...left('account'), ...right('balance'), ...left('may be meant', 'lines')],
            long: true,
            rows: cut(ledgerOnly).map(({ balance, near }) => [
              balance.account,
              moneyOf(balance.amount),
              suggested(near),
              lineIds(ledger, balance.lines),
            ]),
          })}${more(ledgerOnly, IN_FULL)}`
    }
    ${
      scoreOnly.length === 0
        ? NOTHING
        : markup`${table({
            caption: 'Scored only',
            columns: [...left('account'), ...right('row'), ...left('band', 'may be meant')],
            long: true,
            rows: cut(scoreOnly).map(({ scored, near }) => [
              scored.account,
              scored.row === null ? '–' : countOf(scored.row),
              scored.band ?? '–',
              suggested(near),
            ]),
          })}${more(scoreOnly, IN_FULL)}`
    }
    ${
      duplicates.length === 0
        ? NOTHING
        : markup`${table({
            caption: 'Scored more than once: the first row counts',
            columns: left('account', 'rows', 'scores'),
            long: true,
            rows: cut(duplicates).map(({ account, rows, agree }) => [
              account,
              rows.map(({ row }) => (row === null ? '–' : countOf(row))).join(', '),
              agree ? 'agree' : rows.map(({ score }) => (score === null ? 'none' : String(score))).join(', '),
            ]),
          })}${more(duplicates, IN_FULL)}`
    }
    ${
      throughParent.length === 0
        ? NOTHING
        : markup`${table({
            caption: 'Several to one: not scored themselves, but their parent is',
            columns: [...left('parent', 'accounts'), ...right('balance')],
            long: true,
            rows: cut(throughParent).map(({ parent, accounts }) => [
              parent,
              accounts.map(({ account }) => account).join(', '),
              moneyOf(accounts.reduce((sum, { amount }) => sum + amount, 0)),
            ]),
          })}${more(throughParent, IN_FULL)}`
    }`
}

function suggested(near: readonly NearId[]): string {
  return near.map(({ id, differsIn }) => `${id} (differs in ${differsIn})`).join(', ')
}

function share({ numerator, denominator }: Covered): string {
  return percentOf(denominator === 0 ? null : numerator / denominator)
}
