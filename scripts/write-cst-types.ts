import { generateCstDts } from 'chevrotain'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { SalusParser } from '../src/parser/grammar.ts'

const path = join(import.meta.dirname, '../src/parser/cst.ts')

/** The types of what the grammar yields. Every part is optional, since recovery may leave out any. */
export async function cstTypes(): Promise<string> {
  const grammar = new SalusParser({ skipValidations: true }).getGAstProductions()
  const types = generateCstDts(grammar, { includeVisitorInterface: false })
    .replaceAll(/^( {2}\w+)(: [^;]*\[\];?)$/gm, '$1?$2')
    .replace('ICstVisitor, ', '')
  const head = '/* oxlint-disable max-lines */\n// Written by scripts/write-cst-types.ts from the grammar.\n'
  return format(head + types, { ...(await resolveConfig(path)), filepath: path })
}

if (import.meta.main) writeFileSync(path, await cstTypes())
