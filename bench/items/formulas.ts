import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { readGivenCells } from '../../src/cli/given-cells.ts'
import { compileFile } from '../../src/cli/load-model.ts'
import { formulaBook, type FormulaSheet } from '../../src/formula/index.ts'
import { writeBook } from '../../src/tables/xlsx/write-book.ts'
import { CSV, openComputing, type LibreOffice } from '../../test/office/libre-office.ts'
import { atMost, type Item } from '../item.ts'
import { byHand } from '../peers/by-hand.ts'
import type { Ratio } from '../ratio.ts'

const ACCOUNTS = 10_000
const ROUNDS = 5

/** How long LibreOffice takes to compute all formulas of an open workbook: ours beside what an analyst would type. */
async function recalculating(whole: boolean): Promise<Ratio> {
  const { model } = compileFile('models/sourcegraph.salus')
  const { given } = await readGivenCells(model, { data: 'samples/accounts.csv' }, { asOf: null })
  const rows = Array.from({ length: ACCOUNTS }, (_, n) => given.rows[n % given.rows.length]!)
  const book = formulaBook(model, {
    accounts: { header: given.header, rows },
    columnOf: ({ name }) => given.columns.get(name) ?? null,
    asOf: null,
    style: 'cells',
    sheets: { model: 'Model', accounts: 'Accounts' },
  })
  const hand = byHand(given.header, rows, whole)
  const office = await openComputing()
  try {
    const own = await saved(book.sheets!, 'own', office)
    const other = await saved([hand.sheet], 'hand', office)
    const at = (key: string): number => given.header.length + book.columns.findIndex((one) => one.key === key)
    await demandSame(office, [at('|shown'), at('|band')], [hand.score, hand.band])
    await addMacro(office)
    const times: { own: number; other: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      times.push({ own: await timed(own, office), other: await timed(other, office) })
    }
    const ratios = times.map((one) => one.own / one.other).toSorted((a, b) => a - b)
    const best = Math.min(...times.map((one) => one.own))
    return { ratio: ratios[ROUNDS >> 1]!, nanoseconds: (best * 1e6) / ACCOUNTS }
  } finally {
    await office.close()
  }
}

async function saved(sheets: readonly FormulaSheet[], name: string, office: LibreOffice): Promise<string> {
  const path = join(office.folder, `${name}.xlsx`)
  const written = sheets.map((sheet) => ({ ...sheet, tables: [] }))
  await writeFile(path, await writeBook({ sheets: written, part: null, calculate: true }, { own: [], namespace: '' }))
  await office.convert(path, CSV)
  return path
}

/** Equal scores and bands, or no comparison of speeds. */
async function demandSame(office: LibreOffice, own: readonly number[], other: readonly number[]): Promise<void> {
  const [ours, theirs] = [await office.rowsOf('own.csv'), await office.rowsOf('hand.csv')]
  for (let row = 1; row <= ACCOUNTS; row++) {
    for (const [n, column] of own.entries()) {
      const [a, b] = [ours[row]![column]!, theirs[row]![other[n]!]!]
      if (a !== b && Number(a) !== Number(b)) throw new Error(`row ${row}: ${a} by formulas, ${b} by hand`)
    }
  }
}

async function timed(path: string, office: LibreOffice): Promise<number> {
  const result = join(office.folder, 'ticks.txt')
  const profile = `-env:UserInstallation=file://${join(office.folder, 'profile')}`
  const macro = `macro:///Standard.Salus.Recalculate(${path},${result})`
  await promisify(execFile)('soffice', [profile, '--headless', macro])
  const ticks = (await readFile(result, 'utf8')).trim().split(/\s+/).map(Number)
  return Math.min(...ticks)
}

/** Opens a workbook and computes it a few times over, milliseconds into a file. */
async function addMacro(office: LibreOffice): Promise<void> {
  const folder = join(office.folder, 'profile/user/basic/Standard')
  await mkdir(folder, { recursive: true })
  const list = join(folder, 'script.xlb')
  const before = await readFile(list, 'utf8')
  await writeFile(
    list,
    before.replace('</library:library>', '<library:element library:name="Salus"/></library:library>'),
  )
  await writeFile(join(folder, 'Salus.xba'), MACRO)
}

const MACRO = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Salus" script:language="StarBasic">
Sub Recalculate(path As String, result As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(path), &quot;_blank&quot;, 0, hidden())
  book.calculateAll()
  file = FreeFile
  Open result For Output As #file
  For round = 1 To 5
    begun = GetSystemTicks()
    book.calculateAll()
    Print #file, GetSystemTicks() - begun
  Next round
  Close #file
  book.close(True)
End Sub
</script:module>
`

export const formulaItems: readonly Item[] = [
  {
    name: '10,000 formulas: LibreOffice / by hand, all',
    target: '<= 2',
    isMet: atMost(2),
    measure: () => recalculating(true),
  },
  {
    name: '10,000 formulas: LibreOffice / by hand, least',
    target: '',
    isMet: () => true,
    measure: () => recalculating(false),
  },
]
