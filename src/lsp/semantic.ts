import { SemanticTokensBuilder, type SemanticTokens } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { tokensOf } from '../parser/index.ts'

type Kind = ReturnType<typeof tokensOf>[number]['kind']

const types: Record<Kind, string> = {
  keyword: 'keyword',
  name: 'variable',
  type: 'type',
  number: 'number',
  text: 'string',
  date: 'number',
  sign: 'operator',
  comment: 'comment',
  documentation: 'comment',
}

/** The token types of the protocol that are used, in the order their numbers say. */
export const tokenTypes: readonly string[] = [...new Set(Object.values(types))]

/** The words of a document with their kinds; one that runs over several lines is told line by line. */
export function semanticTokens(document: TextDocument, file: string): SemanticTokens {
  const text = document.getText()
  const builder = new SemanticTokensBuilder()
  for (const { kind, start, end } of tokensOf(text, file)) {
    let from = start
    for (const line of text.slice(start, end).split(/(?<=\n)/)) {
      const { line: row, character } = document.positionAt(from)
      builder.push(row, character, line.replace(/[\r\n]+$/, '').length, tokenTypes.indexOf(types[kind]), 0)
      from += line.length
    }
  }
  return builder.build()
}
