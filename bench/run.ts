import { appendFileSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { authoringItems } from './items/authoring.ts'
import { cellItems } from './items/cells.ts'
import { fileItems } from './items/files.ts'
import { formulaItems } from './items/formulas.ts'
import { functionItems } from './items/functions.ts'
import { jsonItems } from './items/json.ts'
import { ledgerItems } from './items/ledger.ts'
import { officeItems } from './items/office.ts'
import { peerItems } from './items/peers.ts'
import { scoringItems } from './items/scoring.ts'
import { sparkItems } from './items/spark.ts'
import { typingItems } from './items/typing.ts'
import { warehouseItems } from './items/warehouse.ts'
import { workbenchItems } from './items/workbench.ts'
import type { Ratio } from './ratio.ts'

/**
 * `npm run bench`: every item beside its target, as ratios within one run; recorded in `history.jsonl`. `npm run bench
 * word` measures the items with that word in their names, and records nothing.
 */
const items = [
  ...scoringItems,
  ...peerItems,
  ...cellItems,
  ...authoringItems,
  ...jsonItems,
  ...functionItems,
  ...fileItems,
  ...ledgerItems,
  ...warehouseItems,
  ...sparkItems,
  ...officeItems,
  ...formulaItems,
  ...typingItems,
  ...workbenchItems,
]
const wanted = process.argv[2] ?? ''
const found: Record<string, Ratio> = {}
console.log(line('item', 'ratio', 'target', 'a unit', ''))
for (const { name, target, isMet, measure, lacking } of items.filter((item) => item.name.includes(wanted))) {
  const lack = await lacking?.()
  if (typeof lack === 'string') {
    console.log(line(name, '', target, '', `left out: ${lack}`))
    continue
  }
  const result = await measure()
  found[name] = result
  const shown = result.ratio.toFixed(result.ratio < 100 ? 2 : 0)
  const verdict = target === '' ? '' : isMet(result) ? 'met' : 'missed'
  const memory = result.peakMegabytes === undefined ? '' : `, peak ${result.peakMegabytes.toFixed(0)} MB`
  console.log(line(name, shown, target, duration(result.nanoseconds), verdict + memory))
}
if (wanted === '') record()

function line(name: string, value: string, target: string, unit: string, rest: string): string {
  return `${name.padEnd(42)}${value.padStart(8)}  ${target.padEnd(16)}${unit.padStart(9)}  ${rest}`
}

function duration(nanoseconds: number): string {
  if (nanoseconds < 1e4) return `${nanoseconds.toFixed(0)} ns`
  return nanoseconds < 1e7 ? `${(nanoseconds / 1e3).toFixed(0)} µs` : `${(nanoseconds / 1e6).toFixed(0)} ms`
}

function record(): void {
  const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length }
  const entry = { at: new Date().toISOString(), ...machine, versions: devDependencies, found }
  appendFileSync(new URL('history.jsonl', import.meta.url), `${JSON.stringify(entry)}\n`)
}
