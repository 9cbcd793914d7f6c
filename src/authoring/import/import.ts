import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { format } from '../../parser/index.ts'
import { assemble } from './assemble.ts'
import { delimitedTables } from './delimited.ts'
import { flattenedTables } from './flattened.ts'
import { htmlTables } from './html.ts'
import { markdownTables } from './markdown.ts'
import { namer } from '../../parser/names.ts'
import type { PastedTable } from './pasted.ts'
import { planModel } from './plan.ts'
import { writeModel } from './write.ts'

export interface ImportOptions {
  /** Applies the rule of transcription, so that the model is free of overlaps and gaps; false keeps the page's own. */
  readonly resolve?: boolean
  /** The label of the model; else the title of the first table. */
  readonly label?: string
}

export interface Imported {
  /** A model in source form; empty where the paste holds no table. */
  readonly source: string
  /** What could not be used, was guessed or was chosen. */
  readonly findings: readonly Finding[]
}

/**
 * A pasted table becomes a model: Markdown, HTML, tab-separated cells, or plain text in which the cells ran together;
 * several tables in one paste become dimensions and segments of one model. Takes any text and never throws.
 */
export function importTable(text: string, options: ImportOptions = {}): Imported {
  if (text.length > LONGEST)
    return { source: '', findings: [finding('import-too-long', { limit: '2 million characters' })] }
  const { draft, findings } = assemble(readTables(text))
  if (draft === null) return { source: '', findings: [...findings, finding('import-empty', {})] }
  const plan = planModel(draft, options.resolve ?? false)
  const label = options.label ?? draft.title ?? draft.variants[0]!.label
  return {
    source: format(writeModel(plan, namer([])(label ?? '', 'imported'), label), 'imported.salus').text,
    findings: [...findings, ...plan.findings],
  }
}

const LONGEST = 2_000_000

/** The first way of reading that finds a table has the paste. */
export function readTables(text: string): readonly PastedTable[] {
  const readers = /<t[rhd][\s>]/i.test(text)
    ? [htmlTables, markdownTables]
    : [markdownTables, ...(text.includes('\t') ? [delimitedTables] : []), flattenedTables]
  for (const reader of readers) {
    const tables = reader(text)
    if (tables.length > 0) return tables
  }
  return []
}
