import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folder } from '../cli/run.ts'
import { startServer, type Client } from './client.ts'

const base = `model base "Base"
inputs { tickets count "Tickets" }
missing skip
dimension support "Support" { measure tickets  healthy < 2 <= concerning < 5 <= poor }
`
const text = `import "base.salus"
model mine "Mine" amends base
inputs { nps count in 0 to 10 "NPS" }
dimension voice "Voice" { measure nps   poor < 7 <= healthy   concerning }
`
const paths = folder({ 'base.salus': base, 'mine.salus': text })
const uri = pathToFileURL(paths['mine.salus']).href

interface Diagnostics {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly code: string
    readonly severity: number
    readonly message: string
    readonly range: unknown
    readonly data: unknown
  }[]
}
interface Edits {
  readonly changes: Record<string, { readonly range: Range; readonly newText: string }[]>
}
interface Range {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

/** Where a word begins, `behind` characters on. */
function position(source: string, word: string, behind = 0): Range['start'] {
  const lines = source.slice(0, source.indexOf(word) + behind).split('\n')
  return { line: lines.length - 1, character: lines.at(-1)!.length }
}

describe('an editor opens a broken model, mends it and asks around', () => {
  let server: Client
  let now = text
  let version = 1
  const at = (word: string, behind = 0) => ({ textDocument: { uri }, position: position(now, word, behind) })
  const change = (to: string): void => {
    now = to
    version += 1
    server.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text: to }] })
  }
  beforeAll(() => {
    server = startServer()
  })

  test('it says what it can', async () => {
    const { capabilities } = await server.request<{ capabilities: Record<string, unknown> }>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
    })
    expect(Object.keys(capabilities)).toEqual(
      expect.arrayContaining(['completionProvider', 'hoverProvider', 'semanticTokensProvider', 'renameProvider']),
    )
    server.notify('initialized', {})
  })

  test('findings come by themselves, and the imported file beside it was read', async () => {
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'salus', version, text } })
    const { diagnostics } = await server.next<Diagnostics>('textDocument/publishDiagnostics')
    expect(diagnostics.filter(({ severity }) => severity === 1).length).toBeGreaterThan(0)
    expect(diagnostics.map(({ code }) => code)).not.toContain('import-unknown')
  })

  test('completion in the broken text knows the inputs of the imported file', async () => {
    change(now.replace('concerning }', 'measure  }'))
    const { items } = await server.request<{ items: { label: string; textEdit: { newText: string; range: Range } }[] }>(
      'textDocument/completion',
      at('measure  }', 8),
    )
    expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['tickets', 'nps']))
  })

  test('a snippet marks what is to be filled in', async () => {
    change(now.replace('measure  }', 'we }'))
    const { items } = await server.request<{ items: { label: string; textEdit: { newText: string; range: Range } }[] }>(
      'textDocument/completion',
      at('we }', 2),
    )
    const weight = items.find(({ label }) => label === 'weight')
    expect(weight?.textEdit.newText).toBe('weight ${1:10%}')
    expect(weight?.textEdit.range).toEqual({ start: position(now, 'we }'), end: position(now, 'we }', 2) })
  })

  test('a mistake carries its repair', async () => {
    change(now.replace('poor < 7 <= healthy   we', 'poor < 7 =< healthy'))
    const found = async (): Promise<Diagnostics['diagnostics'][number]> => {
      const { diagnostics } = await server.next<Diagnostics>('textDocument/publishDiagnostics')
      return diagnostics.find(({ message }) => message.includes('=<')) ?? found()
    }
    const diagnostic = await found()
    const [action] = await server.request<{ title: string; edit: Edits }[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    })
    expect(action?.edit.changes[uri]).toEqual([
      { range: { start: position(now, '=<'), end: position(now, '=<', 2) }, newText: '<=' },
    ])
    change(now.replace('=<', '<='))
  })

  test('once mended it has nothing more to say as an error', async () => {
    const quiet = async (): Promise<Diagnostics> => {
      const said = await server.next<Diagnostics>('textDocument/publishDiagnostics')
      return said.diagnostics.some(({ severity }) => severity === 1) ? quiet() : said
    }
    expect((await quiet()).uri).toBe(uri)
  })

  test('hover', async () => {
    const said = await server.request<{ contents: { value: string } }>('textDocument/hover', at('measure nps', 9))
    expect(said.contents.value).toContain('poor ─── 7 ─── healthy')
  })

  test('definition, references, rename', async () => {
    const [definition] = await server.request<{ range: Range }[]>('textDocument/definition', at('measure nps', 9))
    expect(definition?.range.start).toEqual(position(now, 'nps'))
    const params = { ...at('measure nps', 9), context: { includeDeclaration: true } }
    expect(await server.request<unknown[]>('textDocument/references', params)).toHaveLength(2)
    const rename = { ...at('measure nps', 9), newName: 'promoters' }
    const { changes } = await server.request<Edits>('textDocument/rename', rename)
    expect(changes[uri]?.map(({ newText }) => newText)).toEqual(['promoters', 'promoters'])
  })

  test('formatting, then nothing more to format', async () => {
    const options = { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } }
    const [edit] = await server.request<{ newText: string }[]>('textDocument/formatting', options)
    expect(edit?.newText).toContain('measure nps  poor < 7 <= healthy')
    change(edit!.newText)
    expect(await server.request<unknown[]>('textDocument/formatting', options)).toEqual([])
  })

  test('symbols and colours', async () => {
    const symbols = await server.request<{ name: string; children: { name: string }[] }[]>(
      'textDocument/documentSymbol',
      { textDocument: { uri } },
    )
    expect(symbols.map(({ name }) => name)).toEqual(['mine', 'inputs', 'voice'])
    const { data } = await server.request<{ data: number[] }>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    })
    expect(data.slice(0, 5)).toEqual([0, 0, 'import'.length, 0, 0])
    expect(data.length % 5).toBe(0)
  })

  test('a change of the imported file reaches the one that imports it', async () => {
    const other = pathToFileURL(paths['base.salus']).href
    const item = { uri: other, languageId: 'salus', version: 1, text: base.replace('count', 'coutn') }
    server.notify('textDocument/didOpen', { textDocument: item })
    const told = async (): Promise<Diagnostics> => {
      const said = await server.next<Diagnostics>('textDocument/publishDiagnostics')
      return said.uri === uri && said.diagnostics.some(({ message }) => message.startsWith('in ')) ? said : told()
    }
    expect((await told()).diagnostics[0]?.message).toContain('base.salus')
    server.notify('textDocument/didClose', { textDocument: { uri: other } })
  })

  test('it goes when it is told to', async () => {
    await server.request('shutdown', null)
    server.notify('exit', null)
    expect(await server.closed).toBe(0)
  })

  afterAll(() => server.notify('exit', null))
})
