/** A model of about so many lines: inputs, dimensions of four measures, segments and indicators, as people write them. */
export function longModel(lines: number): string {
  const measures = Math.floor((lines - 10) / 3.1 / 4) * 4
  const names = Array.from({ length: measures }, (_, k) => `figure_${k}`)
  const inputs = names.map((name, k) => `  ${name} ${k % 3 === 0 ? 'percent' : 'count'} "Figure ${k}"`)
  const dimensions = Array.from({ length: measures / 4 }, (_, d) => {
    const own = names.slice(d * 4, d * 4 + 4)
    const judged = own.map((name, j) =>
      (d * 4 + j) % 3 === 0
        ? `  measure ${name} poor < ${40 + j}% <= concerning < ${70 + j}% <= healthy\n    because poor "Figure ${d * 4 + j} is low"`
        : `  measure ${name} healthy < ${5 + j} <= concerning < ${20 + j} <= poor\n    because poor "Figure ${d * 4 + j} is high"`,
    )
    return `dimension group_${d} "Group ${d}" weight ${d + 1} {\n${judged.join('\n')}\n}`
  })
  const head = 'model long "A long model" version 1\nmissing skip\nscale 0 to 10\nweights as given\nbands even\n'
  return `${head}\ninputs {\n${inputs.join('\n')}\n}\n\n${dimensions.join('\n')}\n`
}
