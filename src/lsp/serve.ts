import {
  CodeActionKind,
  createConnection,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Diagnostic,
  type InitializeResult,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { complete } from '../authoring/complete/complete.ts'
import { hover } from '../authoring/hover/hover.ts'
import { outline } from '../authoring/outline/outline.ts'
import { definitionAt, referencesAt, renameAt } from '../authoring/symbols/references.ts'
import type { Fix } from '../findings/finding.ts'
import { format } from '../parser/index.ts'
import { completionItem, documentSymbol, rangeOf, workspaceEdit } from './convert.ts'
import { diagnosticsOf } from './diagnostics.ts'
import { fileOf, importsOf, uriOf } from './files.ts'
import { semanticTokens, tokenTypes } from './semantic.ts'

/** Typing pauses this long, in milliseconds, before a text is looked at. */
const PAUSE = 150

/** Speaks the language server protocol over standard input and output, until the editor says goodbye. */
export function serve(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const load = importsOf(documents)
  const waiting = new Map<string, NodeJS.Timeout>()
  let snippets = false

  connection.onInitialize(({ capabilities }): InitializeResult => {
    snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true
    return {
      serverInfo: { name: 'salus' },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        completionProvider: { triggerCharacters: ['=', '"', '.'] },
        hoverProvider: true,
        documentFormattingProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        documentSymbolProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: true,
        semanticTokensProvider: { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true },
      },
    }
  })

  const look = ({ uri }: TextDocument): void => {
    const document = documents.get(uri)
    if (document === undefined) return
    const diagnostics = diagnosticsOf(document.getText(), fileOf(uri), load) as Diagnostic[]
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics })
  }
  const lookSoon = (document: TextDocument, pause = PAUSE): void => {
    clearTimeout(waiting.get(document.uri))
    waiting.set(document.uri, setTimeout(look, pause, document))
  }
  documents.onDidOpen(({ document }) => lookSoon(document, 0))
  documents.onDidChangeContent(({ document }) => {
    lookSoon(document)
    // They may import it.
    for (const other of documents.all()) if (other.uri !== document.uri) lookSoon(other, 2 * PAUSE)
  })
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri))
    waiting.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  /** Asks of an open document; of one that is not open there is nothing to say. */
  const of = <T>(uri: string, ask: (document: TextDocument, file: string, text: string) => T): T | null => {
    const document = documents.get(uri)
    return document === undefined ? null : ask(document, fileOf(uri), document.getText())
  }

  connection.onCompletion(({ textDocument, position }) =>
    of(textDocument.uri, (document, file, text) => ({
      // What fits depends on every letter.
      isIncomplete: true,
      items: complete(text, file, document.offsetAt(position), { load }).map((one, n) =>
        completionItem(document, one, n, snippets),
      ),
    })),
  )
  connection.onHover(({ textDocument, position }) =>
    of(textDocument.uri, (document, file, text) => {
      const found = hover(text, file, document.offsetAt(position), load)
      if (found === null) return null
      return { contents: { kind: 'markdown', value: found.markdown }, range: rangeOf(document, found.span) }
    }),
  )
  connection.onDocumentFormatting(({ textDocument }) =>
    of(textDocument.uri, (document, file, text) => {
      const { text: formatted } = format(text, file)
      return formatted === text
        ? []
        : [{ range: rangeOf(document, { start: 0, end: text.length }), newText: formatted }]
    }),
  )
  connection.onCodeAction(({ textDocument, context }) =>
    of(textDocument.uri, (document, file) => {
      const documentOf = (name: string) => (name === file ? document : (documents.get(uriOf(name)) ?? null))
      return context.diagnostics.flatMap((diagnostic): CodeAction[] => {
        const { fixes = [] } = (diagnostic.data ?? {}) as { readonly fixes?: readonly Fix[] }
        return fixes.map(({ title, edits }, n) => ({
          title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnostic],
          isPreferred: n === 0,
          edit: workspaceEdit(edits, documentOf),
        }))
      })
    }),
  )
  connection.onDocumentSymbol(({ textDocument }) =>
    of(textDocument.uri, (document, file, text) => outline(text, file).map((item) => documentSymbol(document, item))),
  )
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    of(uri, (document, file, text) =>
      definitionAt(text, file, document.offsetAt(position)).map((span) => ({ uri, range: rangeOf(document, span) })),
    ),
  )
  connection.onReferences(({ textDocument: { uri }, position }) =>
    of(uri, (document, file, text) =>
      referencesAt(text, file, document.offsetAt(position)).map((span) => ({ uri, range: rangeOf(document, span) })),
    ),
  )
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    of(uri, (document, file, text) => {
      const edits = renameAt(text, file, document.offsetAt(position), newName)
      return edits === null ? null : workspaceEdit(edits, () => document)
    }),
  )
  connection.languages.semanticTokens.on(({ textDocument }) => {
    return of(textDocument.uri, semanticTokens) ?? { data: [] }
  })

  documents.listen(connection)
  return new Promise((resolve) => {
    connection.onExit(resolve)
    connection.listen()
  })
}
