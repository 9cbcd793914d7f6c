import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { importTable } from '../../src/authoring/import/import.ts'
import { check } from '../../src/checks/index.ts'
import { compile } from '../../src/compile/index.ts'
import type { Finding } from '../../src/findings/finding.ts'
import { parse } from '../../src/parser/index.ts'
import { sentence } from '../../src/findings/report.ts'
import { anyCharacter } from '../any-character.ts'

const pasted = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

/** The judge of every measure, spaces aside, in order; where a segment writes it again, again. */
function judges(source: string): readonly (readonly [string, string])[] {
  return linesOf(source).flatMap((line) => {
    const [, name, judge = ''] = /\bmeasure (\S+) (.*)$/.exec(line) ?? []
    // A dimension of one measure closes on the same line.
    const closes = judge.endsWith(' }') && !judge.includes('{')
    return name === undefined ? [] : [[name, closes ? judge.slice(0, -2) : judge]]
  })
}

const linesOf = (source: string): readonly string[] =>
  source.split('\n').map((line) => line.trim().replaceAll(/ {2,}/g, ' '))

describe('the handbook tables', () => {
  const asWritten = importTable(pasted('sourcegraph.html'))

  test('a comparison and a closed range stand as the page has them', () => {
    expect(judges(asWritten.source).slice(0, 8)).toEqual([
      ['account_ta_sentiment', 'poor = Poor, concerning = Concerning, healthy = Healthy'],
      ['versions_behind', '{ poor > 4 concerning 2 to 4 healthy <= 2 }'],
      ['last_90_days_defect_tickets', '{ poor >= 5 concerning 2 to 5 healthy < 2 }'],
      ['last_90_days_question_tickets', '{ poor >= 15 concerning 10 to 15 healthy < 10 }'],
      ['active_champion', 'poor = no, healthy = yes'],
      ['access_to_buyer', 'poor = no, healthy = yes'],
      ['last_month_mau_seats', '{ poor < 50% concerning 50% to 80% healthy >= 80% }'],
      ['last_4_wk_dau_mau', '{ poor < 0.2 concerning 0.2 to 0.3 healthy >= 0.3 }'],
    ])
  })

  test('a cell that spans rows, or stays blank below, gives its dimension to all of them', () => {
    expect(linesOf(asWritten.source).filter((line) => line.startsWith('dimension') && line.includes('weight'))).toEqual(
      [
        'dimension account_pulse "Account Pulse" weight 30% {',
        'dimension technical_health "Technical Health" weight 15% {',
        'dimension relationships_engagement "Relationships & Engagement" weight 0% {',
        'dimension utilization "Utilization" weight 55% {',
      ],
    )
  })

  test('types are read from the cells, and marked where they are a guess', () => {
    const lines = linesOf(asWritten.source)
    expect(lines).toContain('account_ta_sentiment one of Poor, Concerning, Healthy "Account - TA Sentiment"')
    expect(lines).toContain('versions_behind count "Versions Behind"')
    expect(lines).toContain('active_champion yes/no "Active Champion?"')
    expect(lines).toContain('last_month_mau_seats percent "Last month MAU / Seats"')
    expect(lines).toContain('last_4_wk_dau_mau ratio "Last 4 Wk DAU / MAU"')
    expect(lines[lines.indexOf('last_4_wk_dau_mau ratio "Last 4 Wk DAU / MAU"') - 1]).toMatch(/^\/\/ guess: /)
  })

  test('a second table of the same measures is a segment that says only what differs; blank rows are off', () => {
    const segment = asWritten.source.slice(asWritten.source.indexOf('segment digital_customer'))
    expect(linesOf(segment)).toEqual([
      'segment digital_customer "Digital Customer" when customer_segment = "Digital Customer" {',
      'weight technical_health 20%, utilization 80%',
      'account_pulse off',
      'dimension technical_health {',
      'measure versions_behind { poor > 2 concerning 0 to 2 healthy <= 0 }',
      'measure last_90_days_defect_tickets { poor >= 3 concerning 0 to 3 healthy < 3 }',
      'measure last_90_days_question_tickets { poor >= 5 concerning 0 to 5 healthy < 0 }',
      '}',
      'relationships_engagement off',
      '}',
      '',
    ])
  })

  test('resolved: comparisons own their edge, the worse band wins, an empty band is dropped', () => {
    const { source } = importTable(pasted('sourcegraph.txt'), { resolve: true })
    expect(judges(source)).toEqual([
      ['account_ta_sentiment', 'poor = Poor, concerning = Concerning, healthy = Healthy'],
      ['versions_behind', 'healthy <= 2 < concerning <= 4 < poor'],
      ['last_90_days_defect_tickets', 'healthy < 2 <= concerning < 5 <= poor'],
      ['last_90_days_question_tickets', 'healthy < 10 <= concerning < 15 <= poor'],
      ['active_champion', 'poor = no, healthy = yes'],
      ['access_to_buyer', 'poor = no, healthy = yes'],
      ['last_month_mau_seats', 'poor < 50% <= concerning < 80% <= healthy'],
      ['last_4_wk_dau_mau', 'poor < 0.2 <= concerning < 0.3 <= healthy'],
      // Onboarding
      ['last_90_days_defect_tickets', 'healthy < 2 <= poor'],
      ['last_90_days_question_tickets', 'healthy < 5 <= concerning < 10 <= poor'],
      ['last_month_mau_seats', 'poor < 50% <= healthy'],
      // Digital
      ['versions_behind', 'healthy <= 0 < concerning <= 2 < poor'],
      ['last_90_days_defect_tickets', 'healthy < 3 <= poor'],
      ['last_90_days_question_tickets', 'concerning < 5 <= poor'],
    ])
    expect(source).toContain('// chosen: healthy (< 0) is left with no value and is dropped')
  })

  test('HTML, tabs and run-together text of the same tables say the same', () => {
    const plain = (source: string): readonly string[] => linesOf(source).filter((line) => !line.startsWith('//'))
    expect(plain(importTable(pasted('sourcegraph.tsv')).source)).toEqual(plain(asWritten.source))
    const text = importTable(pasted('sourcegraph.txt')).source
    expect(judges(text).slice(0, 8)).toEqual(judges(asWritten.source).slice(0, 8))
  })
})

describe('tables that make one model together', () => {
  test('a weights table with two columns makes a segment of each; headings name the dimensions', () => {
    const lines = linesOf(importTable(pasted('posthog.md')).source)
    expect(lines.filter((line) => line.startsWith('dimension'))).toEqual([
      'dimension activation "Activation" weight 10% {',
      'dimension primary_features_activity "Primary Features Activity" weight 30% {',
      'dimension data_volume "Data Volume" weight 10% {',
      'dimension engagement "Engagement" weight 10% {',
    ])
    expect(lines).toContain('weight activation 50%, primary_features_activity 40%, data_volume 30%, engagement 20%')
    expect(lines).not.toContain('weights as given')
  })

  test('weights alone make an outline that asks what each dimension is measured by', () => {
    const { source, findings } = importTable(
      '| Score | Weight |\n|---|---|\n| Adoption | 60% |\n| Support | 40% |\n| Total | 100% |',
    )
    expect(linesOf(source).filter((line) => line.startsWith('dimension'))).toEqual([
      'dimension adoption "Adoption" weight 60% {',
      'dimension support "Support" weight 40% {',
    ])
    expect(source.match(/\/\/ open: /g)).toHaveLength(2)
    expect(findings.map(sentence)).toEqual([
      'the paste does not say what "Adoption" is measured by',
      'the paste does not say what "Support" is measured by',
    ])
    expect(check(compile(source, 'outline.salus').model).map((found) => found.slug)).toEqual([
      'weight-no-measures',
      'weight-no-measures',
    ])
  })

  test('single values, ranges of whole numbers, n+ and days', () => {
    const found = new Map(judges(importTable(pasted('posthog.md')).source))
    expect(found.get('team_member_invited')).toBe('{ poor 0 concerning 1 to 2 healthy 3+ }')
    expect(found.get('feature_flags')).toBe('{ poor 0 concerning 1 healthy 2+ }')
    expect(found.get('surveys_viewed_last_14_days')).toBe('{ poor > 20% concerning 5% to 20% healthy <= 5% }')
    expect(found.get('current_nps_score')).toBe('{ poor 0 to 6 concerning 7 to 8 healthy 9 to 10 }')
    expect(found.get('account_owner_last_seen')).toBe('{ poor 31+ concerning 15 to 30 healthy 0 to 14 }')
  })

  test('resolved: whole numbers meet without a gap, and totals of 140% and 60% become parts of their sum', () => {
    const { source } = importTable(pasted('posthog.md'), { resolve: true })
    const found = new Map(judges(source))
    expect(found.get('team_member_invited')).toBe('poor < 1 <= concerning < 3 <= healthy')
    expect(found.get('feature_flags')).toBe('poor < 1 <= concerning < 2 <= healthy')
    expect(found.get('surveys_viewed_last_14_days')).toBe('healthy <= 5% < concerning <= 20% < poor')
    expect(found.get('current_nps_score')).toBe('poor < 7 <= concerning < 9 <= healthy')
    expect(found.get('account_owner_last_seen')).toBe('healthy < 15 <= concerning < 31 <= poor')
    expect(linesOf(source)).toContain('weights as given')
    expect(source).toContain('the weights total 60% and 140%')
  })
})

describe('what people paste besides', () => {
  const one = (row: string, header = 'Measure | Poor | Concerning | Healthy'): ReturnType<typeof importTable> =>
    importTable(`| ${header} |\n|---|---|---|---|\n| ${row} |`)

  test.each([
    ['Seats \\| plan | less than 5 | 5 to 9 | 10 or more', '{ poor < 5 concerning 5 to 9 healthy 10+ }'],
    ['Spend | < $1,000 | $1,000 – $5k | > 5k', '{ poor < 1000 concerning 1000 to 5000 healthy > 5000 }'],
    ['Load | > 2 and <= 5 | 5 <= x < 9 | ≥ 9', '{ poor above 2 to 5 concerning 5 to under 9 healthy >= 9 }'],
    ['Logins | 0 or 99 | 1; 2 | at least 3', '{ poor 0 or 99 concerning 1 or 2 healthy >= 3 }'],
    ['Delta | < -10% | -10% to 0% | > 0%', '{ poor < -10% concerning -10% to 0% healthy > 0% }'],
    ['Ready | ❌ | | ✅', 'poor = no, healthy = yes'],
    [
      'Plan | Free or Trial | **Team** | `Enterprise Plus`',
      'poor = Free or Trial, concerning = Team, healthy = "Enterprise Plus"',
    ],
  ])('%s', (row, judge) => {
    expect(judges(one(row).source)[0]?.[1]).toBe(judge)
  })

  test('cells in quotes keep their tabs and lines; a stray quote is a character', () => {
    const { source } = importTable(
      'Measure\tPoor\tHealthy\n"Versions ""behind""\nin\tall"\t> 5\t≤ 5\n5" disks\t"> 1"\t≤ 1\n',
    )
    expect(linesOf(source).join('\n')).toContain('count "Versions \\"behind\\" in all"')
    expect(linesOf(source).join('\n')).toContain('count "5\\" disks"')
    expect(judges(source).map(([, judge]) => judge)).toEqual(['{ poor > 5 healthy <= 5 }', '{ poor > 1 healthy <= 1 }'])
  })

  test('bands of other words make a ladder, worst first whichever way they stand', () => {
    const { source } = one('Logins | > 9 | 5 - 9 | < 5', 'Metric | Green | Amber | Red')
    expect(source).toContain('ladder red = 0 red, amber = 5 amber, green = 10 green')
    expect(judges(source)[0]?.[1]).toBe('{ red < 5 amber 5 to 9 green > 9 }')
  })

  test('names never collide and are never words of the language', () => {
    const rows = ['Score', 'Score %', 'score value', 'Missing', 'Healthy', '90 days', '__proto__', '日本', '…']
    const { source } = importTable(
      ['| Measure | Poor | Healthy |', '|---|---|---|', ...rows.map((row) => `| ${row} | < 1 | >= 1 |`)].join('\n'),
    )
    expect(judges(source).map(([name]) => name)).toEqual([
      'score_value',
      'score_percent',
      'score_value_2',
      'missing_value',
      'healthy_value',
      '_90_days',
      'proto',
      '日本',
      'measure_value',
    ])
  })

  test('what it cannot use it says', () => {
    const { findings } = importTable(
      `| Name | Age |\n|---|---|\n| Ada | x |\n\n| Measure | Poor | Healthy |\n|---|---|---|\n| A | see below & ask | >= 1 |\n| B | | |\n| | < 1 | |`,
    )
    expect(findings.filter((found) => found.level === 'warning').map(sentence)).toEqual([
      'a table without a title was left out: it has no columns of thresholds or weights',
      'row 3 of a table without a title was left out: it names no measure',
      '"B" was left out: no table gives it a threshold',
    ])
  })

  test('nothing to import is an error', () => {
    expect(importTable('').findings.map((found) => found.slug)).toEqual(['import-empty'])
    expect(importTable('a'.repeat(2_000_001)).findings.map((found) => found.slug)).toEqual(['import-too-long'])
  })
})

describe('any paste', () => {
  const shards = fc.constantFrom(
    '|', '---|---', '\n', '\t', 'Poor', 'Healthy', 'Measure', '<table>', '<tr>', '<td rowspan="9999999">', '</td>', '≥ 5', '2 - 5', '30%', '"', '\\', '# ', '> ', '`', '\0', '\u{FEFF}', '🔴', 'N / A', '.', '-',
  ) // prettier-ignore
  const paste = fc.array(fc.oneof(shards, fc.string({ unit: anyCharacter, maxLength: 8 })), { maxLength: 80 })

  test('never throws', () => {
    fc.assert(
      fc.property(paste, fc.boolean(), (parts, resolve) => {
        const { source, findings } = importTable(parts.join(' '), { resolve })
        expect(source !== '' || findings.length > 0).toBe(true)
      }),
      { seed: 20_261, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 300) },
    )
  })

  test.each([
    ['nested elements', `<table>${'<div><p>'.repeat(20_000)}`],
    ['nested quotes', '> '.repeat(200_000)],
    ['nested tables', '<table><tr><td>'.repeat(20_000)],
    ['bars', `${'|'.repeat(10_000)}\n${'-|'.repeat(9_000)}`.repeat(20)],
    ['emphasis', `| ${'*a_'.repeat(3000)} |\n|---|\n| x |`],
    ['digits', `| Measure | Poor | Healthy |\n|---|---|---|\n| A | ${'1,'.repeat(90)} | ${'9'.repeat(190)} |`],
    ['quotes', '"a\t"b\t""'.repeat(50_000)],
    ['open quotes', `${'\t"\n'.repeat(100_000)}"`],
  ])('stays bounded on %s', (_, text) => {
    expect(importTable(text).findings.length).toBeGreaterThan(0)
  })
})

describe('the imported models', () => {
  const findingsOf = (source: string): readonly Finding[] => {
    const { model, findings } = compile(source, 'pasted.salus')
    return [...findings, ...check(model, null)]
  }

  test.each(['sourcegraph.html', 'sourcegraph.tsv', 'sourcegraph.txt', 'posthog.md'])('%s', (file) => {
    const resolved = findingsOf(importTable(pasted(file), { resolve: true }).source)
    expect(resolved.filter((found) => found.level === 'error').map(sentence)).toEqual([])
    // As written, the page's own contradictions and nothing else: no mistake of language, no unknown name.
    const slugs = new Set(findingsOf(importTable(pasted(file)).source).map((found) => found.slug))
    const own = ['band-overlap', 'band-inside', 'band-unreachable', 'weight-sum', 'weight-zero-live']
    expect([...slugs].filter((slug) => !own.includes(slug))).toEqual([])
    expect(slugs).toContain('band-overlap')
  })

  test('the totals of 140% and 60% are found', () => {
    const wrong = findingsOf(importTable(pasted('posthog.md')).source).filter((found) => found.slug === 'weight-sum')
    expect(wrong.map((found) => found.parameters)).toMatchObject([{ total: '60%' }, { total: '140%' }])
  })

  test('any paste that gives a model gives one that can be read', () => {
    const label = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter((text) => !/[|\\`<>\r\n]/.test(text))
    const cellText = fc.constantFrom(
      '> 5',
      '2 - 5',
      '≤ 2',
      '',
      'N / A',
      'true',
      'no',
      'Red',
      '20%',
      '3+',
      '1 or 4',
      '.5',
    )
    const row = fc.tuple(label, cellText, cellText, cellText)
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), fc.boolean(), (rows, resolve) => {
        const lines = rows.map((cells) => `| ${cells.join(' | ')} |`)
        const table = ['| Measure | Poor | Concerning | Healthy |', '|---|---|---|---|', ...lines].join('\n')
        const { source } = importTable(table, { resolve })
        const broken = parse(source, 'pasted.salus').findings.map(sentence)
        expect({ source, broken }).toEqual({ source, broken: [] })
      }),
      { seed: 20_264 },
    )
  })
})
