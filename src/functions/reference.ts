import type { ArgumentEntry, Example, FunctionEntry } from './registry.ts'

/** docs/functions.md: what holds for all functions, then each of them, from the registry. */
export function referencePage(registry: readonly FunctionEntry[]): string {
  return [INTRODUCTION, ...registry.map(section)].join('\n\n').trimEnd() + '\n'
}

function section({ name, description, arguments: known, result, examples, notes }: FunctionEntry): string {
  const spills = result.spills === 'with rows' ? 'One cell for each row given' : 'Spills'
  return [
    `## ${name}`,
    `\`${name}(${signature(known)})\``,
    `${description}.`,
    ['| argument | |', '|---|---|', ...known.map(argumentLine)].join('\n'),
    `${spills}: ${result.description}.`,
    ...notes,
    ...examples.map(exampleText),
  ].join('\n\n')
}

function signature(known: readonly ArgumentEntry[]): string {
  return known.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')
}

function argumentLine({ name, description }: ArgumentEntry): string {
  return `| *${name}* | ${description} |`
}

function exampleText({ formula, gives }: Example): string {
  const [first] = gives
  const isOneCell = gives.length === 1 && first?.length === 1
  if (isOneCell) return `\`${formula}\` gives ${first[0] === '' ? 'an empty text' : `\`${first[0]}\``}`
  const lines = gives.map(
    (row) => `| ${row.map((cell) => cell.replace(/^ +/, '').replaceAll('|', '\\|')).join(' | ')} |`,
  )
  const head = gives[0]!.map(() => ' ').join(' | ')
  const rule = gives[0]!.map(() => '---').join('|')
  return [`\`${formula}\` gives`, [`| ${head} |`, `|${rule}|`, ...lines].join('\n')].join('\n\n')
}

const INTRODUCTION = `# Functions

The same functions live in Excel and in the workbench. They score the accounts of a sheet with the model that is stored in
the workbook. Examples are on the sample portfolio, whose sheet \`Accounts\` has the inputs in columns C to W, headers in row 1.

This page is written by \`npm run functions\` from the registry of the functions.

## What all of them do

**The row** is the cells of one account, in any order, with columns that nothing reads among them: \`C3:W3\`, or
\`Accounts[@[Account]:[ACV]]\` in a table. Leave the cell of the formula itself out of it. A block of rows gives a result for each row in
one call, which is the quick way for thousands: \`=HEALTH(C2:W521)\`.

**Which** names a segment of the workbook's model (\`"Digital Customer"\` or \`"digital"\`), a model of the workbook (\`"sourcegraph"\`), or
both (\`"sourcegraph/digital"\`). Left out, each account is in the segment whose condition it meets.

**Headers** say which column is which input. They are, in this order: the third argument; the columns connected by hand in the
pane; the header row of the table or list that the row stands in; the inputs of the model in their written order, where there
are as many columns. A computed array, \`FILTER(…)\` say, stands nowhere: give the headers with it.

**A blank cell is missing, never 0.** Excel on the desktop hands blank cells to functions as 0, so Salus looks at the cells
themselves; it does the same to tell 85% from 0.85. Of a computed array neither can be known: zeros count as zeros unless the model says
\`missing when 0\`, a bare number follows its input's scale, and \`HEALTH.WHY\`, \`HEALTH.EXPLAIN\` and cards say so. How cells are read:
[data.md](data.md).

**A row without anything in it** is left blank in a block, since ranges are often longer than their lists; alone it is
\`#N/A\`, for there someone asked about it.

**Overrides** that people gave in the pane apply to the account whose key stands in the row, while they are in force.

**The date** on which the model scores is kept in the workbook: each day's own, or a fixed one.

## When there is no score

Every error says in one sentence what is wrong and what to do.

| cell | when |
|---|---|
| \`#N/A\` | There is none for this account: nothing that counts has data, too little has, the model does not apply, the row is blank. Or the workbook has no model |
| \`#VALUE!\` | The formula or its surroundings need mending: an unknown segment or dimension (the nearest name is suggested), no headers, a header that was renamed, a model with an error (its line is named) |

A number that cannot be read, \`abc\` in a column of counts, counts as missing, and \`HEALTH.WHY\` names the cell. A column that is not
there at all counts as missing likewise; but where a column of nearly that name is there, a header was most likely renamed, and
every score without it would be another: then cells say so rather than show it.`
