import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { format, parse } from '../../src/parser/index.ts'

const page = `# Health of an account

Some prose with \`code\` and a fence of another kind:

\`\`\`sh
let x = (((
\`\`\`

\`\`\`salus
inputs {
defects count
\`\`\`

The second input is explained here.

~~~salus file=more
seats   count
}
~~~

  \`\`\`\`salus
  dimension technical {
  measure defects   poor > 2 >= healthy
  }
  \`\`\`\`

The end.
`

const formatted = `# Health of an account

Some prose with \`code\` and a fence of another kind:

\`\`\`sh
let x = (((
\`\`\`

\`\`\`salus
inputs {
  defects  count
\`\`\`

The second input is explained here.

~~~salus file=more
  seats    count
}
~~~

  \`\`\`\`salus
  dimension technical { measure defects  poor > 2 >= healthy }
  \`\`\`\`

The end.
`

describe('a literate file', () => {
  test('its fences together are the model, blocks across fences too', () => {
    const { tree, findings } = parse(page, 'page.salus.md')
    expect(findings.map(sentence)).toEqual([])
    expect(tree.items.map(({ kind }) => kind)).toEqual(['inputs', 'dimension'])
    expect(tree.items[0]).toMatchObject({ inputs: [{ name: { text: 'defects' } }, { name: { text: 'seats' } }] })
  })

  test('places are places in the Markdown', () => {
    const { span } = parse(page, 'page.salus.md').tree.items[1]!
    expect(page.slice(span.start, span.end)).toMatch(/^dimension technical \{[^]*\}$/)
    const { findings } = parse(page.replace('seats   count', 'seats   integer'), 'page.salus.md')
    expect(
      findings.map(({ span: at }) => page.replace('seats   count', 'seats   integer').slice(at!.start, at!.end)),
    ).toEqual(['integer'])
  })

  test('only its fences are formatted, and once is enough', () => {
    expect(format(page, 'page.salus.md').text).toBe(formatted)
    expect(format(formatted, 'page.salus.md').text).toBe(formatted)
  })

  test('the same text under another name is no model', () => {
    expect(parse(page, 'page.salus').findings).not.toEqual([])
  })

  test.each([
    ['no fence', 'Only prose.\n'],
    ['an empty fence', '```salus\n```\n'],
    ['a fence that is never closed', '```salus\nlet x = 1\n'],
    ['a fence at the very end', 'a\n```salus'],
    ['other languages', '```salus-like\n(((\n```\n```\nsalus (((\n```\n'],
    ['line ends of Windows', 'a\r\n\r\n```salus\r\nlet x = 1\r\nlet y = 2\r\n```\r\n'],
  ])('%s', (_, text) => {
    expect(parse(text, 'page.salus.md').findings).toEqual([])
    expect(format(text, 'page.salus.md').text).toBe(text)
  })
})
