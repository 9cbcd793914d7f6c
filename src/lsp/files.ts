import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { TextDocuments } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Load } from '../compile/index.ts'

/** The name the language services know a document by: its path, or its address where it lies in no folder yet. */
export function fileOf(uri: string): string {
  return uri.startsWith('file:') ? fileURLToPath(uri) : uri
}

export function uriOf(file: string): string {
  return /^[a-z][a-z0-9+.-]+:/i.test(file) && !/^[a-z]:[\\/]/i.test(file) ? file : pathToFileURL(file).href
}

/** Imported files lie beside the file that imports them; what is open in the editor goes before what is on disk. */
export function importsOf(documents: TextDocuments<TextDocument>): Load {
  return (path, from) => {
    const file = resolve(dirname(from), path)
    const open = documents.get(uriOf(file))
    if (open !== undefined) return { text: open.getText(), file }
    return existsSync(file) ? { text: readFileSync(file, 'utf8'), file } : null
  }
}
