import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examine } from '../../src/checks/examine.ts'
import { compile } from '../../src/compile/index.ts'
import { renderTerminal } from '../../src/findings/render/terminal.ts'

const file = 'twelve-mistakes.salus'
const text = readFileSync(join(import.meta.dirname, file), 'utf8')
const findings = examine(compile(text, file), { asOf: null })

test('each mistake is told once, none hides another', () => {
  const lines = findings.map(({ slug, span }) => [text.slice(0, span?.start).split('\n').length, slug] as const)
  expect(lines.toSorted(([a], [b]) => a - b)).toEqual([
    [15, 'function-unknown'],
    [20, 'choice-unknown'],
    [24, 'input-unknown'],
    [27, 'band-overlap'],
    [28, 'band-overlap'],
    [33, 'percent-bare'],
    [34, 'band-unknown'],
    [35, 'measure-without-bands'],
    [38, 'weight-sum'],
    [38, 'weight-no-measures'],
    [41, 'segment-overlap'],
    [43, 'syntax'],
    [45, 'syntax'],
  ])
})

test('and reads as it was read and approved', () => {
  const textOf = (name: string): string | null => (name === file ? text : null)
  const now = renderTerminal(findings, textOf, { color: false, most: findings.length })
  expect(`${now}\n`).toBe(readFileSync(join(import.meta.dirname, 'twelve-mistakes.txt'), 'utf8'))
})
