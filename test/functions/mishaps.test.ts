import { describe, expect, test } from 'vitest'
import { newDocument } from '../../src/host/document/text.ts'
import { ACME, BLANKS, HEADERS, HOSTS, messageOf, SOURCEGRAPH, sheetOf } from './sheet.ts'

const ROWS = [HEADERS, ACME, BLANKS]
const renamed = (from: string, to: string): string[] => HEADERS.map((header) => (header === from ? to : header))
const instead = (column: string, cell: string | number): typeof ACME =>
  ACME.map((old, at) => (HEADERS[at] === column ? cell : old))

describe.each(HOSTS)('what an analyst meets on %s', (_, abilities) => {
  test('a header renamed a little stops the scores and is found', async () => {
    const { cell } = sheetOf([renamed('Versions Behind', 'Version Behind'), ACME], { abilities })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe(
      '#VALUE! No column for "Versions Behind"; is it "Version Behind"? Rename that header, or connect the column in the Salus pane',
    )
  })

  test('a header renamed beyond knowing is missing, and the reasons say so', async () => {
    const { cell, call } = sheetOf([renamed('Versions Behind', 'Release lag'), ACME], { abilities })
    // (10 + 0) / 2 at 15%.
    expect(await cell('HEALTH', 'A2:M2')).toBeCloseTo(0.3 * 10 + 0.15 * 5 + 0.55 * 7.5, 12)
    expect(await cell('HEALTH.WHY', 'A2:M2')).toMatch(/\. No column for "Versions Behind"; it counts as missing$/)
    expect((await call('HEALTH.EXPLAIN', 'A2:M2')).at(-1)).toEqual([
      'Note',
      null,
      null,
      null,
      null,
      null,
      'No column for "Versions Behind"; it counts as missing',
    ])
  })

  test('a header that may be another column is asked about, and the score stands', async () => {
    const { cell } = sheetOf([renamed('Versions Behind', 'Versions before'), ACME], { abilities })
    expect(await cell('HEALTH.WHY', 'A2:M2')).toMatch(
      /\. No column for "Versions Behind" \(is it "Versions before"\?\); it counts as missing$/,
    )
  })

  test('several headers that are gone are told in one sentence', async () => {
    const headers = HEADERS.map((header, at) => (at > 5 && at < 13 && at !== 11 ? `column ${at}` : header))
    const { cell } = sheetOf([headers, ACME], { abilities })
    expect(await cell('HEALTH.WHY', 'A2:M2')).toMatch(
      /\. No columns for "Versions Behind", "Last 90 Days Defect Tickets", .* and 1 more; they count as missing$/,
    )
  })

  test('a connected column that is gone', async () => {
    const connections = [{ sheet: 'Accounts', table: null, columns: { versions_behind: 'Lag' } }]
    const { cell } = sheetOf(ROWS, { abilities, document: { connections } })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe(
      '#VALUE! The column "Lag", connected to Versions Behind, is gone: connect another in the Salus pane',
    )
  })

  test('two columns that one input could mean', async () => {
    const { cell } = sheetOf([renamed('Owner', 'versions_behind'), ACME], { abilities })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe(
      '#VALUE! `Versions Behind` could be column "versions_behind" or "Versions Behind". Rename one, or connect the columns in the Salus pane',
    )
  })

  test('text in a number column counts as missing, and the reasons name the cell', async () => {
    const { cell, call } = sheetOf([HEADERS, instead('Versions Behind', 'abc')], { abilities })
    expect(await cell('HEALTH', 'A2:M2')).toBeCloseTo(0.3 * 10 + 0.15 * 5 + 0.55 * 7.5, 12)
    expect(await cell('HEALTH.WHY', 'A2:M2')).toMatch(
      /\. `abc` in Versions Behind is not a whole number; it counts as missing$/,
    )
    const row = (await call('HEALTH.EXPLAIN', 'A2:M2')).find(([part]) => part === '  Versions Behind')
    expect(row?.at(-1)).toBe('`abc` in Versions Behind is not a whole number')
  })

  test('an error in a cell counts as missing and is told', async () => {
    const { cell } = sheetOf([HEADERS, instead('Last 4 Wk DAU / MAU', '#DIV/0!')], { abilities })
    expect(await cell('HEALTH', 'A2:M2')).toBeCloseTo(0.3 * 10 + 0.15 * 5 + 0.55 * 5, 12)
    expect(await cell('HEALTH.WHY', 'A2:M2')).toContain('`#DIV/0!` in Last 4 Wk DAU / MAU is not a number')
  })

  test('a segment misspelt', async () => {
    const { cell } = sheetOf(ROWS, { abilities })
    expect(messageOf(await cell('HEALTH', 'A2:M2', 'Digtal'))).toBe(
      '#VALUE! There is no segment "Digtal" in sourcegraph. Is it "digital"? There are Airgapped instances, Onboarding lifecycle stage, Digital Customer, ELAs, Default',
    )
  })

  test('a segment misspelt in the data, where its account falls to Default', async () => {
    const { cell, call } = sheetOf([HEADERS, instead('Segment', 'Digitl'), instead('Segment', 'Enterprise')], {
      abilities,
    })
    const note = '`Digitl` in Segment fits no condition; is it "Digital"?'
    expect(await cell('HEALTH.WHY', 'A2:M2')).toContain(note)
    expect(await call('HEALTH.EXPLAIN', 'A2:M2')).toContainEqual(expect.arrayContaining([note]))
    expect(await cell('HEALTH.WHY', 'A3:M3')).not.toContain('fits no condition')
  })

  test('a dimension misspelt', async () => {
    const { cell } = sheetOf(ROWS, { abilities })
    expect(messageOf(await cell('HEALTH.DIMENSION', 'A2:M2', 'Tecnical'))).toBe(
      '#VALUE! There is no dimension or measure "Tecnical" in sourcegraph. Is it "technical"? Dimensions are Account Pulse, Technical Health, Relationships & Engagement, Utilization',
    )
  })

  test('a row of blanks', async () => {
    const { cell, call } = sheetOf([HEADERS, ACME, [], BLANKS], { abilities })
    expect(messageOf(await cell('HEALTH', 'A3:M3'))).toBe('#N/A This row is blank')
    expect(messageOf(await cell('HEALTH.EXPLAIN', 'A3:M3'))).toBe('#N/A This row is blank')
    expect((await call('HEALTH', 'A2:M4'))[1]).toEqual([null])
  })

  test('nothing known of an account', async () => {
    const { cell } = sheetOf([HEADERS, ['Unknown Ltd', 'Ann', 'Enterprise']], { abilities })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe('#N/A Nothing that counts has data')
    expect(messageOf(await cell('HEALTH.BAND', 'A2:M2'))).toBe('#N/A Nothing that counts has data')
    expect(await cell('HEALTH.WHY', 'A2:M2')).toBe('No score: nothing that counts has data')
  })

  test('no model in the workbook', async () => {
    const { cell } = sheetOf(ROWS, { abilities, model: null })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe(
      '#N/A There is no model in this workbook: open the Salus pane and choose one',
    )
  })

  test('the model deleted while cells show scores', async () => {
    const { cell, desk, workbook } = sheetOf(ROWS, { abilities })
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
    let recalculations = 0
    workbook.onRecalculate(() => recalculations++)
    await desk.publish([], 'gone')
    expect(recalculations).toBe(1)
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe(
      '#N/A There is no model in this workbook: open the Salus pane and choose one',
    )
    expect(desk.state().document?.versions[0]?.text).toBe(SOURCEGRAPH)
  })

  test('a model with an error names its line', async () => {
    const chain = 'poor < 50% <= concerning < 80% <= healthy'
    const model = SOURCEGRAPH.replace(chain, chain.replace('concerning', 'concernd'))
    const line = SOURCEGRAPH.slice(0, SOURCEGRAPH.indexOf(chain)).split('\n').length
    const { cell } = sheetOf(ROWS, { abilities, model })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toMatch(
      new RegExp(
        `^#VALUE! The model sourcegraph has an error, line ${line}: .*concernd.*\\. Mend it in the Salus pane$`,
      ),
    )
  })

  test('a part of the workbook that a newer Salus wrote', async () => {
    const part = { ...newDocument(), schema: 2 } as never
    const { cell } = sheetOf(ROWS, { abilities, document: part })
    expect(messageOf(await cell('HEALTH', 'A2:M2'))).toBe(
      '#N/A This workbook was saved by a newer version of Salus: update the add-in to read it',
    )
  })

  test('headers of another width', async () => {
    const { cell } = sheetOf(ROWS, { abilities })
    expect(messageOf(await cell('HEALTH', 'A2:M2', null, 'A1:L1'))).toBe(
      '#VALUE! There are 12 headers for 13 cells: give the header cells of the same columns, for example Accounts!A1:P1',
    )
  })

  test('a range that begins with its headers', async () => {
    const { cell } = sheetOf(ROWS, { abilities })
    expect(messageOf(await cell('HEALTH', 'A1:M3'))).toBe(
      '#VALUE! The range begins with its header row: begin with the first account, or use HEALTH.SCORES, which takes headers',
    )
  })

  test('HEALTH.EXPLAIN of several rows, HEALTH.SCORES of something unknown', async () => {
    const { cell } = sheetOf(ROWS, { abilities })
    expect(messageOf(await cell('HEALTH.EXPLAIN', 'A2:M3'))).toBe(
      '#VALUE! HEALTH.EXPLAIN is for one account: give it a single row',
    )
    expect(messageOf(await cell('HEALTH.SCORES', 'A1:M3', null, 'Bant'))).toMatch(
      /^#VALUE! There is no column "Bant" to show\. Is it "band"\? There are account, score, /,
    )
  })
})

test('no sentence is longer than a host shows', async () => {
  const long = 'x'.repeat(300)
  const { cell } = sheetOf(ROWS)
  const calls: readonly (readonly [string, ...(string | null)[]])[] = [
    ['HEALTH', 'A2:M2', long],
    ['HEALTH.DIMENSION', 'A2:M2', long],
    ['HEALTH.SCORES', 'A1:M3', null, long],
  ]
  for (const args of calls) {
    expect(messageOf(await cell(...args)).length).toBeLessThanOrEqual(208)
  }
})
