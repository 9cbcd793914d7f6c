import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../src/cli/main.ts'
import { makeStyle } from '../src/cli/text/style.ts'
import { sentence } from '../src/findings/report.ts'
import { parse } from '../src/parser/index.ts'
import { failedTests, open } from './models/open.ts'

const root = join(import.meta.dirname, '..')
const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)].filter(
  (page) => page.endsWith('.md') && existsSync(join(root, page)),
)

const withModels = pages.filter((page) => examplesOf(page).some(({ language }) => language === 'salus'))

describe.each(withModels)('the models of %s', (page) => {
  // A fence named `file=base.salus` can be imported by the others.
  const fences = examplesOf(page).filter(({ language }) => language === 'salus')
  const files = new Map(fences.flatMap(({ file, text }) => (file === null ? [] : [[file, text] as const])))

  test.each(fences)('at line $line: clean and true to its tests, or with the findings it names', (fence) => {
    const { model, findings } = open(join(root, page), fence.text, files)
    expect(findings.filter(({ level }) => level !== 'hint').map(({ slug }) => slug)).toEqual(fence.findings ?? [])
    // An example states what comes out.
    expect(model.tests.length > 0 || fence.findings !== null).toBe(true)
    expect(failedTests(model)).toEqual([])
  })
})

const commands = pages.flatMap((page) =>
  examplesOf(page).flatMap(({ language, text }) =>
    language === 'console' ? commandsOf(text).map(([command, output]) => ({ page, command, output })) : [],
  ),
)

test.skipIf(commands.length === 0).each(commands)('$page: $ $command', async ({ command, output }) => {
  expect(await run(command)).toMatch(output)
})

// What to avoid may be no Salus at all; what to prefer must be.
test.each(readdirSync(join(root, 'docs/diagnostics')))('docs/diagnostics/%s prefers what can be read', (page) => {
  const preferred = fencesOf(readFileSync(join(root, 'docs/diagnostics', page), 'utf8')).filter(
    ({ language, heading }) => language === 'salus' && heading === 'Prefer',
  )
  expect(preferred.flatMap(({ text }) => parse(text, page).findings.map(sentence))).toEqual([])
})

function examplesOf(page: string): Fence[] {
  return fencesOf(readFileSync(join(root, page), 'utf8')).filter(
    ({ language, text }) => language === 'salus' || (language === 'console' && commandsOf(text).length > 0),
  )
}

interface Fence {
  readonly language: string
  readonly file: string | null
  readonly heading: string
  readonly line: number
  readonly text: string
  /** From `<!-- findings: … -->` behind the fence. */
  readonly findings: readonly string[] | null
}

function fencesOf(markdown: string): Fence[] {
  const pattern = /^## (.*)$|^```(\w+)(?: file=(\S+))?\n([^]*?)^```$(?:\n<!-- findings: (.*) -->)?/gm
  let heading = ''
  return [...markdown.matchAll(pattern)].flatMap((match) => {
    const [, title, language, file, text, findings] = match
    if (title !== undefined) heading = title
    if (language === undefined || text === undefined) return []
    const line = markdown.slice(0, match.index).split('\n').length
    return [{ language, file: file ?? null, heading, line, text, findings: findings?.split(' ') ?? null }]
  })
}

/** The commands of a console fence that are ours, each with a pattern of its output: a line `…` stands for any lines, `…` in a line for any text. */
function commandsOf(text: string): [command: string, output: RegExp][] {
  return text
    .split(/^\$ /m)
    .filter((part) => part.startsWith('npx salus '))
    .map((part) => {
      const [command = '', ...output] = part.trimEnd().split('\n')
      const lines = output.map((line) =>
        line.trim() === '…' ? '[^]*' : escapeRegExp(line.trimEnd()).replaceAll('…', '.*'),
      )
      return [command, new RegExp(`^${lines.join('\\n')}$`.replaceAll('\\n[^]*', '[^]*'))]
    })
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

/** What a page writes by one command and reads by the next. */
const scratch = mkdtempSync(join(tmpdir(), 'salus-docs-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** What a terminal shows. The command line is called here: a process of its own takes a second to start, for each of a hundred. */
async function run(command: string): Promise<string> {
  let shown = ''
  const say = (text: string): void => void (shown += text)
  const style = makeStyle(false)
  await main(wordsOf(command).slice(2), { out: say, err: say, style, errStyle: style })
  return shown.replaceAll(/[ \t]+$/gm, '').trimEnd()
}

/** The words of a command as a shell hands them on: quotes, `$TMPDIR` and `$(mktemp -d)` are all that pages use. */
function wordsOf(command: string): string[] {
  const words = [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"']+)+/g)].map(([word]) => word.replaceAll(/["']/g, ''))
  const plain = words.map((word) =>
    word.replaceAll('$TMPDIR', scratch).replaceAll('$(mktemp -d)', () => mkdtempSync(join(scratch, 'made-'))),
  )
  // Anything else that a shell would act on has to be taught here first.
  expect(plain.filter((word) => /[$`|;&<>]/.test(word) && !command.includes(`"${word}"`))).toEqual([])
  return plain
}
