import type { Model } from '../../model/model.ts'
import { scoreRungs } from '../../model/score-rungs.ts'
import type { Dialect } from '../dialect.ts'
import type { QueryColumn } from '../query.ts'
import { identifier } from '../sheet.ts'
import { inYaml } from './escape.ts'

/** What each column is and what must hold of it, as dbt reads it (1.10.5 or later). */
export function columnDocs(model: Model, name: string, columns: readonly QueryColumn[], dialect: Dialect): string {
  const allowed = new Map([
    ['segment', model.segments.map((segment) => segment.name)],
    ['band', scoreRungs(model).map((band) => band.name)],
  ])
  const lines = columns.flatMap((column, at) => [
    `      - name: ${inYaml(column.name)}`,
    `        description: ${inYaml(column.about)}`,
    ...(identifier(dialect, column.name) === column.name ? [] : ['        quote: true']),
    ...(at === 0 ? ['        data_tests: [not_null, unique]'] : []),
    ...acceptedValues(column.of === '' ? allowed.get(column.what) : undefined),
  ])
  return `version: 2
models:
  - name: ${name}
    description: "{{ doc('${name}') }}"
    columns:
${lines.join('\n')}
`
}

function acceptedValues(values: readonly string[] | undefined): readonly string[] {
  if (values === undefined) return []
  return [
    '        data_tests:',
    '          - accepted_values:',
    '              arguments:',
    `                values: [${values.map(inYaml).join(', ')}]`,
  ]
}
