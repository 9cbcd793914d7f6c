import type { FileCstNode } from './cst.ts'
import { printFile } from './print/items.ts'
import { type Row, render } from './print/render.ts'
import { createWriter, type Source } from './print/writer.ts'

/** The canonical form of a file that reads without an error, row by row. */
export function print(node: FileCstNode, source: Source): readonly Row[] {
  const writer = createWriter(source)
  printFile(node, writer)
  return render(writer.lines)
}
