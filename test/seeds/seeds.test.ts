import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareFindings, type Expected } from '../models/expected-findings.ts'
import { open } from '../models/open.ts'

const folder = import.meta.dirname

test.each(readdirSync(folder).filter((name) => name.endsWith('.salus')))(
  '%s, a table as published, has exactly the findings derived from the page',
  (file) => {
    const expected = parseExpected(readFileSync(join(folder, file.replace('.salus', '.findings')), 'utf8'))
    expect(compareFindings(expected, open(join(folder, file)).findings)).toEqual([])
  },
)

function parseExpected(text: string): Expected[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [slug = '', place = '-', ...facts] = line.trim().split(/\s+/)
      return { slug, place: place === '-' ? null : place, facts }
    })
}
