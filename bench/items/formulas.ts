import { readFile, writeFile } from 'node:fs/promises'
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
const ROUNDS = 9

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
    const paths = [await saved(book.sheets!, 'own', office), await saved([hand.sheet], 'hand', office)]
    const rounds = await timed(paths, office)
    const at = (key: string): number => given.header.length + book.columns.findIndex((one) => one.key === key)
    await demandSame(office, [at('|shown'), at('|band')], [hand.score, hand.band])
    const [own, other] = [0, 1].map((n) => Math.min(...rounds.map((times) => times[n]!)))
    return { ratio: own! / other!, nanoseconds: (own! * 1e6) / ACCOUNTS }
  } finally {
    await office.close()
  }
}

async function saved(sheets: readonly FormulaSheet[], name: string, office: LibreOffice): Promise<string> {
  const path = join(office.folder, `${name}.xlsx`)
  const written = sheets.map((sheet) => ({ ...sheet, tables: [] }))
  await writeFile(path, await writeBook({ sheets: written, part: null, calculate: true }, { own: [], namespace: '' }))
  return path
}

/** Equal scores and bands, or no comparison of speeds. */
async function demandSame(office: LibreOffice, own: readonly number[], other: readonly number[]): Promise<void> {
  const [ours, theirs] = [await office.rowsOf('own.xlsx.csv'), await office.rowsOf('hand.xlsx.csv')]
  for (let row = 1; row <= ACCOUNTS; row++) {
    for (const [n, column] of own.entries()) {
      const [a, b] = [ours[row]![column]!, theirs[row]![other[n]!]!]
      if (a !== b && Number(a) !== Number(b)) throw new Error(`row ${row}: ${a} by formulas, ${b} by hand`)
    }
  }
}

/**
 * Milliseconds that each round took for each workbook. One run of LibreOffice has all of them open and computes them in turn, so
 * that what else the machine does slows all of them; loading is not measured. It writes `out/NAME.csv` for each in the end.
 */
async function timed(paths: readonly string[], office: LibreOffice): Promise<readonly (readonly number[])[]> {
  await addMacro(office)
  const result = join(office.folder, 'ticks.txt')
  const macro = `macro:///Standard.Salus.Recalculate(${paths.join('|')},${result},${join(office.folder, 'out/')},${ROUNDS})`
  await promisify(execFile)('soffice', [profileOf(office), '--headless', macro], { timeout: 300_000 })
  const ticks = (await readFile(result, 'utf8')).trim().split(/\s+/).map(Number)
  if (ticks.length !== ROUNDS * paths.length) throw new Error('LibreOffice did not compute all workbooks')
  return Array.from({ length: ROUNDS }, (_, round) => ticks.slice(round * paths.length, (round + 1) * paths.length))
}

function profileOf({ folder }: LibreOffice): string {
  return `-env:UserInstallation=file://${folder}/profile`
}

async function addMacro(office: LibreOffice): Promise<void> {
  const folder = join(office.folder, 'profile/user/basic/Standard')
  const empty = join(office.folder, 'empty.csv')
  await writeFile(empty, '')
  // The first run of all makes the profile.
  await office.convert(empty, CSV)
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
Sub Recalculate(paths As String, result As String, out As String, rounds As Integer)
  Dim books(9) As Object
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  path = Split(paths, &quot;|&quot;)
  For n = 0 To UBound(path)
    books(n) = StarDesktop.loadComponentFromURL(ConvertToURL(path(n)), &quot;_blank&quot;, 0, hidden())
    books(n).calculateAll()
  Next n
  file = FreeFile
  Open result For Output As #file
  For round = 1 To rounds
    For n = 0 To UBound(path)
      begun = GetSystemTicks()
      books(n).calculateAll()
      Print #file, GetSystemTicks() - begun
    Next n
  Next round
  Close #file
  Dim csv(1) As New com.sun.star.beans.PropertyValue
  csv(0).Name = &quot;FilterName&quot;
  csv(0).Value = &quot;Text - txt - csv (StarCalc)&quot;
  csv(1).Name = &quot;FilterOptions&quot;
  csv(1).Value = &quot;${CSV.split(':')[2]!}&quot;
  For n = 0 To UBound(path)
    parts = Split(path(n), &quot;/&quot;)
    books(n).storeToURL(ConvertToURL(out &amp; parts(UBound(parts)) &amp; &quot;.csv&quot;), csv())
    books(n).close(True)
  Next n
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
