import {
  CompletionItemKind,
  InsertTextFormat,
  SymbolKind,
  type CompletionItem,
  type DocumentSymbol,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Suggestion } from '../authoring/complete/suggestion.ts'
import type { OutlineItem } from '../authoring/outline/outline.ts'
import type { Edit } from '../findings/finding.ts'
import { uriOf } from './files.ts'

export function rangeOf(document: TextDocument, span: { readonly start: number; readonly end: number }): Range {
  return { start: document.positionAt(span.start), end: document.positionAt(span.end) }
}

/** `nth` keeps the order, most fitting first. */
export function completionItem(
  document: TextDocument,
  { kind, label, detail, about, insert, template, replaces }: Suggestion,
  nth: number,
  snippets: boolean,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    ...(detail === null ? {} : { detail }),
    ...(about === null ? {} : { documentation: about }),
    sortText: String(nth).padStart(4, '0'),
    filterText: insert,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(document, replaces), newText: snippets ? snippetOf(template) : insert },
  }
}

/** `weight ${10%}` becomes `weight ${1:10%}`. */
function snippetOf(template: string): string {
  let place = 0
  return template.replace(/\$\{([^}]*)\}|[$\\]/g, (found, filled?: string) =>
    filled === undefined ? `\\${found}` : `\${${++place}:${filled.replace(/[$}\\]/g, '\\$&')}}`,
  )
}

export function documentSymbol(document: TextDocument, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    ...(item.detail === null ? {} : { detail: item.detail }),
    kind: symbolKinds[item.kind],
    range: rangeOf(document, item.span),
    selectionRange: rangeOf(document, item.nameSpan),
    children: item.children.map((child) => documentSymbol(document, child)),
  }
}

/** Edits of this and other files; `documentOf` gives what is known of a file, for its lines. */
export function workspaceEdit(
  edits: readonly Edit[],
  documentOf: (file: string) => TextDocument | null,
): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {}
  for (const { span, text } of edits) {
    const document = documentOf(span.file)
    if (document !== null) (changes[uriOf(span.file)] ??= []).push({ range: rangeOf(document, span), newText: text })
  }
  return { changes }
}

const kinds: Record<Suggestion['kind'], CompletionItemKind> = {
  keyword: CompletionItemKind.Keyword,
  input: CompletionItemKind.Field,
  formula: CompletionItemKind.Variable,
  measure: CompletionItemKind.Property,
  dimension: CompletionItemKind.Module,
  band: CompletionItemKind.EnumMember,
  choice: CompletionItemKind.EnumMember,
  segment: CompletionItemKind.Class,
  function: CompletionItemKind.Function,
  header: CompletionItemKind.Text,
  'new input': CompletionItemKind.Snippet,
  model: CompletionItemKind.File,
  indicator: CompletionItemKind.Event,
  result: CompletionItemKind.Variable,
  color: CompletionItemKind.Color,
}

const symbolKinds: Record<OutlineItem['kind'], SymbolKind> = {
  model: SymbolKind.Module,
  inputs: SymbolKind.Namespace,
  input: SymbolKind.Field,
  formula: SymbolKind.Variable,
  dimension: SymbolKind.Class,
  measure: SymbolKind.Property,
  segment: SymbolKind.Struct,
  indicator: SymbolKind.Event,
  result: SymbolKind.Constant,
  test: SymbolKind.Method,
}
