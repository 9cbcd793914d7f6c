/** What a person calls what a rule reads. */
const kinds: Readonly<Record<string, string>> = {
  file: 'a file',
  importLine: 'an import',
  header: 'the `model` line',
  inputs: 'the inputs',
  inputLine: 'an input',
  letItem: 'a `let`',
  ladder: 'a ladder',
  score: 'the score',
  dimension: 'a dimension',
  measure: 'a measure',
  modifier: 'a modifier',
  setting: 'a setting',
  block: 'a table',
  grid: 'a grid',
  segment: 'a segment',
  indicator: 'an indicator',
  result: 'a result',
  portfolio: 'a portfolio figure',
  test: 'a test',
}

/** The innermost thing with a name of its own. */
export function kindAround(rules: readonly string[]): string {
  const rule = rules.find((one) => one in kinds)
  return rule === undefined ? 'a file' : kinds[rule]!
}
