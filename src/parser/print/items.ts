import type { CstNode, IToken } from 'chevrotain'
import type {
  AmendmentCstNode,
  DimensionCstNode,
  FileCstNode,
  GroupItemCstNode,
  IndicatorCstNode,
  InputLineCstNode,
  InputsCstNode,
  ItemCstNode,
  MeasureCstNode,
  ScoreCstNode,
  SegmentCstNode,
  TestCstNode,
  TestLineCstNode,
} from '../cst.ts'
import { printMeasure, weighsFirst } from './measure.ts'
import type { LineOptions, Writer } from './writer.ts'

export function printFile(node: FileCstNode, writer: Writer): void {
  const { importLine, header, item } = node.children
  const aligned = alignments(item ?? [], (one) => one.children.groupItem?.[0])
  for (const line of importLine ?? []) {
    writer.line(0)
    writer.node(line)
  }
  const blankFrom: number[] = []
  for (const one of header ?? []) {
    if (importLine !== undefined) blankFrom.push(writer.lines.length)
    writer.line(0)
    writer.node(one)
  }
  let previousIsTall = header !== undefined || importLine !== undefined
  ;(item ?? []).forEach((one, index) => {
    const start = writer.lines.length
    const options = aligned[index]!
    writer.line(0, options)
    printItem(one, writer, options)
    const own = writer.lines.slice(start)
    const tall = own.filter((line) => line.cells[0]!.length > 0).length > 1
    if (previousIsTall || tall) blankFrom.push(start)
    previousIsTall = tall
  })
  writer.finish()
  for (const index of blankFrom) {
    const line = writer.lines[index]
    if (line !== undefined) line.blank = true
  }
}

function printItem(node: ItemCstNode, writer: Writer, options: LineOptions): void {
  const { inputs, segment, indicator, test, score, groupItem } = node.children
  if (inputs !== undefined) printInputs(inputs[0]!, writer)
  else if (segment !== undefined) printSegment(segment[0]!, writer)
  else if (indicator !== undefined) printIndicator(indicator[0]!, writer)
  else if (test !== undefined) printTest(test[0]!, writer)
  else if (score !== undefined) printScore(score[0]!, writer)
  else if (groupItem !== undefined) printGroupItem(groupItem[0]!, writer, options)
  else writer.node(node)
}

function printInputs(node: InputsCstNode, writer: Writer): void {
  const { inputsWord, fromWord, Name: name, LeftBrace: open, inputLine, RightBrace: close } = node.children
  for (const part of [inputsWord, fromWord, name]) writer.put(part?.[0])
  const alignment = { widest: 44, gap: 2 } as const
  block(writer, open![0]!, inputLine ?? [], close![0]!, {
    flat: null,
    options: () => ({ alignment }),
    print: (line) => printInput(line, writer),
  })
}

function printInput(node: InputLineCstNode, writer: Writer): void {
  const { Name: name, inputType, inputOption, Equal: equal, logFigure } = node.children
  writer.put(name?.[0])
  writer.cell()
  writer.node(inputType?.[0])
  let labelled = false
  for (const option of inputOption ?? []) {
    if (!labelled && option.children.Text !== undefined) {
      labelled = true
      writer.cell()
    }
    writer.node(option)
  }
  if (equal === undefined) return
  // A figure is too long for a column of its own.
  if (!labelled) writer.cell()
  writer.put(equal[0], { soft: 1 })
  writer.node(logFigure?.[0])
}

function printScore(node: ScoreCstNode, writer: Writer): void {
  const { scoreWord, LeftBrace: open, groupItem, RightBrace: close } = node.children
  writer.put(scoreWord?.[0])
  printGroup(writer, open![0]!, groupItem ?? [], close![0]!)
}

function printDimension(node: DimensionCstNode, writer: Writer): void {
  const part = node.children
  for (const head of [part.dimensionWord, part.Name, part.Text]) writer.put(head?.[0])
  for (const option of part.dimensionOption ?? []) writer.node(option)
  printGroup(writer, part.LeftBrace![0]!, part.groupItem ?? [], part.RightBrace![0]!)
}

function printGroup(writer: Writer, open: IToken, items: readonly GroupItemCstNode[], close: IToken): void {
  const aligned = alignments(items, (item) => item)
  block(writer, open, items, close, {
    flat: items.length === 1 ? 'wide' : null,
    options: (index) => aligned[index]!,
    print: (item, index) => printGroupItem(item, writer, aligned[index]!),
  })
}

function printGroupItem(node: GroupItemCstNode, writer: Writer, options: LineOptions): void {
  const { measure, dimension } = node.children
  if (measure !== undefined) printMeasure(measure[0]!, writer, options.alignment ?? null)
  else if (dimension !== undefined) printDimension(dimension[0]!, writer)
  else writer.node(node)
}

function printSegment(node: SegmentCstNode, writer: Writer): void {
  const part = node.children
  for (const head of [part.segmentWord, part.Name, part.Text]) writer.put(head?.[0])
  writer.put(part.whenWord?.[0], { soft: 1 })
  writer.node(part.expr?.[0])
  writer.put(part.amendsWord?.[0], { soft: 1 })
  writer.put(part.amended?.[0])
  const items = part.amendment ?? []
  const short = items.map(({ children }) => children.switch !== undefined || children.pathWeights !== undefined)
  const joined = (index: number) => {
    const [end, start] = [items[index - 1]!.location!.endOffset!, items[index]!.location!.startOffset]
    const comma = part.Comma?.some(({ startOffset }) => startOffset > end && startOffset < start) === true
    return comma && short[index - 1] === true && short[index] === true && writer.clear(end, start)
  }
  const aligned = alignments(items, (item) => item.children.groupItem?.[0])
  block(writer, part.LeftBrace![0]!, items, part.RightBrace![0]!, {
    flat: short.every(Boolean) ? 'comma' : items.length === 1 ? 'wide' : null,
    joined,
    options: (index) => aligned[index]!,
    print: (item, index) => printAmendment(item, writer, aligned[index]!),
  })
}

function printAmendment(node: AmendmentCstNode, writer: Writer, options: LineOptions): void {
  const { score, groupItem } = node.children
  if (score !== undefined) printScore(score[0]!, writer)
  else if (groupItem !== undefined) printGroupItem(groupItem[0]!, writer, options)
  else writer.node(node)
}

function printIndicator(node: IndicatorCstNode, writer: Writer): void {
  const part = node.children
  for (const head of [part.indicatorWord, part.riskWord ?? part.opportunityWord, part.Text]) writer.put(head?.[0])
  writer.put(part.whenWord?.[0], { soft: 1 })
  writer.node(part.expr?.[0])
  for (const reason of part.reason ?? []) {
    writer.line(1, { blank: 'never' })
    writer.node(reason)
  }
}

function printTest(node: TestCstNode, writer: Writer): void {
  const part = node.children
  for (const head of [part.testWord, part.Text, part.inWord, part.Name, part.asWord, part.ofWord, part.DateText]) {
    writer.put(head?.[0])
  }
  const lines = part.testLine ?? []
  const alignment = { widest: 60, gap: 1 } as const
  const isCase = (line: TestLineCstNode) => line.children.caseWord !== undefined
  block(writer, part.LeftBrace![0]!, lines, part.RightBrace![0]!, {
    flat: lines.length === 1 || (lines.length === 2 && !lines.some(isCase)) ? 'wide' : null,
    options: (index) => (isCase(lines[index]!) ? { alignment } : {}),
    print: (line) => printTestLine(line, writer),
  })
}

function printTestLine(node: TestLineCstNode, writer: Writer): void {
  const { caseWord, pairs, Arrow: arrow, expectations } = node.children
  if (caseWord === undefined) return writer.node(node)
  writer.put(caseWord[0])
  writer.node(pairs?.[0])
  if (lineIsAligned(writer)) writer.cell()
  writer.put(arrow?.[0], { soft: 1 })
  return writer.node(expectations?.[0])
}

function lineIsAligned(writer: Writer): boolean {
  return writer.lines.at(-1)?.alignment !== null
}

interface BlockStyle<N> {
  /** How items stand on one line, where they fit: two spaces or a comma apart. Null: never on one line. */
  readonly flat: 'wide' | 'comma' | null
  /** Whether an item stays on the line of the one before it, a comma between. */
  readonly joined?: (index: number) => boolean
  readonly options: (index: number) => LineOptions
  readonly print: (item: N, index: number) => void
}

function block<N extends CstNode>(
  writer: Writer,
  open: IToken,
  items: readonly N[],
  close: IToken,
  style: BlockStyle<N>,
): void {
  const inOneLine = () => {
    writer.put(open)
    items.forEach((item, index) => {
      if (index > 0 && style.flat === 'comma') writer.comma()
      if (index > 0 && style.flat === 'wide') writer.wide()
      style.print(item, index)
    })
    writer.put(close, { glued: items.length === 0 })
  }
  const mayBeFlat = style.flat !== null || items.length === 0
  if (mayBeFlat && writer.fits(open.startOffset, close.startOffset, inOneLine)) return inOneLine()
  writer.put(open)
  const indent = writer.indent()
  items.forEach((item, index) => {
    if (index > 0 && style.joined?.(index) === true) writer.comma()
    else writer.line(indent + 1, { blank: index === 0 ? 'never' : 'keep', ...style.options(index) })
    style.print(item, index)
  })
  writer.line(indent, { closes: true })
  return writer.put(close)
}

/** Neighbouring measures share columns: the names, the weights if all begin with one, and the rest. */
function alignments<N>(
  items: readonly N[],
  groupItemOf: (item: N) => GroupItemCstNode | undefined,
): readonly LineOptions[] {
  const options: LineOptions[] = []
  let run: MeasureCstNode[] = []
  const close = () => {
    const alignment = { widest: 40, gap: 2, weights: run.every(weighsFirst) } as const
    for (const _ of run) options.push({ alignment })
    run = []
  }
  for (const item of items) {
    const measure = groupItemOf(item)?.children.measure?.[0]
    if (measure !== undefined) run.push(measure)
    else {
      close()
      options.push({})
    }
  }
  close()
  return options
}
