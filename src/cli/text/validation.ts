import { reportSections } from '../../validation/report/sections.ts'
import type { Validation } from '../../validation/validate.ts'
import type { Style } from './style.ts'
import { printTable } from './table.ts'

/** The report for people: the verdict, then what it rests on, in tables and plain words. */
export function validationLines(validation: Validation, style: Style): readonly string[] {
  const sections = reportSections(validation).flatMap(({ title, lines, table }) => [
    '',
    style.bold(title),
    ...lines,
    ...(table === null
      ? []
      : printTable(
          table.columns,
          table.rows.map((row) => row.map((text) => ({ text }))),
          style.dim,
        )),
  ])
  return [style.bold(validation.verdict.sentence), ...sections]
}
