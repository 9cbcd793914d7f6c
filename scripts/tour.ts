/**
 * `npm run tour`: the sample portfolio scored with the model
 * Sourcegraph published, band by band, and one account explained.
 */
import { readAccounts } from '../src/cli/accounts.ts'
import { processConsole } from '../src/cli/console.ts'
import { loadSoundModel } from '../src/cli/load-model.ts'
import { explainBatch } from '../src/cli/score-accounts.ts'
import { printBreakdown } from '../src/cli/text/breakdown.ts'
import { printFindings } from '../src/cli/text/findings.ts'
import { printPortfolio } from '../src/cli/text/portfolio.ts'
import type { Explanation } from '../src/model/explanation.ts'

const MODEL = 'models/sourcegraph.salus'
const DATA = 'samples/accounts.csv'

const console = processConsole()
const { model } = loadSoundModel(MODEL, (found) => printFindings(found, console))
const explanations: Explanation[] = []
const findings = await readAccounts(model, { data: DATA }, { asOf: null }, async (batches) => {
  for await (const batch of batches) explanations.push(...explainBatch(model, batch, { asOf: null }))
})
const columnsAbsent = new Set(['input-column-missing'])
printFindings(
  { path: DATA, findings: findings.filter((one) => !columnsAbsent.has(one.slug)), texts: new Map() },
  console,
)

const { style } = console
const worst = explanations
  .filter((one) => one.segment === 'default' && one.coverage === 1)
  .toSorted((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity))[0]!

console.out(
  [
    '',
    `${style.bold('Salus')}  customer health scores that say why`,
    '',
    `${explanations.length} accounts of ${DATA}, scored with ${MODEL}: ${model.label}`,
    '',
    ...printPortfolio(model, explanations, style).map((line) => `  ${line}`),
    '',
    `${style.bold('Why is one account red?')}  npx salus explain --model ${MODEL} --data ${DATA} --account ${worst.account}`,
    '',
    ...printBreakdown(model, worst, style).map((line) => `  ${line}`),
    '',
    style.bold('Go on'),
    `  npx salus check ${MODEL}                                  what is wrong with a model`,
    `  npx salus test ${MODEL}                                   do its tests pass, what do they reach`,
    `  npx salus score --model ${MODEL} --data ${DATA} --out scores.xlsx`,
    '  docs/language.md                                                        write your own',
    '',
    '',
  ].join('\n'),
)
