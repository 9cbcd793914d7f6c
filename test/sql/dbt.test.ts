import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { folder, salus } from '../cli/run.ts'

const root = resolve(import.meta.dirname, '../..')
const posthog = join(root, 'models/posthog-2025.salus')

// That dbt builds them is proved by test/equal/dbt.test.ts.
test('a dbt model, its documentation and its tests are written into the project', async () => {
  const { dir } = folder({})
  const args = ['sql', '--model', posthog, '--key', 'org', '--table', 'mart.usage', '--as-of', 'today', '--dbt', dir]
  const { code, out, err } = await salus(args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(readdirSync(join(dir, 'models'))).toEqual(['md', 'sql', 'yml'].map((ending) => `salus_posthog_2025.${ending}`))
  expect(out.trim().split('\n')).toHaveLength(4)
  const query = readFileSync(join(dir, 'models/salus_posthog_2025.sql'), 'utf8')
  expect(query).toContain("var('salus_as_of', 'today')")
  expect(query).toContain("from {{ source('mart', 'usage') }}")
  const described = readFileSync(join(dir, 'models/salus_posthog_2025.yml'), 'utf8')
  expect(described).toContain(
    '- name: "account"\n        description: "Account"\n        data_tests: [not_null, unique]\n',
  )
  expect(described).toContain('description: "CSM relationship"')
})

test('what a model calls its things is not filled in by dbt', async () => {
  const { dir, 'braces.salus': model } = folder({
    'braces.salus': `model braces "{{ name }}"
inputs {
  account text key
  plan text
}
missing skip
dimension d { measure plan  healthy = "{{ x }}", otherwise poor }
indicator risk "{% x %}" when plan = "{# x #}"`,
  })
  expect(await salus(['sql', '--model', model, '--dbt', dir, '--explain'])).toMatchObject({ code: 0, err: '' })
  for (const file of readdirSync(join(dir, 'models'))) {
    const text = readFileSync(join(dir, 'models', file), 'utf8')
    expect(text).not.toMatch(/\{\{ (?:name|x) \}\}|\{% x|\{# x/)
  }
})

test('what cannot be is said in one sentence', async () => {
  const { dir, file } = folder({ file: 'no folder' })
  const wrongly = async (...more: string[]): Promise<string> => {
    const { code, err } = await salus(['sql', '--model', posthog, '--key', 'org', '--as-of', '2025-06-30', ...more])
    expect(code).toBe(2)
    return err
  }
  expect(await wrongly('--dbt', dir, '--view', 'v')).toContain('leave out --view and --out')
  expect(await wrongly('--dbt', dir, '--table', 'a.b.c')).toContain('`a.b.c` has more parts')
  expect(await wrongly('--dbt', file)).toContain('cannot be made')
  expect(await wrongly('--table', 'mart..usage')).toContain('`mart..usage` is not one')
  expect(await wrongly('--view', '.v')).toContain('--view takes a name like')
  expect(await wrongly('--table', '')).toContain('--table takes a name like')
  expect(await wrongly('--events', 'mart..events')).toContain('--events takes a name like')
  expect(await wrongly('--key', ' ')).toContain('--key takes the name of a column')
  expect(await wrongly('--segment', 'nobody')).toContain('has no segment `nobody`')
})

test('a part of a name that holds a dot stands in quotes', async () => {
  const { out } = await salus(
    ['sql', '--model', posthog, '--key', 'org', '--as-of', '2025-06-30', '--table'].concat('mart."usage.of ""2025"""'),
  )
  expect(out).toContain('from "mart"."usage.of ""2025"""')
})
