import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareFindings } from '../models/expected-findings.ts'
import { failedTestFindings, open } from '../models/open.ts'

const folder = join(import.meta.dirname, 'bad')

test.each(readdirSync(folder))('%s has exactly the findings its first lines list', (file) => {
  const path = join(folder, file)
  const expected = [...readFileSync(path, 'utf8').matchAll(/^\/\/! (\S+)(.*)$/gm)].map(([, slug = '', facts = '']) => ({
    slug,
    place: null,
    facts: facts.split(/\s+/).filter((fact) => fact !== ''),
  }))
  expect(expected).not.toEqual([])
  const { model, findings } = open(path)
  const found = findings.some(({ level }) => level === 'error') ? findings : [...findings, ...failedTestFindings(model)]
  expect(compareFindings(expected, found)).toEqual([])
})
