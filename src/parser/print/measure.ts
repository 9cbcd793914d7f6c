import type { CstNode, IToken } from 'chevrotain'
import type {
  BlockCstNode,
  CaseRowCstNode,
  GridCstNode,
  MeasureCstNode,
  MeasureOptionCstNode,
  OtherwiseRowCstNode,
  RowCstNode,
} from '../cst.ts'
import type { Alignment } from './lines.ts'
import type { Writer } from './writer.ts'

/** Name, weight and judge in columns; reasons and modifiers on lines of their own, and whatever follows them too. */
export function printMeasure(node: MeasureCstNode, writer: Writer, alignment: Alignment | null): void {
  const { measureWord, Name: name, Text: label, Equal: equal, formula, measureOption } = node.children
  for (const head of [measureWord, name, label]) writer.put(head?.[0])
  const options = [...(measureOption ?? [])]
  if (alignment?.weights === true) {
    writer.cell()
    writer.node(options.shift())
  }
  if (alignment !== null) writer.cell()
  else if (options.length > 0 || equal !== undefined) writer.wide()
  writer.put(equal?.[0])
  writer.node(formula?.[0])
  let below = false
  const indent = writer.indent()
  options.forEach((option, index) => {
    below ||= standsBelow(option)
    if (below) writer.line(indent + 1, { blank: 'never' })
    else if ((index > 0 || equal !== undefined) && isJudge(option)) writer.wide()
    printOption(option, writer)
  })
}

export function weighsFirst({ children: { Equal: equal, measureOption } }: MeasureCstNode): boolean {
  return equal === undefined && measureOption?.[0]?.children.weightWord !== undefined
}

function standsBelow({ children: { bandText, modifier } }: MeasureOptionCstNode): boolean {
  return bandText !== undefined || modifier !== undefined
}

function isJudge({ children: part }: MeasureOptionCstNode): boolean {
  const judges = [part.chain, part.choices, part.block, part.line, part.grid, part.pointsWord, part.evenWord]
  return judges.some((judge) => judge !== undefined)
}

function printOption(option: MeasureOptionCstNode, writer: Writer): void {
  const { block, grid } = option.children
  if (block !== undefined) printBlock(block[0]!, writer)
  else if (grid !== undefined) printGrid(grid[0]!, writer)
  else writer.node(option)
}

type Row = RowCstNode | CaseRowCstNode | OtherwiseRowCstNode

function printBlock(node: BlockCstNode, writer: Writer): void {
  const { firstWord, allWord, fromWord, signed, LeftBrace, row, caseRow, otherwiseRow, RightBrace } = node.children
  for (const head of [firstWord, allWord, fromWord]) writer.put(head?.[0])
  writer.node(signed?.[0])
  const rows: readonly Row[] = [...(row ?? []), ...(caseRow ?? []), ...(otherwiseRow ?? [])]
  const [open, close] = [LeftBrace![0]!, RightBrace![0]!]
  const plain = rows.every((one) => !one.children.rowOption?.some((option) => option.children.reason !== undefined))
  const inOneLine = () => {
    writer.put(open)
    rows.forEach((one, index) => {
      if (index > 0) writer.wide()
      printRow(one, writer)
    })
    writer.put(close, { glued: rows.length === 0 })
  }
  const few = caseRow === undefined || rows.length <= 2
  if (plain && few && writer.fits(open.startOffset, close.startOffset, inOneLine)) return inOneLine()
  const below = rows.map((one) => () => printRow(one, writer, true))
  return printLines(writer, open, below, close, { widest: 24, gap: 2 })
}

function printRow(node: Row, writer: Writer, tall = false): void {
  const { rowOption, ...part } = node.children
  const indent = writer.indent()
  if ('whenWord' in part) {
    writer.put(part.whenWord?.[0])
    writer.node(part.expr?.[0])
    writer.put(part.thenWord?.[0], { soft: 1 })
    writer.node(part.expr?.[1])
  } else if ('otherwiseWord' in part) {
    writer.put(part.otherwiseWord?.[0])
    writer.node(part.expr?.[0])
  } else if ('Band' in part) {
    writer.put(part.Band?.[0])
    if (tall) writer.cell()
    writer.node(part.claims?.[0])
  }
  for (const option of rowOption ?? []) {
    if (option.children.reason !== undefined && tall) writer.line(indent + 1, { blank: 'never' })
    writer.node(option)
  }
}

/** Keys and cells of a grid stand in columns. */
function printGrid(node: GridCstNode, writer: Writer): void {
  const { gridWord, down, byWord, sideways, LeftBrace, acrossWord, key, Comma, gridRow, RightBrace } = node.children
  writer.put(gridWord?.[0])
  writer.node(down?.[0])
  writer.put(byWord?.[0])
  writer.node(sideways?.[0])
  const alignment = { widest: 30, gap: 1 } as const
  const across = () => {
    writer.put(acrossWord?.[0])
    printCells(writer, key ?? [], Comma ?? [])
  }
  const rows = (gridRow ?? []).map((row) => () => {
    writer.put(row.children.rowWord?.[0])
    writer.node(row.children.key?.[0])
    writer.put(row.children.Colon?.[0], { glued: true })
    printCells(writer, row.children.cell ?? [], row.children.Comma ?? [])
  })
  printLines(writer, LeftBrace![0]!, [across, ...rows], RightBrace![0]!, alignment)
}

function printCells(writer: Writer, nodes: readonly CstNode[], commas: readonly IToken[]): void {
  nodes.forEach((node, index) => {
    writer.cell()
    writer.node(node)
    writer.put(commas[index], { glued: true })
  })
}

function printLines(
  writer: Writer,
  open: IToken,
  rows: readonly (() => void)[],
  close: IToken,
  alignment: Alignment,
): void {
  writer.put(open)
  const indent = writer.indent()
  rows.forEach((print, index) => {
    writer.line(indent + 1, { blank: index === 0 ? 'never' : 'keep', alignment })
    print()
  })
  writer.line(indent, { closes: true })
  writer.put(close)
}
